import type { Adapter } from "../../../src/core/cloud.js";
import { outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { emulated, native, nativeName, type SupportOf, unsupported, when } from "../../../src/core/support.js";
import { type LoadBalancerSpec, type Source, sourcesOf } from "../../../src/spec/load-balancer.js";
import { labelled, resource } from "./resources.js";

const none = unsupported("doors have no such thing", "leave it out");

const support = {
  kind: {
    application: when("style", { plain: none, fancy: native("revolving") }),
    network: native("sliding"),
  },
  visibility: { public: native(), private: native() },
  allowFrom: { internet: native("everyone"), range: native(), tier: emulated("a list of the crew") },
  address: { ephemeral: native(), reserved: none },
  logs: none,
  deletionProtection: none,
  tags: none,
  physicalName: native(),
} as const satisfies SupportOf<LoadBalancerSpec>;

export const loadBalancer: Adapter<LoadBalancerSpec> = {
  support,
  plan: (it) => {
    const { network, kind, visibility, physicalName } = it.spec;
    const args = {
      room: outputOf(network, "networkId") as Ref,
      open: visibility === "public",
      style: nativeName(support.kind[kind], it.cloud.facets),
      guests: sourcesOf(it.spec).map(guestOf),
      ...labelled(physicalName),
    };
    return {
      resources: { door: resource("toy:index/door:Door", args) },
      outputs: { loadBalancerId: ref("door.id"), address: ref("door.address") },
    };
  },
};

function guestOf(source: Source): string | Ref {
  if (source.kind === "internet") return support.allowFrom.internet.as;
  return source.kind === "range" ? source.cidr : (outputOf(source.tier, "groupId") as Ref);
}
