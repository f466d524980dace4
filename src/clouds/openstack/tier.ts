// Sources: Networking API v2 reference (a new group holds "egress any" for IPv4 and IPv6, and a second one is refused),
// @pulumi/openstack 3.15.2 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { ref } from "../../core/planned.js";
import { native, near, type SupportOf } from "../../core/support.js";
import type { DeclaredTier, TierSpec } from "../../spec/tier.js";
import { fixedName, namedOptions } from "./fixed-name.js";
import { resource } from "./resources.js";
import { tierSubnet } from "./subnets.js";
import { flatTags } from "./tags.js";

const support = {
  placement: {
    private: native(),
    public: near(
      "members stand in the balancers' subnet, which members admit, and have no public address of their own",
    ),
  },
  physicalName: native(),
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  rules: (it) => (tierSubnet(it) ? [] : [nowhere(it)]),
  plan: (it) => ({
    resources: {
      group: resource(
        "openstack:networking/secGroup:SecGroup",
        { description: "members of a tier", ...flatTags(it.spec.network.spec.tags), ...fixedName(it) },
        namedOptions(it),
      ),
    },
    outputs: { groupId: ref("group.id") },
    notes: [
      { id: "note:tier.egress", fate: "note", path: "tier", message: "members may open connections to anywhere" },
    ],
  }),
};

function nowhere({ spec }: DeclaredTier) {
  const place = spec.placement ?? "private";
  return {
    path: "tier.placement",
    message: `"${place}" has no subnet in the adopted network "${spec.network.name}"`,
    instead: `placement: "${place === "private" ? "public" : "private"}", or a subnet with public: ${place === "public"} in the settings`,
  };
}
