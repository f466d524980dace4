import { type Loose, omit } from "../making.js";

const scopes: Readonly<Record<string, string>> = {
  compute: "server",
  "instance-pools": "group",
  autoscaling: "group",
  "object-storage": "assets",
  logs: "audit",
  secrets: "password",
};
const required = ["object-storage", "logs", "secrets"];

/** What has ARNs of its own may be narrowed to one; buckets, logs and secrets must be. */
export function fitRights({ allow, ...args }: Loose): Loose {
  const fitting = (allow as Loose[]).map((one) => {
    const resource = one.resource as string;
    const scope = scopes[resource];
    const wanted = scope !== undefined && (one.on !== undefined || required.includes(resource));
    return { ...omit(one, "on"), ...(wanted ? { on: [scope] } : {}) };
  });
  return { ...args, allow: fitting };
}

/** Kept instances have no rollout, and only sets find instances unhealthy. */
export function fitPool({ rollout, alarms, ...args }: Loose): Loose {
  const kept = (rollout as Loose | undefined)?.instances === "kept";
  const rolled = rollout === undefined ? {} : { rollout: kept ? { instances: "kept" } : rollout };
  const fitting = {
    ...args,
    ...rolled,
    ...alarmed(alarms as Loose | undefined, args.size),
    ...scheduled(args.autoscaling as Loose | undefined),
  };
  return args.backendSets === undefined ? omit(fitting, "replaceUnhealthy") : fitting;
}

/** There are never fewer than none. */
function alarmed(alarms: Loose | undefined, size: unknown): { alarms?: Loose } {
  if (!alarms) return {};
  const seen = (size as { min?: number }).min === 0 ? omit(alarms, "belowMinimum") : alarms;
  return Object.keys(seen).length > 1 ? { alarms: seen } : {};
}

/** A size must fit whatever bounds another schedule has set. */
function scheduled(autoscaling: Loose | undefined): { autoscaling?: Loose } {
  if (autoscaling?.schedules === undefined) return {};
  const entries = Object.entries(autoscaling.schedules as Record<string, Loose>);
  const bound = entries.some(([, { min, max }]) => min !== undefined || max !== undefined);
  const sized = entries.some(([, { size }]) => size !== undefined);
  const schedules = Object.fromEntries(bound && sized ? entries.slice(0, 1) : entries);
  return { autoscaling: { ...autoscaling, schedules } };
}
