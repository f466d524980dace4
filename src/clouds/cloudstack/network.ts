// Sources: CloudStack API reference (createNetwork, listNetworkOfferings, createEgressFirewallRule, createTags; isolated networks),
// ycyun/ablestack-cloud branch ablestack-diplo; read 2026-08.
import { emulated, native, type SupportOf, unsupported } from "../../core/support.js";
import type { NetworkSpec } from "../../spec/network.js";

export const network = {
  support: {
    cidr: native(),
    zones: native(undefined, { range: [1, 1] }),
    outbound: {
      "nat-per-zone": unsupported("a network stands in one zone behind one virtual router", '"nat"'),
      nat: native("SourceNat"),
      none: emulated("an offering that denies outbound connections, and no rule that allows any"),
    },
    tags: native(),
    physicalName: native(),
  } as const satisfies SupportOf<NetworkSpec>,
};
