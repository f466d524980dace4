import type { ToldAlteration } from "./life.js";
import { growth } from "./web-stack-growth.js";
import { names } from "./web-stack-names.js";
import { ports } from "./web-stack-ports.js";
import { tuning } from "./web-stack-tuning.js";

/** What the author of the two-tier example may come to change. */
export const alterations: readonly ToldAlteration[] = [...tuning, ...growth, ...names, ...ports];
