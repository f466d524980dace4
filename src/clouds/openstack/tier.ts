// Sources: Networking API v2 reference (a new group holds "egress any" for IPv4 and IPv6, and a second one is refused),
// terraform-provider-openstack 1.54.1 (delete_default_rules makes a new group, which stands beside the old one), @pulumi/openstack
// 3.15.2 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { type Note, ref } from "../../core/planned.js";
import { native, near, type SupportOf } from "../../core/support.js";
import { type DeclaredTier, opensAnything, type TierSpec, tierNotes } from "../../spec/tier.js";
import { fixedName, namedOptions } from "./fixed-name.js";
import { resource } from "./resources.js";
import { tierSubnet } from "./subnets.js";
import { flatTags } from "./tags.js";
import { accessRules, egressRules } from "./ways.js";

const support = {
  placement: {
    private: native(),
    public: near(
      "members stand in the balancers' subnet, which members admit, and have no public address of their own",
    ),
  },
  physicalName: native(),
  egress: {
    to: { anywhere: native(), range: native(), tier: native() },
    port: native(),
    protocol: { tcp: native(), udp: native() },
  },
  access: { port: native(), from: { anyone: native(), range: native(), tier: native() } },
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  rules: (it) => (tierSubnet(it) ? [] : [nowhere(it)]),
  plan: (it) => ({
    resources: {
      group: resource(
        "openstack:networking/secGroup:SecGroup",
        {
          description: "members of a tier",
          ...(opensAnything(it.spec) ? {} : { deleteDefaultRules: true }),
          ...flatTags(it.spec.network.spec.tags),
          ...fixedName(it),
        },
        namedOptions(it),
      ),
      ...egressRules(it),
      ...accessRules(it),
    },
    outputs: { groupId: ref("group.id") },
    notes: [...tierNotes(it.spec), ...(opensAnything(it.spec) ? [] : [lookups])],
  }),
};

const lookups: Note = {
  id: "note:tier.egress.names",
  fate: "note",
  path: "tier.egress",
  message: "members always reach the metadata service, and name servers only where egress says so: udp 53",
};

function nowhere({ spec }: DeclaredTier) {
  const place = spec.placement ?? "private";
  return {
    path: "tier.placement",
    message: `"${place}" has no subnet in the adopted network "${spec.network.name}"`,
    instead: `placement: "${place === "private" ? "public" : "private"}", or a subnet with public: ${place === "public"} in the settings`,
  };
}
