import type { Adapter } from "../../../src/core/cloud.js";
import { ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import type { NetworkSpec } from "../../../src/spec/network.js";
import { labelled, resource } from "./resources.js";

const support = {
  cidr: native(),
  zones: native(),
  outbound: {
    "nat-per-zone": unsupported("a room has one way out", '"nat"'),
    nat: native(),
    none: unsupported("a room has a way out", '"nat"'),
  },
  tags: native(),
  physicalName: native(),
} as const satisfies SupportOf<NetworkSpec>;

export const network: Adapter<NetworkSpec> = {
  support,
  plan: ({ spec: { cidr, zones, tags, physicalName } }) => ({
    resources: {
      room: resource("toy:index/room:Room", {
        range: cidr,
        corners: zones,
        ...(tags ? { labels: tags } : {}),
        ...labelled(physicalName),
      }),
    },
    outputs: { networkId: ref("room.id") },
  }),
};
