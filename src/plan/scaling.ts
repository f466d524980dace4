import type { Value, Values } from "./model.js";
import { isValues, nameIn, text } from "./words.js";

/** What moves a pool's size: its metric, and each of its schedules. */
export function scalingOf({ metric, requestsOf, schedules, ...rule }: Values): string[] {
  const what = [text(metric), requestsOf === undefined ? "" : `of ${nameIn(requestsOf)}`].filter(Boolean).join(" ");
  return [
    metric === undefined ? "" : `${what} ${ruleOf(rule)}`,
    ...Object.entries(isValues(schedules) ? schedules : {}).map(scheduleOf),
  ];
}

function ruleOf({ target, growOnly, scaleOut, scaleIn }: Values): string {
  if (target !== undefined) return `kept near ${text(target)}${growOnly === true ? " by adding only" : ""}`;
  const out = isValues(scaleOut) ? `above ${text(scaleOut.above)} adds ${text(scaleOut.add)}` : "";
  const back = isValues(scaleIn) ? `below ${text(scaleIn.below)} removes ${text(scaleIn.remove)}` : "never removes";
  return `${out}, ${back}`;
}

/** `morning (0 8 * * 1-5 Asia/Seoul) size 4`. */
export function scheduleOf([name, schedule]: [string, Value]): string {
  if (!isValues(schedule)) return name;
  const { cron, timeZone, ...sizes } = schedule;
  const changes = Object.entries(sizes).map(([key, value]) => `${key} ${text(value)}`);
  return `${name} (${text(cron)} ${text(timeZone)}) ${changes.join(" ")}`;
}
