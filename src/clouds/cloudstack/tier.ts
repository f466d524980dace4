// Sources: CloudStack API reference (createNetwork, createFirewallRule; isolated networks); read 2026-08.
import { emulated, type SupportOf, unsupported } from "../../core/support.js";
import type { TierSpec } from "../../spec/tier.js";

export const tier = {
  support: {
    placement: {
      private: emulated("an isolated network without port forwarding and static NAT"),
      public: unsupported("an isolated network has no public subnets", '"private"'),
    },
    physicalName: unsupported(
      "a tier is an isolated network, which has its name from the Network",
      "physicalName of the network",
    ),
  } as const satisfies SupportOf<TierSpec>,
};
