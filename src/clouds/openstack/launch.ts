// Sources: Compute API v2 reference (metadata: keys of letters, digits, - _ : . and blanks, values of up to 255 characters),
// @pulumi/openstack 3.15.2 declarations; read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Ref, ref } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";
import type { OpenStackMachine } from "./compute-settings.js";
import { admission } from "./membership.js";
import { settingsOf } from "./settings.js";
import { type Subnet, tierSubnet } from "./subnets.js";

/** The boot disk as a volume of its own. */
interface Volume {
  readonly size: number;
  readonly type?: string;
}

export function imageOf(it: DeclaredInstanceTemplate): Input<string> {
  const { image } = it.spec;
  return (image.kind === "named" ? meaning(settingsOf(it).images, image.name) : undefined) as Input<string>;
}

export function machineOf(it: DeclaredInstanceTemplate): OpenStackMachine {
  return meaning(settingsOf(it).machines, it.spec.machine) as OpenStackMachine;
}

/** The name of the key pair of its servers. */
export function keyPairOf(it: DeclaredInstanceTemplate): string | Ref | undefined {
  return outputOf(it, "keyPair") as string | Ref | undefined;
}

export function volumeOf(it: DeclaredInstanceTemplate): Volume | undefined {
  const { size, key } = it.spec.bootDisk ?? {};
  if (size === undefined) return undefined;
  const type = key === undefined ? undefined : meaning(settingsOf(it).diskKeys, key);
  return { size, ...(type === undefined ? {} : { type }) };
}

/** Where the servers of a pool stand. */
export function placeOf({ spec }: DeclaredInstancePool): { networkId: Ref | string; subnet: Subnet; groupId: Ref } {
  const { tier } = spec.template.spec;
  return {
    networkId: outputOf(tier.spec.network, "networkId") as Ref | string,
    subnet: tierSubnet(tier) as Subnet,
    groupId: outputOf(tier, "groupId") as Ref,
  };
}

/** Labels of servers: the template's and the pool's. */
export function labelsOf({ spec }: DeclaredInstancePool): Record<string, string> {
  return { ...spec.template.spec.tags, ...spec.tags };
}

/** What servers need though no argument says so: the way out, the rules that open it, and those that admit their balancers. */
export function readyPlace(it: DeclaredInstancePool): Ref[] {
  const { tier } = it.spec.template.spec;
  const { network, placement = "private" } = tier.spec;
  const way = `${placement}Interface`;
  const egress = [...tier.shared.keys()].filter((role) => role.startsWith("egress:"));
  return [
    ...(network.plan.resources[way] ? [ref(network, way)] : []),
    ...egress.map((role) => ref(tier, role)),
    ...Object.keys(admission(it)).map((role) => ref(role)),
  ];
}

const keyPattern = /^[A-Za-z0-9_:. -]+$/;
const longest = 255;

export function labelRules(tags: Readonly<Record<string, string>> | undefined, path: string): Issue[] {
  return Object.entries(tags ?? {}).flatMap(([key, value]) => [
    ...(keyPattern.test(key)
      ? []
      : [
          {
            path: `${path}.${key}`,
            message: "cannot be a key of a server's metadata",
            instead: "letters, digits, blanks and -_:.",
          },
        ]),
    ...(value.length <= longest
      ? []
      : [
          {
            path: `${path}.${key}`,
            message: `has ${value.length} characters; ${longest} are allowed here`,
            instead: "a shorter value",
          },
        ]),
  ]);
}
