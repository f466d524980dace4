import type { Bond } from "./bond.js";
import { edgeBonds } from "./edges.js";
import { optionBonds } from "./options.js";
import { sharedBonds } from "./shared.js";
import { wayBonds } from "./ways.js";

export { type Bond, brokenBonds, nameOf } from "./bond.js";

/** Options, order, ways and what is shared. */
export const allBonds: readonly Bond[] = [...optionBonds, ...edgeBonds, ...wayBonds, ...sharedBonds];
