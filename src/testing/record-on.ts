import { type RecordOptions, record } from "./record.js";
import type { Recorded } from "./recorded.js";

/** As for one recording, without what differs from cloud to cloud. */
export type OnOptions = Omit<RecordOptions, "cloud" | "settings">;

/** Records one program on several clouds, one after another: `recordOn({ aws: {…}, oci: {…} }, program)`. */
export async function recordOn<Name extends string>(
  settings: Readonly<Record<Name, object>>,
  program: () => unknown,
  options: OnOptions = {},
): Promise<Record<Name, Recorded>> {
  const recordings: [string, Recorded][] = [];
  for (const [cloud, own] of Object.entries<object>(settings)) {
    recordings.push([cloud, await record(program, { ...options, cloud, settings: own })]);
  }
  return Object.fromEntries(recordings) as Record<Name, Recorded>;
}
