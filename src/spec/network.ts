import { z } from "zod";
import type { CommonSettings } from "../core/cloud.js";
import type { Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun } from "../core/noun.js";
import { isWithin } from "../core/ranges.js";
import { meaning } from "../core/vocabulary.js";
import { type CloudChoice, cidr, physicalName, tags } from "./fields.js";

export interface NetworkArgs extends CloudChoice {
  /** Range of all its addresses. IPv4 in CIDR form, /16 to /23. */
  cidr: string;
  /**
   * Zones that its subnets spread over. Whole number, 1..6; the settings name as many.
   *
   * - oci: near, 2..3 for domains one with spread several zones: the region has one availability domain: its fault
   *   domains are the zones
   * - openstack: near for spread several zones: a subnet here reaches through all zones and stands in none of them
   * - cloudstack: 1 only
   */
  zones: number;
  /**
   * How members in private subnets reach the internet: one gateway in each zone, one for all, or not at all.
   *
   * Default `nat`.
   *
   * - oci: "nat-per-zone" near: a NAT gateway serves the whole region: there is one, with one public address
   * - openstack: "nat-per-zone" near; "none" not available for driver ovn
   * - cloudstack: "nat-per-zone" not available; "none" emulated
   */
  outbound?: "nat-per-zone" | "nat" | "none";
  /**
   * Labels of its parts and of the tiers in it. Keys of 1..128 and values of up to 256 characters.
   *
   * - openstack: near: labels become flat texts, "key=value"
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: near: a network has no name here: it becomes the Name tag of the VPC
   */
  physicalName?: string;
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
    physicalName: physicalName.optional(),
  },
  facets: ({ zones }) => (zones === undefined ? {} : { spread: zones > 1 ? "several zones" : "one zone" }),
  rules: (it) => [...(isAdopted(it) ? [] : sizeRules(it.spec)), ...useRules(it.spec)],
};

/** Whether the settings name an existing network for it. */
function isAdopted({ cloud, name }: DeclaredNetwork): boolean {
  const { networks } = cloud.settings as CommonSettings;
  return meaning(networks, name) !== undefined;
}

function sizeRules({ cidr: range }: NetworkSpec): Issue[] {
  const prefix = Number(range.split("/")[1]);
  if (prefix >= 16 && prefix <= 23) return [];
  return [
    {
      path: "network.cidr",
      message: `/${prefix} leaves no room for its subnets on every cloud`,
      instead: "a range of /16 to /23",
    },
  ];
}

/** This host, loopback, link-local, multicast and reserved (RFC 6890). */
const unusable = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"];

function useRules({ cidr: range }: NetworkSpec): Issue[] {
  if (!unusable.some((block) => isWithin(range, block))) return [];
  return [
    {
      path: "network.cidr",
      message: `"${range}" holds addresses that no network may use`,
      instead: 'a private range such as "10.0.0.0/16"',
    },
  ];
}
