// Sources: Load Balancing and Network Load Balancing documentation (metrics oci_lbaas and oci_nlb with their dimensions), Monitoring
// documentation (query language), Monitoring API reference (CreateAlarmDetails); read 2026-11.
import { type Declared, identityOf } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Planned, type Ref, type Text, text } from "../../core/planned.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { ServerErrorsAlarm, UnhealthyInstancesAlarm } from "../../spec/alarms.js";
import type { DeclaredBackendSet } from "../../spec/backend-set.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { balancersOf } from "../../spec/instance-pool-rules.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { partDisplayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { placeOf, settingsOf } from "./settings.js";

const namespaces = { application: "oci_lbaas", network: "oci_nlb" } as const;
const unhealthy = { application: "UnHealthyBackendServers", network: "UnhealthyBackends" } as const;
const defaults = { above: 0, sustain: 300 } as const;

interface Watch {
  readonly of: Declared;
  readonly namespace: string;
  readonly query: Text;
  readonly severity: "CRITICAL" | "WARNING";
  readonly sustain: number;
  readonly body: string;
}

export function alarmsOf(it: DeclaredInstancePool): Record<string, Planned> {
  const { alarms, backendSets = [] } = it.spec;
  if (!alarms) return {};
  const { unhealthyInstances, serverErrors } = alarms;
  const balancers = balancersOf(it.spec).filter((one) => one.spec.kind === "application");
  const watches: [string, Watch][] = [
    ...(unhealthyInstances ? backendSets.map((set) => unhealthyIn(set, unhealthyInstances)) : []),
    ...(serverErrors ? balancers.map((balancer) => errorsOf(balancer, serverErrors)) : []),
  ];
  return Object.fromEntries(watches.map(([part, watch]) => [`alarm:${part}`, alarm(it, `alarm:${part}`, watch)]));
}

function alarm(it: DeclaredInstancePool, role: string, watch: Watch): Planned {
  const { topics, compartmentId } = settingsOf(it);
  const { of, namespace, query, severity, sustain, body } = watch;
  const args = {
    ...placeOf(it, it.spec.tags),
    displayName: partDisplayName(it, role),
    metricCompartmentId: compartmentId,
    namespace,
    query,
    severity,
    pendingDuration: `PT${sustain / 60}M`,
    body,
    destinations: [meaning(topics, it.spec.alarms?.notify ?? "") as string],
    isEnabled: true,
  };
  return resource("oci:Monitoring/alarm:Alarm", args, { mentions: of });
}

function unhealthyIn(
  set: DeclaredBackendSet,
  { above = defaults.above, sustain = defaults.sustain }: UnhealthyInstancesAlarm,
): [string, Watch] {
  const { kind } = set.spec.loadBalancer.spec;
  const filter = [...ofBalancer(set.spec.loadBalancer), '", backendSetName = "', outputOf(set, "backendSetId") as Ref];
  return [
    `unhealthy-${identityOf(set)}`,
    {
      of: set,
      namespace: namespaces[kind],
      query: text(`${unhealthy[kind]}[1m]{`, ...filter, `"}.max() > ${above}`),
      severity: "CRITICAL",
      sustain,
      body: `more than ${above} instances of ${set.name} are unhealthy`,
    },
  ];
}

function errorsOf(
  balancer: DeclaredLoadBalancer,
  { above = defaults.above, sustain = defaults.sustain }: ServerErrorsAlarm,
): [string, Watch] {
  return [
    `errors-${identityOf(balancer)}`,
    {
      of: balancer,
      namespace: namespaces.application,
      query: text("HttpResponses5xx[1m]{", ...ofBalancer(balancer), `", lbComponent = "Listener"}.sum() > ${above}`),
      severity: "WARNING",
      sustain,
      body: `${balancer.name} answers with more than ${above} server errors in a minute`,
    },
  ];
}

function ofBalancer(balancer: DeclaredLoadBalancer): (string | Ref)[] {
  return ['resourceId = "', outputOf(balancer, "loadBalancerId") as Ref];
}

export function alarmRules(it: DeclaredInstancePool): Issue[] {
  const { alarms, backendSets = [] } = it.spec;
  if (!alarms) return [];
  const isSeen =
    backendSets.length === 0 || backendSets.some((set) => set.spec.loadBalancer.spec.kind === "application");
  const blind = {
    path: "instancePool.alarms.serverErrors",
    message: "is not seen by network balancers, which pass connections on",
    instead: "unhealthyInstances",
  };
  return [
    ...unknownWord(settingsOf(it).topics, "topics", alarms.notify, "instancePool.alarms.notify"),
    ...(alarms.serverErrors && !isSeen ? [blind] : []),
  ];
}
