// Sources: Compute API v2 reference (a port serves one server at a time; server groups, block devices), Octavia API v2 reference
// (members), terraform-provider-openstack 1.54.1 (user data, key, zone and disks make a new server; an image is rebuilt onto the
// one there is; a member waits until its balancer takes changes, and is sent again for ten minutes when that answers 409), issue
// 1350 there (a monitor that is made while members change is refused); read 2026-11.
import { type Planned, type Ref, ref } from "../../core/planned.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { imageOf, keyPairOf, labelsOf, machineOf, placeOf, readyPlace, volumeOf } from "./launch.js";
import { admission, type Membership, membershipsOf } from "./membership.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { userDataOf } from "./user-data.js";

/** A pool of a fixed size: servers on ports that keep their addresses, and their members in each set. */
export function servers(it: DeclaredInstancePool, count: number): Record<string, Planned> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const members = membershipsOf(it).flatMap((one) => numbers.map((index) => member(one, index)));
  return {
    ...admission(it),
    serverGroup: serverGroup(),
    ...Object.fromEntries(numbers.map((index) => [`port:${index}`, port(it)])),
    ...Object.fromEntries(numbers.map((index) => [`instance:${index}`, instance(it, index)])),
    ...Object.fromEntries(members),
  };
}

/** Apart from each other as far as there are hosts. */
export function serverGroup(): Planned {
  return resource("openstack:compute/serverGroup:ServerGroup", { policies: ["soft-anti-affinity"] });
}

function port(it: DeclaredInstancePool): Planned {
  const { networkId, subnet, groupId } = placeOf(it);
  return resource("openstack:networking/port:Port", {
    networkId,
    fixedIps: [{ subnetId: subnet.id }],
    securityGroupIds: [groupId],
  });
}

/** A port serves one server, so one goes before its successor comes. */
function instance(it: DeclaredInstancePool, index: number): Planned {
  const { template, physicalName } = it.spec;
  const userData = userDataOf(template);
  const keyPair = keyPairOf(template);
  const labels = labelsOf(it);
  return resource(
    "openstack:compute/instance:Instance",
    {
      flavorId: machineOf(template).flavorId,
      ...disk(it),
      networks: [{ port: ref(`port:${index}.id`) }],
      schedulerHints: [{ group: ref("serverGroup.id") }],
      ...zone(it, index),
      ...(keyPair === undefined ? {} : { keyPair }),
      ...(userData === undefined ? {} : { userData }),
      ...(Object.keys(labels).length === 0 ? {} : { metadata: labels }),
      ...(physicalName === undefined ? {} : { name: `${physicalName}-${index + 1}` }),
    },
    { options: { deleteBeforeReplace: true, dependsOn: readyPlace(it) } },
  );
}

function disk({ spec: { template } }: DeclaredInstancePool) {
  const image = imageOf(template);
  const volume = volumeOf(template);
  if (!volume) return { imageId: image };
  return {
    blockDevices: [
      {
        uuid: image,
        sourceType: "image",
        destinationType: "volume",
        bootIndex: 0,
        volumeSize: volume.size,
        ...(volume.type === undefined ? {} : { volumeType: volume.type }),
        deleteOnTermination: true,
      },
    ],
  };
}

/** One zone after the other, as many as the network is for. */
function zone(it: DeclaredInstancePool, index: number): { availabilityZone?: string } {
  const { zones } = it.spec.template.spec.tier.spec.network.spec;
  const known = settingsOf(it).availabilityZones?.slice(0, zones) ?? [];
  const availabilityZone = known[index % Math.max(1, known.length)];
  return availabilityZone === undefined ? {} : { availabilityZone };
}

/** After its server, and after the set's monitor. Not after other members: the provider itself waits for the balancer. */
function member({ set, label, poolId, port: protocolPort, checkPort, subnet }: Membership, index: number) {
  const ready: Ref[] = [ref(`instance:${index}`), ref(set, "monitor")];
  const planned = resource(
    "openstack:loadbalancer/member:Member",
    {
      poolId,
      address: ref(`port:${index}.allFixedIps[0]`),
      protocolPort,
      ...(subnet ? { subnetId: subnet.id } : {}),
      ...(checkPort === undefined ? {} : { monitorPort: checkPort }),
    },
    { options: { deleteBeforeReplace: true, dependsOn: ready }, mentions: set },
  );
  return [`member:${index}-${label}`, planned] as const;
}
