// Sources: CloudStack API reference (createNetwork, createFirewallRule, createEgressFirewallRule, createPortForwardingRule; isolated
// networks); read 2026-08.
import { emulated, native, type SupportOf, unsupported } from "../../core/support.js";
import type { TierSpec } from "../../spec/tier.js";

const noPorts = unsupported("port forwarding leads to one virtual machine, and those of a pool come and go", "a VPN");

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
    egress: {
      to: {
        anywhere: native(),
        range: native(),
        tier: unsupported("rules name ranges, not groups of members", "the range of its network"),
      },
      port: native(),
      protocol: { tcp: native(), udp: native() },
    },
    access: { port: noPorts, from: { anyone: noPorts, range: noPorts, tier: noPorts } },
  } as const satisfies SupportOf<TierSpec>,
};
