import type { CloudReview } from "../../core/review.js";
import { advise } from "./advice.js";
import { billed } from "./billed.js";
import { disruptions } from "./disruptions.js";
import { machine } from "./machine.js";
import { reach } from "./reach.js";

export const review: CloudReview = { disruptions, reach, billed, machine, advise };
