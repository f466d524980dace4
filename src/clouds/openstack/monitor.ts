// Sources: Octavia API v2 reference and its validators (delay and timeout from 0 on, retries 1..10, a timeout above the delay
// accepted), haproxy template (rise = max_retries, fall = max_retries_down), ovn-octavia-provider constants.py; read 2026-11.
import { type Note, type Planned, ref } from "../../core/planned.js";
import { native, nativeName, type SupportOf, unsupported, when } from "../../core/support.js";
import type { HealthCheckSpec } from "../../spec/health-check.js";
import { resource } from "./resources.js";

const connectionsOnly = unsupported("OVN checks by opening a connection", 'protocol: "tcp"');
const samePort = unsupported("OVN checks the port that serves", "leave it out");

export const healthCheckSupport = {
  protocol: {
    http: when("driver", { amphora: native("HTTP"), ovn: connectionsOnly }),
    https: when("driver", { amphora: native("HTTPS"), ovn: connectionsOnly }),
    tcp: native("TCP"),
    ping: when("driver", { amphora: native("PING"), ovn: connectionsOnly }),
  },
  port: when("driver", { amphora: native(), ovn: samePort }),
  path: native(),
  method: {
    GET: native("GET"),
    HEAD: native("HEAD"),
    OPTIONS: native("OPTIONS"),
    POST: native("POST"),
    PUT: native("PUT"),
    DELETE: native("DELETE"),
  },
  expectedStatus: { one: native(), list: native(), range: native() },
  interval: native(),
  timeout: native(),
  healthyThreshold: native(undefined, { range: [1, 10] }),
  unhealthyThreshold: native(undefined, { range: [1, 10] }),
} as const satisfies SupportOf<HealthCheckSpec>;

/** Octavia has no defaults for most of these. */
const defaults = { interval: 10, timeout: 5, healthyThreshold: 3, unhealthyThreshold: 3 } as const;

/** One monitor for each pool; a second one beside it is refused, so it goes before its successor comes. */
export function monitor(check: HealthCheckSpec, driver: string): Planned {
  const { interval, timeout } = timesOf(check);
  return resource(
    "openstack:loadbalancer/monitor:Monitor",
    {
      poolId: ref("pool.id"),
      type: nativeName(healthCheckSupport.protocol[check.protocol], { driver }),
      delay: interval,
      timeout,
      maxRetries: check.healthyThreshold ?? defaults.healthyThreshold,
      maxRetriesDown: check.unhealthyThreshold ?? defaults.unhealthyThreshold,
      ...request(check),
    },
    { options: { deleteBeforeReplace: true } },
  );
}

function timesOf({ interval, timeout }: HealthCheckSpec) {
  const delay = interval ?? Math.max(defaults.interval, timeout ?? 0);
  return { interval: delay, timeout: timeout ?? Math.min(defaults.timeout, delay) };
}

function request({ protocol, path, method, expectedStatus: status }: HealthCheckSpec) {
  if (protocol !== "http" && protocol !== "https") return {};
  const codes = status?.kind === "one" ? status.code : (status?.codes ?? "200");
  return {
    urlPath: path ?? "/",
    httpMethod: healthCheckSupport.method[method ?? "GET"].as,
    expectedCodes: codes,
  };
}

/** Octavia takes a timeout above the interval, though its reference forbids it. */
export function monitorNotes(check: HealthCheckSpec): Note[] {
  const { interval, timeout } = timesOf(check);
  if (timeout <= interval) return [];
  return [
    {
      id: "warning:backendSet.healthCheck.timeout",
      fate: "warning",
      path: "backendSet.healthCheck.timeout",
      message: `${timeout} is above the interval of ${interval}: Octavia takes it, and finds a silent member late`,
    },
  ];
}
