import { z } from "zod";
import type { Cloud, CommonSettings } from "../../../src/core/cloud.js";
import type { Declared } from "../../../src/core/declared.js";

export interface ToySettings extends CommonSettings {
  style: "plain" | "fancy";
}

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  style: z.enum(["plain", "fancy"]),
};

export function settingsOf(it: Declared): { style: string } {
  return { style: (it.cloud as Cloud<ToySettings>).settings.style };
}
