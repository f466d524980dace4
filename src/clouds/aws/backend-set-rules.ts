// Sources: Elastic Load Balancing user guides (health checks, slow start, IP targets, client address preservation); read 2026-11.
import type { Issue } from "../../core/errors.js";
import { isWithin } from "../../core/ranges.js";
import type { BackendSetSpec } from "../../spec/backend-set.js";
import type { HealthCheckSpec } from "../../spec/health-check.js";

const usualInterval = 30;

/** Given always: the service takes no timeout that reaches the interval, and the provider's own differ. */
export function checkTimes({ interval = usualInterval, timeout, protocol }: HealthCheckSpec) {
  const usual = protocol === "http" ? 6 : 10;
  return { interval, timeout: timeout ?? Math.min(usual, interval - 1) };
}

/** What the table of backend sets cannot say. */
export function backendSetRules(spec: BackendSetSpec): Issue[] {
  return [...timeRules(spec), ...slowStartRules(spec), ...statusRules(spec), ...addressRules(spec)];
}

function timeRules({ healthCheck: check }: BackendSetSpec): Issue[] {
  const { timeout, interval } = checkTimes(check);
  if (timeout < interval) return [];
  return [
    {
      path: "backendSet.healthCheck.timeout",
      message: `${timeout} is not below the interval of ${interval}`,
      instead: `a number below ${interval}`,
    },
  ];
}

function slowStartRules({ slowStart, policy }: BackendSetSpec): Issue[] {
  if (slowStart === undefined || policy !== "least-connections") return [];
  return [{ path: "backendSet.slowStart", message: 'goes with policy "round-robin" only', instead: "one of the two" }];
}

function statusRules({ healthCheck, loadBalancer }: BackendSetSpec): Issue[] {
  const last = loadBalancer.spec.kind === "application" ? 499 : 599;
  const codes = Object.values(healthCheck.expectedStatus ?? {})
    .join()
    .match(/\d+/g);
  return (codes ?? [])
    .filter((code) => Number(code) < 200 || Number(code) > last)
    .map((code) => ({
      path: "backendSet.healthCheck.expectedStatus",
      message: `${code} is outside 200..${last}`,
      instead: `codes from 200 to ${last}`,
    }));
}

/** Where targets outside the network may stand. */
const privateRanges = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];

function addressRules({ members = {}, loadBalancer, clientAddress }: BackendSetSpec): Issue[] {
  const { cidr } = loadBalancer.spec.network.spec;
  return Object.entries(members).flatMap(([name, { address }]) => {
    if (typeof address !== "string" || isWithin(address, cidr)) return [];
    const path = `backendSet.members.${name}.address`;
    const open = { path, message: `"${address}" is a public address`, instead: `one of ${privateRanges.join(", ")}` };
    const far = {
      path,
      message: `"${address}" lies outside the network, where clientAddress "kept" does not reach`,
      instead: 'clientAddress: "replaced", or a member of the network',
    };
    return [
      ...(privateRanges.some((range) => isWithin(address, range)) ? [] : [open]),
      ...(clientAddress === "kept" ? [far] : []),
    ];
  });
}
