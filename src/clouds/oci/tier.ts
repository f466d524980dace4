// Sources: Networking API reference (CreateNetworkSecurityGroupDetails), @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Ref, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import type { DeclaredTier, TierSpec } from "../../spec/tier.js";
import { subnetsOf } from "./network.js";
import { displayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { anywhere } from "./rules.js";
import { placeOf } from "./settings.js";

const support = {
  placement: { private: native(), public: native() },
  physicalName: native(),
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  rules: placeRules,
  plan: (it) => ({
    resources: {
      group: resource("oci:Core/networkSecurityGroup:NetworkSecurityGroup", {
        ...placeOf(it, it.spec.network.spec.tags),
        vcnId: outputOf(it.spec.network, "networkId") as Ref,
        displayName: displayName(it),
      }),
      "egress:any": anywhere(ref("group.id")),
    },
    outputs: { groupId: ref("group.id") },
    notes: [
      { id: "note:tier.egress", fate: "note", path: "tier", message: "members may open connections to anywhere" },
    ],
  }),
};

function placeRules({ spec }: DeclaredTier): Issue[] {
  const placement = spec.placement ?? "private";
  if (subnetsOf(spec.network, placement).length > 0) return [];
  return [
    {
      path: "tier.placement",
      message: `network "${spec.network.name}" has no ${placement} subnet`,
      instead: placement === "private" ? 'placement: "public"' : 'placement: "private"',
    },
  ];
}
