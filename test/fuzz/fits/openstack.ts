import type { Declared } from "../../../src/core/declared.js";
import { type Loose, type Making, omit } from "../making.js";
import type { Fit } from "./fit.js";

export const openstack: Fit = {
  zones: () => [1, 2],
  fits: {
    BackendSet: fitSet,
    Listener: fitListener,
    DynamicGroupPolicy: fitRights,
    InstanceTemplate: fitTemplate,
    InstancePool: fitPool,
  },
};

/** Members without a tier are unguarded under OVN, and must stand in a known subnet. */
function fitSet(args: Loose): Loose {
  const { cloud } = args.loadBalancer as Declared;
  return cloud.facets.driver === "ovn" && args.tier === undefined ? omit(args, "members") : args;
}

/** A redirection is one fixed URL, which needs a host. */
function fitListener(args: Loose): Loose {
  const to = (args.redirect as { to: Declared } | undefined)?.to;
  const named = (to?.spec as { hostname?: string } | undefined)?.hostname;
  return to && named === undefined ? { hostname: "shop.example.com", ...args } : args;
}

const narrowed = ["object-storage", "secrets"];

function fitRights({ allow, ...args }: Loose): Loose {
  const fitting = (allow as Loose[]).map((one) => (narrowed.includes(one.resource as string) ? one : omit(one, "on")));
  return { ...args, allow: fitting };
}

/** Only a volume has a key, and it has a size. */
function fitTemplate({ bootDisk, ...args }: Loose): Loose {
  return bootDisk === undefined ? args : { ...args, bootDisk: { size: 20, ...(bootDisk as Loose) } };
}

/** A rest lasts as long as the values that are looked at. */
function restful(autoscaling: Loose | undefined): { autoscaling?: Loose } {
  if (!autoscaling) return {};
  const { sustain, cooldown } = autoscaling;
  const calm = { ...autoscaling, ...oneSchedule(autoscaling.schedules as Loose | undefined) };
  if (sustain !== undefined || cooldown === undefined) return { autoscaling: omit(calm, "cooldown") };
  return { autoscaling: { ...calm, cooldown: longEnough(cooldown) } };
}

/** Schedules that begin soon after each other would fight. */
function oneSchedule(schedules: Loose | undefined): { schedules?: Loose } {
  const [first] = Object.entries(schedules ?? {});
  return first ? { schedules: Object.fromEntries([first]) } : {};
}

/** Three values of a minute. */
const least = 180;

function longEnough(cooldown: unknown): unknown {
  if (typeof cooldown === "number") return Math.max(least, cooldown);
  const entries = Object.entries(cooldown as Record<string, number>);
  return Object.fromEntries(entries.map(([key, seconds]) => [key, Math.max(least, seconds)]));
}

/** Balancers find members unhealthy, and a group begins with the fewest. */
function fitPool(args: Loose, { stack }: Making): Loose {
  const rested = { ...args, ...restful(args.autoscaling as Loose | undefined) };
  const alone = args.backendSets === undefined ? omit(rested, "replaceUnhealthy") : rested;
  const { initialSize } = stack.cloud.settings as { initialSize?: string };
  if (typeof args.size !== "object" || initialSize !== undefined) return alone;
  const { min, max } = args.size as { min: number; max: number };
  return { ...alone, size: { min, max } };
}
