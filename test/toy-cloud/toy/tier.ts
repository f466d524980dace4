import type { Adapter } from "../../../src/core/cloud.js";
import { json, outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import type { TierSpec } from "../../../src/spec/tier.js";
import { labelled, resource } from "./resources.js";

const support = {
  placement: { private: native(), public: unsupported("crews stay inside", '"private"') },
  physicalName: native(),
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  plan: ({ spec: { network, physicalName } }) => ({
    resources: {
      crew: resource("toy:index/crew:Crew", {
        room: outputOf(network, "networkId") as Ref,
        charter: json({ home: outputOf(network, "networkId"), may: ["open", "close"] }),
        ...labelled(physicalName),
      }),
    },
    outputs: { groupId: ref("crew.id") },
  }),
};
