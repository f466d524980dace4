import type { Adapter } from "../../../src/core/cloud.js";
import { json, outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import { type EgressPlace, type EgressSpec, egressOf, type TierSpec, tierNotes } from "../../../src/spec/tier.js";
import { labelled, resource } from "./resources.js";

const support = {
  placement: { private: native(), public: unsupported("crews stay inside", '"private"') },
  egress: {
    to: { anywhere: native("everywhere"), range: native(), tier: native() },
    port: native(),
    protocol: { tcp: native("walking"), udp: native("running") },
  },
  access: unsupported("crews see nobody but at desks", "leave it out"),
  physicalName: native(),
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  plan: ({ spec }) => ({
    resources: {
      crew: resource("toy:index/crew:Crew", {
        room: outputOf(spec.network, "networkId") as Ref,
        charter: json({ home: outputOf(spec.network, "networkId"), visits: egressOf(spec).map(visit) }),
        ...labelled(spec.physicalName),
      }),
    },
    outputs: { groupId: ref("crew.id") },
    notes: tierNotes(spec),
  }),
};

function visit({ to, port, protocol = "tcp" }: EgressSpec) {
  const gate = port === undefined ? {} : { gate: port, manner: support.egress.protocol[protocol].as };
  return { to: placeOf(to), ...gate };
}

function placeOf(to: EgressPlace): unknown {
  if (to.kind === "anywhere") return support.egress.to.anywhere.as;
  return to.kind === "range" ? to.cidr : outputOf(to.tier, "groupId");
}
