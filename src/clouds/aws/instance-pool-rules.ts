// Sources: Amazon EC2 Auto Scaling user guide (quotas of groups; addresses are no targets of a group of instances; instances have the
// tags of their template and of their group), Elastic Load Balancing user guides (zones that a balancer is not in), Amazon CloudWatch API
// reference (names of dashboards); read 2026-11.
import { type Issue, inexactly } from "../../core/errors.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import { adoptedBalancer } from "./adopted-balancer.js";
import { inexact } from "./instance-pool-notes.js";
import { regionRules } from "./region.js";
import { settingsOf } from "./settings.js";
import { subnetsOf } from "./subnets.js";
import { sharedTagRules, tagRules } from "./tags.js";

const quotas = { targetGroups: 50, schedules: 125 } as const;

/** What the table of pools cannot say. */
export function instancePoolRules(it: DeclaredInstancePool): Issue[] {
  const { spec } = it;
  return [
    ...setRules(spec),
    ...zoneRules(spec),
    ...scheduleRules(spec),
    ...alarmRules(it),
    ...nameRules(spec),
    ...tagRules(spec.tags, "instancePool.tags"),
    ...sharedTagRules(spec.template.spec.tags, spec.tags, "instancePool.tags"),
    ...exactRules(it),
  ];
}

function setRules({ backendSets = [] }: InstancePoolSpec): Issue[] {
  const many = {
    path: "instancePool.backendSets",
    message: `names ${backendSets.length} sets; a group takes ${quotas.targetGroups}`,
    instead: "fewer sets, or routes that share one",
  };
  return [
    ...(backendSets.length > quotas.targetGroups ? [many] : []),
    ...backendSets.flatMap((set, index) =>
      set.spec.members === undefined
        ? []
        : [
            {
              path: `instancePool.backendSets[${index}]`,
              message: `"${set.name}" names members by address, and such a target group takes no instances of a pool`,
              instead: "a set of its own for the pool",
            },
          ],
    ),
  ];
}

/** Targets get nothing in a zone that their balancer is not in. */
function zoneRules({ template, backendSets = [] }: InstancePoolSpec): Issue[] {
  const { network, placement = "private" } = template.spec.tier.spec;
  const zones = subnetsOf(network, placement).map(({ zone }) => zone);
  return backendSets.flatMap((set, index) => {
    const { loadBalancer } = set.spec;
    if (adoptedBalancer(loadBalancer)) return [];
    const { visibility } = loadBalancer.spec;
    const served = subnetsOf(network, visibility).map(({ zone }) => zone);
    return zones
      .filter((zone) => !served.includes(zone))
      .map((zone) => ({
        path: `instancePool.backendSets[${index}]`,
        message: `"${loadBalancer.name}" has no ${visibility} subnet in ${zone}, where instances of the pool would get nothing`,
        instead: `a ${visibility} subnet of that zone in the settings, or no ${placement} one`,
      }));
  });
}

function scheduleRules({ autoscaling }: InstancePoolSpec): Issue[] {
  const path = "instancePool.autoscaling.schedules";
  const names = Object.keys(autoscaling?.schedules ?? {});
  const many = {
    path,
    message: `names ${names.length} schedules; a group takes ${quotas.schedules}`,
    instead: "fewer schedules",
  };
  return [
    ...(names.length > quotas.schedules ? [many] : []),
    ...names
      .filter((name) => name.length > 255)
      .map((name) => ({
        path,
        message: `a name has ${name.length} characters; 1..255 are allowed here`,
        instead: "a shorter name",
      })),
  ];
}

function alarmRules(it: DeclaredInstancePool): Issue[] {
  const { alarms, backendSets = [], template } = it.spec;
  if (!alarms) return [];
  const { topics } = settingsOf(it);
  const path = "instancePool.alarms";
  const silent = backendSets.filter((set) => set.spec.loadBalancer.spec.kind === "network");
  return [
    ...unknownWord(topics, "topics", alarms.notify, `${path}.notify`),
    ...regionRules(meaning(topics, alarms.notify), template.spec.tier.spec.network, `${path}.notify`),
    ...(alarms.serverErrors ? silent : []).map((set) => ({
      path: `${path}.serverErrors`,
      message: `"${set.name}" stands behind a network balancer, which gives no answers of its own to count`,
      instead: "unhealthyInstances",
    })),
  ];
}

/** A dashboard has the name of its pool. */
function nameRules({ dashboard, physicalName }: InstancePoolSpec): Issue[] {
  if (dashboard !== true || physicalName === undefined || /^[A-Za-z0-9_-]+$/.test(physicalName)) return [];
  const message = `"${physicalName}" is the name of the dashboard too, which takes letters, digits, - and _ only`;
  return [{ path: "instancePool.physicalName", message, instead: "such a name, or no dashboard" }];
}

function exactRules(it: DeclaredInstancePool): Issue[] {
  if (!it.cloud.exact) return [];
  return inexact(it).map(({ path, message }) => ({
    path,
    message: inexactly(message),
    instead: 'a value that fits, or fidelity: "accept" in the settings',
  }));
}
