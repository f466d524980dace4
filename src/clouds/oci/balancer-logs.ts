import { type Planned, ref } from "../../core/planned.js";
import { type Entry, nativeName } from "../../core/support.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { partDisplayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { placeOf, settingsOf } from "./settings.js";

const categories = ["access", "error"] as const;
const defaultRetention = 30;

/** A log for each category, in a group of the balancer's own unless the settings name one. */
export function balancerLogs(
  it: DeclaredLoadBalancer,
  support: Readonly<Record<(typeof categories)[number], Entry>>,
): Record<string, Planned> {
  const { logs = {}, tags, kind } = it.spec;
  const wanted = categories.filter((category) => logs[category] === true);
  const { logGroup, logRetention = defaultRetention, compartmentId } = settingsOf(it);
  const place = placeOf(it, tags);
  if (wanted.length === 0) return {};
  const group = resource("oci:Logging/logGroup:LogGroup", {
    ...place,
    displayName: partDisplayName(it, "logGroup"),
  });
  const { compartmentId: _, ...labels } = place;
  const entries = wanted.map((category) => [
    `log:${category}`,
    resource("oci:Logging/log:Log", {
      ...labels,
      displayName: partDisplayName(it, `log:${category}`),
      logGroupId: logGroup ?? ref("logGroup.id"),
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: logRetention,
      configuration: {
        compartmentId,
        source: {
          sourceType: "OCISERVICE",
          service: "loadbalancer",
          category: nativeName(support[category], { kind }),
          resource: ref("balancer.id"),
        },
      },
    }),
  ]);
  return { ...(logGroup === undefined ? { logGroup: group } : {}), ...Object.fromEntries(entries) };
}
