// Sources: Networking API reference (CreateNetworkSecurityGroupDetails, AddSecurityRuleDetails), @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import { type DeclaredTier, type EgressSpec, egressOf, type TierSpec, tierNotes } from "../../spec/tier.js";
import { subnetsOf } from "./network.js";
import { displayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { anywhere, peerOf, rule } from "./rules.js";
import { placeOf } from "./settings.js";

const support = {
  placement: { private: native(), public: native() },
  physicalName: native(),
  egress: {
    to: { anywhere: native(), range: native(), tier: native() },
    port: native(),
    protocol: { tcp: native("tcp"), udp: native("udp") },
  },
  access: { port: native(), from: { anyone: native(), range: native(), tier: native() } },
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
      ...Object.assign({}, ...egressOf(it.spec).map(egressRule), ...accessRules(it)),
    },
    outputs: { groupId: ref("group.id") },
    notes: tierNotes(it.spec),
  }),
};

const group = ref("group.id");

function egressRule({ to, port, protocol = "tcp" }: EgressSpec): Record<string, Planned> {
  if (to.kind === "anywhere" && port === undefined) return { "egress:any": anywhere(group) };
  const what = port === undefined ? ("all" as const) : { protocol: support.egress.protocol[protocol].as, port };
  return rule({ group }, "egress", what, peerOf(to));
}

function accessRules({ spec }: DeclaredTier): Record<string, Planned>[] {
  return (spec.access ?? []).flatMap(({ port, from }) =>
    from.map((place) => rule({ group }, "ingress", { protocol: "tcp", port }, peerOf(place))),
  );
}

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
