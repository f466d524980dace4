// Sources: Heat template guide (OS::Heat::AutoScalingGroup, rolling updates), heat scaling_template, rolling_update and
// instance_group sources (an update without desired_capacity keeps the size; which members a batch replaces or removes; pauses
// must fit into the stack's timeout), terraform-provider-openstack 1.54.1 (an empty environment is refused; updates wait as long
// as deletions may; a new name is never sent), Ceilometer gnocchi_resources.yaml (metering.server_group becomes server_group);
// read 2026-11.
import { json, type Planned, type Ref, ref } from "../../core/planned.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { boundsOf, headStartOf } from "../../spec/pool-size.js";
import { scaling } from "./autoscaling-policy.js";
import { fixedName } from "./fixed-name.js";
import { healthAlarms } from "./health-alarms.js";
import { memberFile, memberType } from "./heat-member.js";
import { imageOf, keyPairOf, labelsOf, machineOf, placeOf, readyPlace, volumeOf } from "./launch.js";
import { admission, type Membership, membershipsOf } from "./membership.js";
import { resource } from "./resources.js";
import { serverGroup } from "./servers.js";
import { settingsOf } from "./settings.js";
import type { Subnet } from "./subnets.js";
import { timingOf } from "./timing.js";
import { userDataOf } from "./user-data.js";

const usual = { folder: "/tmp", pause: 120 } as const;

/** A group of members in Heat, with all that moves its size. */
export function heatStack(it: DeclaredInstancePool): Record<string, Planned> {
  const file = memberFile(setsOf(it), settingsOf(it).heatMemberFolder ?? usual.folder);
  const minutes = timeoutOf(it);
  const limit = `${minutes + 5}m`;
  return {
    ...admission(it),
    serverGroup: serverGroup(),
    stack: resource(
      "openstack:orchestration/stackV1:StackV1",
      {
        templateOpts: { Bin: json(mainTemplate(it)) },
        environmentOpts: { Bin: json({ resource_registry: { [memberType]: `file://${file.path}` } }) },
        timeout: minutes,
        ...fixedName(it),
      },
      {
        files: [file],
        options: {
          customTimeouts: { create: limit, update: limit, delete: limit },
          replaceOnChanges: ["name"],
          ...(it.spec.physicalName === undefined ? {} : { deleteBeforeReplace: false }),
          dependsOn: [...readyPlace(it), ...monitors(it)],
        },
      },
    ),
  };
}

function monitors({ spec }: DeclaredInstancePool): Ref[] {
  return (spec.backendSets ?? []).map((set) => ref(set, "monitor"));
}

/** Rolling through the largest group, with time for each server to come. Minutes. */
function timeoutOf({ spec }: DeclaredInstancePool): number {
  const { pause = usual.pause } = spec.rollout ?? {};
  return 30 + Math.ceil((boundsOf(spec.size).max * (pause + 180)) / 60);
}

function setsOf(it: DeclaredInstancePool): string[] {
  return membershipsOf(it).map(({ label }) => label);
}

/** No parameters: Heat gives them back as texts. No desired_capacity: each update would set the size back. */
function mainTemplate(it: DeclaredInstancePool): object {
  return {
    heat_template_version: "2018-08-31",
    resources: { group: group(it), ...scaling(it), ...healthAlarms(it) },
    outputs: {
      size: { value: { str_replace: { template: "n", params: { n: { get_attr: ["group", "current_size"] } } } } },
    },
  };
}

function group(it: DeclaredInstancePool): object {
  const { size, rollout } = it.spec;
  const { min, max } = boundsOf(size);
  return {
    type: "OS::Heat::AutoScalingGroup",
    properties: {
      min_size: min,
      max_size: max,
      ...initialSize(it),
      ...restAfterUpdate(it),
      rolling_updates: {
        min_in_service: inService({ min, max }, rollout?.minimumHealthy),
        max_batch_size: 1,
        pause_time: rollout?.pause ?? usual.pause,
      },
      resource: { type: memberType, properties: memberProperties(it) },
    },
  };
}

/**
 * Fewer than there are, unless there is one. With all in service Heat adds an instance, replaces the others but the last, and
 * then removes the first of those: one of the old template would stay.
 */
function inService({ min, max }: { min: number; max: number }, share: number | undefined): number {
  if (share === undefined) return Math.min(1, max);
  return Math.min(Math.ceil((min * share) / 100), Math.max(1, min - 1));
}

function initialSize({ spec: { size } }: DeclaredInstancePool): { desired_capacity?: number } {
  const first = headStartOf(size);
  return first === undefined ? {} : { desired_capacity: first };
}

/** What policies say holds for what they do; making and changing the group go by its own. */
function restAfterUpdate(it: DeclaredInstancePool): { cooldown?: number } {
  return it.spec.autoscaling?.metric === undefined ? {} : { cooldown: timingOf(it).cooldown.out };
}

function memberProperties(it: DeclaredInstancePool): object {
  const { template } = it.spec;
  const { networkId, subnet, groupId } = placeOf(it);
  const volume = volumeOf(template);
  const keyPair = keyPairOf(template);
  const userData = userDataOf(template);
  return {
    image: imageOf(template),
    flavor: machineOf(template).flavorId,
    network: networkId,
    subnet: subnet.id,
    security_group: groupId,
    server_group: ref("serverGroup.id"),
    ...(keyPair === undefined ? {} : { key_name: keyPair }),
    ...(userData === undefined ? {} : { user_data: userData }),
    metadata: { ...labelsOf(it), "metering.server_group": { get_param: "OS::stack_id" } },
    ...(volume ? { disk: volume } : {}),
    sets: Object.fromEntries(membershipsOf(it).map((one) => [one.label, membership(subnet, one)])),
  };
}

/** Every key is there: the member template can leave none out. */
function membership(own: Subnet, { poolId, port, checkPort = port, subnet = own }: Membership): object {
  return { pool: poolId, port, check_port: checkPort, subnet: subnet.id };
}
