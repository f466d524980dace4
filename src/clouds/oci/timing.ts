import type { Note } from "../../core/planned.js";
import type { AutoscalingPolicySpec, Sustain } from "../../spec/autoscaling-policy.js";

const least = { cooldown: 300, sustain: 180 } as const;

type Timing = Pick<AutoscalingPolicySpec, "cooldown" | "sustain">;

/** The times that bind somebody: where nothing is removed, none for that. */
export function timingOf({ target, growOnly, scaleIn, sustain = {}, cooldown = {} }: AutoscalingPolicySpec): Timing {
  const removes = scaleIn !== undefined || (target !== undefined && growOnly !== true);
  return removes ? { sustain, cooldown } : { sustain: outwards(sustain), cooldown: outwards(cooldown) };
}

function outwards({ out }: Sustain): Sustain {
  return out === undefined ? {} : { out };
}

/** One number for both directions: the longer one. */
export function cooldownOf({ cooldown = {} }: Timing): number {
  return Math.max(least.cooldown, cooldown.out ?? 0, cooldown.in ?? 0);
}

/** Whole minutes, for each direction. */
export function sustainOf({ sustain = {} }: Timing): Required<Sustain> {
  const rounded = (seconds = 0) => Math.max(least.sustain, Math.ceil(seconds / 60) * 60);
  return { out: rounded(sustain.out), in: rounded(sustain.in) };
}

const directions = ["out", "in"] as const;
const changes = { out: "added", in: "removed" } as const;

/** Every number that becomes another. */
export function timingNotes(timing: Timing): Note[] {
  const emitted = { cooldown: { out: cooldownOf(timing), in: cooldownOf(timing) }, sustain: sustainOf(timing) };
  return (["sustain", "cooldown"] as const).flatMap((key) =>
    directions.flatMap((direction) => {
      const asked = timing[key]?.[direction];
      const becomes = emitted[key][direction];
      return asked === undefined || asked === becomes ? [] : [changed(key, direction, asked, becomes)];
    }),
  );
}

function changed(key: keyof typeof least, direction: "out" | "in", asked: number, becomes: number): Note {
  const path = `instancePool.autoscaling.${key}.${direction}`;
  const message = `${asked} s becomes ${becomes} s, ${reasonOf(key, becomes)}: instances are ${changes[direction]} up to ${becomes - asked} s later`;
  return { id: `near:${path}`, fate: "near", path, message };
}

function reasonOf(key: keyof typeof least, becomes: number): string {
  if (becomes === least[key]) return "the least here";
  return key === "cooldown" ? "the longer of the two, which is for both" : "whole minutes";
}
