import { styleText } from "node:util";
import { plain, type Style } from "../plan/render-text.js";

/** Colours for whoever sees them and has not said no. */
export function styleOf(stream: NodeJS.WriteStream): Style {
  const coloured = stream.isTTY && !process.env.NO_COLOR;
  return coloured ? (format, text) => styleText(format, text, { validateStream: false }) : plain;
}
