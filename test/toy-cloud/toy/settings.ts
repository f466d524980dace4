import { z } from "zod";
import type { Cloud, CommonSettings } from "../../../src/core/cloud.js";
import type { Declared } from "../../../src/core/declared.js";
import { settingName } from "../../../src/spec/fields.js";

export interface ToySettings extends CommonSettings {
  /** What doors are made of. */
  style: "plain" | "fancy";
  /** Kits, by the name that templates use. */
  images?: Record<string, string>;
  /** Sizes of toys, by the name that templates use. */
  machines?: Record<string, string>;
}

const words = z.record(settingName, z.string());

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  style: z.enum(["plain", "fancy"]),
  images: words.optional(),
  machines: words.optional(),
};

export function settingsOf(it: Declared): ToySettings {
  return (it.cloud as Cloud<ToySettings>).settings;
}
