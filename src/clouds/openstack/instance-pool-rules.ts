// Sources: aodh evaluator (1..100 values), gophercloud 1.8.0 openstack/orchestration/v1/stacks (keys get_file, and type with a
// file's name, are read as files, wherever they stand); read 2026-11.
import { identityOf } from "../../core/declared.js";
import { type Issue, inexactly } from "../../core/errors.js";
import { unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { meeting, minuteOf } from "../../spec/meeting.js";
import { boundsOf, headStartOf } from "../../spec/pool-size.js";
import { thresholdsOf } from "./autoscaling-policy.js";
import { changesOf } from "./instance-pool-notes.js";
import { isHeat } from "./is-heat.js";
import { labelRules, labelsOf, machineOf } from "./launch.js";
import { loginRules } from "./login.js";
import { membershipsOf } from "./membership.js";
import { ahead, windowOf } from "./schedules.js";
import { settingsOf } from "./settings.js";
import { restFor, timingOf } from "./timing.js";

const policy = "instancePool.autoscaling";

export function instancePoolRules(it: DeclaredInstancePool): Issue[] {
  const { tags, alarms } = it.spec;
  return [
    ...sizeRules(it),
    ...memoryRules(it),
    ...periodRules(it),
    ...cooldownRules(it),
    ...windowRules(it),
    ...setRules(it),
    ...(alarms ? unknownWord(settingsOf(it).topics, "topics", alarms.notify, "instancePool.alarms.notify") : []),
    ...labelRules(tags, "instancePool.tags"),
    ...(isHeat(it) ? [...fileRules(it), ...loginRules(it)] : []),
    ...(it.cloud.exact ? changesOf(it).map(refused) : []),
  ];
}

function refused({ path, message, instead }: { path: string; message: string; instead: string }): Issue {
  return { path, message: inexactly(message), instead };
}

function sizeRules(it: DeclaredInstancePool): Issue[] {
  const first = headStartOf(it.spec.size);
  const { min } = boundsOf(it.spec.size);
  if (first === undefined || settingsOf(it).initialSize !== undefined) return [];
  return [
    {
      path: "instancePool.size.initial",
      message: `${first} is more than the fewest, ${min}: every change of the stack would set the size back to it`,
      instead: `${min}, or initialSize: "reset-at-update" in the settings`,
    },
  ];
}

function memoryRules({ spec, cloud }: DeclaredInstancePool): Issue[] {
  const { machine } = spec.template.spec;
  if (spec.autoscaling?.metric !== "memory" || machineOf(spec.template).memory !== undefined) return [];
  return [
    {
      path: `${policy}.metric`,
      message: `"memory" is reckoned from the size of "${machine}", which ${cloud.name} is not told`,
      instead: `machines: { ${machine}: { …, memory: 2048 } } in the settings, in MiB`,
    },
  ];
}

const directions = ["out", "in"] as const;

function periodRules(it: DeclaredInstancePool): Issue[] {
  const { granularity, periods } = timingOf(it);
  return directions
    .filter((one) => it.spec.autoscaling?.sustain?.[one] !== undefined && periods[one] > 100)
    .map((one) => ({
      path: `${policy}.sustain.${one}`,
      message: `${it.spec.autoscaling?.sustain?.[one]} is ${periods[one]} values of ${granularity} s, and alarms look at 100 at most`,
      instead: `at most ${100 * granularity}`,
    }));
}

/** Counters of a group dip while a server joins or leaves; a rest that is shorter takes the dip for idleness. */
function cooldownRules(it: DeclaredInstancePool): Issue[] {
  if (it.spec.autoscaling?.metric !== "cpu") return [];
  const timing = timingOf(it);
  const least = restFor(timing);
  const thresholds = thresholdsOf(it);
  return directions
    .filter((one) => thresholds[one] !== undefined && timing.cooldown[one] < least)
    .map((one) => ({
      path: `${policy}.cooldown.${one}`,
      message: `${timing.cooldown[one]} s make the pool flap: the mean of processors is wrong for ${least} s, ${least / timing.granularity} values of ${timing.granularity} s, after each change`,
      instead: `at least ${least}`,
    }));
}

/** While two schedules ask for different sizes, servers come and go each minute. */
function windowRules(it: DeclaredInstancePool): Issue[] {
  const entries = Object.entries(it.spec.autoscaling?.schedules ?? {});
  const seconds = ahead + windowOf(it.spec.autoscaling ?? {}, timingOf(it));
  const apart = Math.ceil(seconds / 60) - 1;
  return entries.flatMap(([name, one], index) =>
    entries.slice(0, index).flatMap(([earlier, other]) => {
      const moment = one.size === other.size ? undefined : meeting(one, other, new Date(Date.UTC(2026, 0, 1)), apart);
      if (!moment) return [];
      const at = minuteOf(moment);
      return [
        {
          path: `${policy}.schedules.${name}.cron`,
          message: `asks for ${one.size} within ${seconds} s of "${earlier}", which asks for ${other.size}, for example at ${at}: each asks for its size for so long, and they would fight`,
          instead: `times that are at least ${seconds} s apart`,
        },
      ];
    }),
  );
}

/** Members are named after their sets, and one of two equal names would be lost. */
function setRules(it: DeclaredInstancePool): Issue[] {
  const all = membershipsOf(it);
  return all.flatMap(({ set, label }, index) => {
    const twin = all.slice(0, index).find((other) => other.label === label);
    if (!twin) return [];
    return [
      {
        path: `instancePool.backendSets[${index}]`,
        message: `"${identityOf(twin.set)}" and "${identityOf(set)}" both become ${label}`,
        instead: "names that differ in more than punctuation",
      },
    ];
  });
}

/** The provider looks for names of files everywhere in a template. */
function fileRules(it: DeclaredInstancePool): Issue[] {
  const named = Object.entries(labelsOf(it)).filter(
    ([key, value]) => key === "get_file" || (key === "type" && /\.(?:yaml|template)$/.test(value)),
  );
  const own = Object.keys(labelsOf(it)).filter((key) => key === "metering.server_group");
  return [
    ...named.map(([key]) => ({
      path: `instancePool.tags.${key}`,
      message: "would be read as the name of a file by the provider",
      instead: "another key",
    })),
    ...own.map((key) => ({
      path: `instancePool.tags.${key}`,
      message: "is what alarms find the group's servers by",
      instead: "another key",
    })),
  ];
}
