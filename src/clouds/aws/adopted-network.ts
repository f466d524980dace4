import type { Issue } from "../../core/errors.js";
import type { Plan } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredNetwork } from "../../spec/network.js";
import { type AwsNetwork, settingsOf } from "./settings.js";

export function adoptedNetwork(it: DeclaredNetwork): AwsNetwork | undefined {
  return meaning(settingsOf(it).networks, it.name);
}

/** A program may not say something else than the network that it adopts, nor change it. */
export function sameAsAdopted(adopted: AwsNetwork, { name, spec }: DeclaredNetwork): Issue[] {
  const zones = new Set(adopted.subnets.map(({ zone }) => zone)).size;
  const facts = { cidr: adopted.cidr, zones, outbound: adopted.outbound } as const;
  const wanted = { cidr: spec.cidr, zones: spec.zones, outbound: spec.outbound ?? facts.outbound };
  const different = (Object.keys(facts) as (keyof typeof facts)[]).filter((key) => facts[key] !== wanted[key]);
  const changed = (["tags", "physicalName"] as const).filter((key) => spec[key] !== undefined);
  return [
    ...different.map((key) => ({
      path: `network.${key}`,
      message: `${JSON.stringify(wanted[key])} is not what the adopted network "${name}" has`,
      instead: JSON.stringify(facts[key]),
    })),
    ...changed.map((key) => ({
      path: `network.${key}`,
      message: `would change the adopted network "${name}"`,
      instead: "leave it out, or let the program make the network",
    })),
  ];
}

export function adoptNetwork({ vpcId }: AwsNetwork): Plan {
  return {
    resources: {},
    outputs: { networkId: vpcId },
    notes: [
      {
        id: "note:network.adopted",
        fate: "note",
        path: "network",
        message: "is adopted: its routes, gateways and default security group stay as they are",
      },
    ],
  };
}
