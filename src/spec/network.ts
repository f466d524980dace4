import { z } from "zod";
import type { Declared } from "../core/declared.js";
import type { Noun } from "../core/noun.js";
import { type CloudChoice, cidr, tags } from "./fields.js";

export interface NetworkArgs extends CloudChoice {
  /** Range of all its addresses. IPv4 in CIDR form, /16 to /23. */
  cidr: string;
  /** Zones that its subnets spread over. Whole number, 1..6; the settings name as many. */
  zones: number;
  /**
   * How members in private subnets reach the internet: one gateway in each zone, one for all, or not at all.
   *
   * Default `nat`.
   */
  outbound?: "nat-per-zone" | "nat" | "none";
  /** Labels of everything in it that takes labels. Keys of 1..128 and values of up to 256 characters. */
  tags?: Record<string, string>;
}

export type NetworkSpec = Omit<NetworkArgs, "cloud">;
export type DeclaredNetwork = Declared<NetworkSpec>;

export const network: Noun<NetworkSpec> = {
  name: "Network",
  fields: {
    cidr,
    zones: z.int().min(1).max(6),
    outbound: z.enum(["nat-per-zone", "nat", "none"]).optional(),
    tags: tags.optional(),
  },
  rules: ({ spec }) => {
    const prefix = Number(spec.cidr.split("/")[1]);
    if (prefix >= 16 && prefix <= 23) return [];
    return [
      {
        path: "network.cidr",
        message: `/${prefix} leaves no room for its subnets on every cloud`,
        instead: "a range of /16 to /23",
      },
    ];
  },
};
