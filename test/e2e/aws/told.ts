import type { Facts } from "./facts.js";

/** What an alteration changes in the cloud's answers; everything else must stay as it was. */
export type Step = (facts: Draft, before: Facts) => void;

type Value = string | number | boolean | null | undefined | readonly unknown[] | object;
type Draft = Record<string, Record<string, unknown>> & { rules: string[] };

/** The answers after these steps, all of one deployment. */
export function after(before: Facts, steps: readonly Step[]): Facts {
  const draft = structuredClone(before) as unknown as Draft;
  for (const step of steps) step(draft, before);
  draft.rules.sort();
  return draft as unknown as Facts;
}

/** `set("groups/web-pool/MaxSize", 4)`; undefined takes it away. */
export function set(path: string, value: Value): Step {
  return (draft) => {
    const keys = path.split("/");
    const last = keys.pop() ?? "";
    const owner = keys.reduce<Record<string, unknown>>((found, key) => {
      const next = found[key];
      if (typeof next !== "object" || next === null) throw new Error(`${path}: there is no ${key}`);
      return next as Record<string, unknown>;
    }, draft);
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  };
}

export function rules({ gone = [], made = [] }: { gone?: readonly string[]; made?: readonly string[] }): Step {
  return (draft) => {
    const strangers = gone.filter((rule) => !draft.rules.includes(rule));
    if (strangers.length > 0) throw new Error(`there is no rule ${strangers.join(", ")}`);
    draft.rules = [...draft.rules.filter((rule) => !gone.includes(rule)), ...made];
  };
}

/** moto tells these attributes of a target group from its first change on. */
export function groupTouched(name: string): Step {
  const at = `targetGroups/${name}/Attributes/target_group_health`;
  return (draft, before) => {
    for (const [attribute, value] of healthAttributes) set(`${at}.${attribute}`, value)(draft, before);
  };
}

const healthAttributes = [
  ["dns_failover.minimum_healthy_targets.count", "off"],
  ["dns_failover.minimum_healthy_targets.percentage", "off"],
  ["unhealthy_state_routing.minimum_healthy_targets.count", "1"],
  ["unhealthy_state_routing.minimum_healthy_targets.percentage", "off"],
] as const;

/** How a group was asked to bring its instances to a new version. */
export const usualRefresh = {
  MinHealthyPercentage: 100,
  MaxHealthyPercentage: 110,
  InstanceWarmup: 300,
  SkipMatching: true,
  AutoRollback: false,
  ScaleInProtectedInstances: "Ignore",
  StandbyInstances: "Ignore",
};

/** A template's new version, which its group's instances are brought to; once a deployment. */
export function nextVersion(template: string, pool: string, changes: object, refresh: object = usualRefresh): Step {
  return (draft, before) => {
    const { LatestVersionNumber: old } = before.templates[template] as unknown as { LatestVersionNumber: number };
    const told = draft.templates?.[template] as { LatestVersionNumber: number; Versions: object[] };
    const group = draft.groups?.[pool] as { Instances: string[]; Refreshes?: object[] };
    const known = told.LatestVersionNumber > old;
    const [latest, ...others] = told.Versions;
    const next = { ...latest, VersionNumber: old + 1, ...changes };
    const rest = known ? others : [{ ...latest, DefaultVersion: false }, ...others];
    Object.assign(told, { DefaultVersionNumber: old + 1, LatestVersionNumber: old + 1, Versions: [next, ...rest] });
    Object.assign(group, {
      LaunchTemplate: { LaunchTemplateName: template, Version: String(old + 1) },
      Instances: group.Instances.map(() => `version ${old + 1}`),
      Refreshes: [refresh, ...(group.Refreshes ?? []).slice(known ? 1 : 0)],
    });
  };
}
