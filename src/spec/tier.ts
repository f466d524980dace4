import { z } from "zod";
import type { Network } from "../components/network.js";
import type { Declared } from "../core/declared.js";
import type { Noun } from "../core/noun.js";
import { type CloudChoice, physicalName, reference } from "./fields.js";
import type { DeclaredNetwork } from "./network.js";

export interface TierArgs extends CloudChoice {
  /** The network that its members stand in. */
  network: Network;
  /**
   * Whether members stand in subnets with a way in from the internet or without one. Default `private`.
   *
   * - openstack: "public" near: members stand in the balancers' subnet, which members admit, and have no public address
   *   of their own
   * - cloudstack: "private" emulated; "public" not available
   */
  placement?: "private" | "public";
  /**
   * Fixed name of its security group on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: must be letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*, and not begin with sg-
   * - cloudstack: not available: a tier is an isolated network, which has its name from the Network
   */
  physicalName?: string;
}

export type TierSpec = Omit<TierArgs, "cloud" | "network"> & { network: DeclaredNetwork };
export type DeclaredTier = Declared<TierSpec>;

export const tier: Noun<TierSpec> = {
  name: "Tier",
  fields: {
    network: reference<DeclaredNetwork>("Network"),
    placement: z.enum(["private", "public"]).optional(),
    physicalName: physicalName.optional(),
  },
};
