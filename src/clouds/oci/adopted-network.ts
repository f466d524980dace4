import type { Issue } from "../../core/errors.js";
import type { Plan } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredNetwork } from "../../spec/network.js";
import { type OciNetwork, settingsOf } from "./settings.js";

export function adoptedBy(it: DeclaredNetwork): OciNetwork | undefined {
  return meaning(settingsOf(it).networks, it.name);
}

/** A program may not say something else than the network that it adopts. */
export function sameAsAdopted(it: DeclaredNetwork): Issue[] {
  const adopted = adoptedBy(it);
  if (!adopted) return [];
  const { cidr, outbound = adopted.outbound, tags, physicalName } = it.spec;
  const facts: Readonly<Record<string, readonly [unknown, unknown]>> = {
    cidr: [cidr, adopted.cidr],
    outbound: [outbound, adopted.outbound],
  };
  const different = Object.entries(facts).flatMap(([key, [wanted, has]]) =>
    wanted === has
      ? []
      : [
          {
            path: `network.${key}`,
            message: `${JSON.stringify(wanted)} is not what the adopted network "${it.name}" has`,
            instead: JSON.stringify(has),
          },
        ],
  );
  const changed = Object.entries({ tags, physicalName }).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [
          {
            path: `network.${key}`,
            message: `would change the adopted network "${it.name}"`,
            instead: "leave it out, or let the program make the network",
          },
        ],
  );
  return [...different, ...zoneRules(it, adopted), ...changed];
}

/** Subnets of one availability domain cover as many zones as they name; a regional subnet covers all. */
function zoneRules({ name, spec }: DeclaredNetwork, { subnets }: OciNetwork): Issue[] {
  if (subnets.some(({ zone }) => zone === undefined)) return [];
  const covered = new Set(subnets.map(({ zone }) => zone)).size;
  if (spec.zones === covered) return [];
  return [
    {
      path: "network.zones",
      message: `${spec.zones} is not what the adopted network "${name}" has`,
      instead: String(covered),
    },
  ];
}

export function adoptNetwork({ vcnId, outbound, subnets }: OciNetwork, placements: readonly unknown[]): Plan {
  const ids = (open: boolean) => subnets.filter((subnet) => subnet.public === open).map(({ id }) => id);
  return {
    resources: {},
    outputs: {
      networkId: vcnId,
      publicSubnets: ids(true),
      privateSubnets: ids(false),
      placements,
      outbound,
    },
    notes: [
      {
        id: "note:network.adopted",
        fate: "note",
        path: "network",
        message:
          "is adopted: what its subnets' security lists admit (the VCN's default list: SSH) stays open and is not known here",
      },
    ],
  };
}
