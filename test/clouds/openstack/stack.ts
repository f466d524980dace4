import type { Declared } from "../../../src/core/declared.js";
import type { Note, Planned } from "../../../src/core/planned.js";
import { cloudFor, Stack } from "../../conformance/harness.js";

export function stackWith(settings: object = {}): Stack {
  return new Stack(cloudFor("openstack", settings));
}

/** Everything that a component makes, with the components it names as their keys. */
export function resourcesOf({ plan }: Declared): Record<string, object> {
  const entries = Object.entries(plan.resources).map(([role, planned]) => [role, withKeys(planned)]);
  return Object.fromEntries(entries);
}

function withKeys({ owner, mentions, ...planned }: Planned): object {
  return {
    ...planned,
    ...(owner ? { owner: owner.key } : {}),
    ...(mentions ? { mentions: mentions.key } : {}),
  };
}

export function outputsOf({ plan }: Declared): object {
  return plan.outputs;
}

/** Ids of all that a component notes about its arguments. */
export function notesOf(it: Declared): string[] {
  return (it as Declared & { noted: Note[] }).noted.map(({ id }) => id);
}

export const ids = {
  external: "0b0e8a7c-3d1f-4c55-9e53-6c1f3c8f1a01",
  network: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a01",
  public: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a02",
  private: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a03",
  router: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a04",
  balancer: "6e0c9a34-52b1-4a53-9d52-1c7f0e4f6a05",
  flavor: "6e0c9a34-52b1-4a53-9d52-1c7f0e4f6a06",
} as const;

/** Settings in which the network "shop" exists already. */
export function adoptedNetwork(changes: object = {}): object {
  const subnets = [
    { id: ids.public, cidr: "10.20.0.0/24", public: true },
    { id: ids.private, cidr: "10.20.1.0/24", public: false },
  ];
  const shop = { networkId: ids.network, cidr: "10.20.0.0/16", outbound: "nat", subnets, ...changes };
  return { networks: { shop } };
}
