// Sources: Octavia API v2 reference and its validators, Octavia feature matrix (pools, members), ovn-octavia-provider
// constants.py and release note session-persistence, terraform-provider-openstack 1.54.1 (a change of persistence replaces
// the pool, and one that is left out is kept, like a weight; no tls_enabled); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { logicalNaming, type Naming } from "../../core/names.js";
import { type Note, outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, nativeName, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { type BackendSetSpec, type DeclaredBackendSet, type Member, memberPorts } from "../../spec/backend-set.js";
import { backendSetRules } from "./backend-set-rules.js";
import { fixedName, namedOptions } from "./fixed-name.js";
import { healthCheckSupport, monitor, monitorNotes } from "./monitor.js";
import { inTurn, resource } from "./resources.js";
import { memberRules } from "./rules.js";
import { settingsOf } from "./settings.js";
import { namedSubnet, subnetAround, tierSubnet } from "./subnets.js";

const byHash = unsupported("an OVN balancer chooses by the addresses and ports of each connection", "leave it out");
const unencrypted = "encrypting to members needs tls_enabled on the pool, which provider 3.x has not";

const support = {
  port: native(),
  protocol: {
    http: native("HTTP"),
    https: unsupported(unencrypted, 'protocol: "http"'),
    tcp: native("TCP"),
    tls: unsupported(unencrypted, 'protocol: "tcp", which hands the client\'s own encryption on to members'),
  },
  policy: {
    "round-robin": when("driver", { amphora: native("ROUND_ROBIN"), ovn: byHash }),
    "least-connections": when("driver", { amphora: native("LEAST_CONNECTIONS"), ovn: byHash }),
    "source-ip": when("driver", {
      amphora: native("SOURCE_IP"),
      ovn: unsupported(
        "an OVN balancer chooses by the addresses and ports of each connection",
        'stickiness: { kind: "source-address" }',
      ),
    }),
  },
  stickiness: {
    "balancer-cookie": variant(native("HTTP_COOKIE"), {
      duration: unsupported("Octavia's cookie ends with the browser's session", "leave it out"),
    }),
    "application-cookie": variant(native("APP_COOKIE"), { cookie: native() }),
    "source-address": when("driver", {
      amphora: native("SOURCE_IP"),
      ovn: near("a client is kept for 360 seconds; OVN drivers of before 2023 refuse it", "SOURCE_IP"),
    }),
  },
  healthCheck: healthCheckSupport,
  drain: unsupported("members leave at once", "leave it out"),
  slowStart: unsupported("members take their full share at once", "leave it out"),
  clientAddress: {
    kept: when("driver", {
      amphora: unsupported(
        "an amphora opens its own connections",
        'the X-Forwarded-For header, or driver: "ovn" in the settings',
      ),
      ovn: native(),
    }),
    replaced: when("driver", {
      amphora: native(),
      ovn: unsupported(
        "an OVN balancer leaves the client's address in each packet",
        'driver: "amphora" in the settings',
      ),
    }),
  },
  members: {
    each: {
      address: native(),
      port: native(),
      weight: when("driver", {
        amphora: native(undefined, { range: [0, 256] }),
        ovn: unsupported("members of OVN balancers share the work equally", "leave it out"),
      }),
      backup: when("driver", {
        amphora: native(),
        ovn: unsupported("OVN balancers have no standby members", "leave it out"),
      }),
    },
  },
  physicalName: native(),
} as const satisfies SupportOf<BackendSetSpec>;

export const backendSet: Adapter<BackendSetSpec> = { support, rules: backendSetRules, plan };

const defaultPolicy = { amphora: "round-robin", ovn: "SOURCE_IP_PORT" } as const;

function plan(it: DeclaredBackendSet): Plan {
  const { spec } = it;
  const { driver = "amphora" } = settingsOf(it);
  const { loadBalancer, tier, healthCheck: check } = spec;
  const reach = { ports: memberPorts(spec), ping: check.protocol === "ping" };
  return {
    resources: {
      ...(tier ? memberRules(loadBalancer, tier, reach) : {}),
      ...inTurn({
        pool: pool(it, driver),
        ...members(spec),
        monitor: monitor(check, driver),
      }),
    },
    outputs: { backendSetId: ref("pool.id") },
    notes: [...monitorNotes(check), ...(spec.stickiness ? [replacing] : [])],
  };
}

/** Attached to the balancer, not to a listener: so a new pool can stand beside the old one while listeners turn to it. */
function pool(it: DeclaredBackendSet, driver: "amphora" | "ovn"): Planned {
  const { spec } = it;
  return resource(
    "openstack:loadbalancer/pool:Pool",
    {
      loadbalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
      protocol: nativeName(support.protocol[spec.protocol]),
      lbMethod: methodOf(spec, driver),
      ...persistence(spec, driver),
      ...fixedName(it),
    },
    { ...namedOptions(it), ...(spec.stickiness ? { naming: sticky } : {}) },
  );
}

/** The provider keeps a persistence that is no longer asked for: a set without is another pool. */
const sticky: Naming = { ...logicalNaming, ending: "sticky" };

function methodOf({ policy }: BackendSetSpec, driver: "amphora" | "ovn"): string {
  if (policy === undefined && driver === "ovn") return defaultPolicy.ovn;
  return nativeName(support.policy[policy ?? defaultPolicy.amphora], { driver });
}

function persistence({ stickiness }: BackendSetSpec, driver: string) {
  if (!stickiness) return {};
  if (stickiness.kind === "source-address")
    return { persistence: { type: nativeName(support.stickiness["source-address"], { driver }) } };
  const type = nativeName(support.stickiness[stickiness.kind].self);
  const named = stickiness.kind === "application-cookie" ? { cookieName: stickiness.cookie } : {};
  return { persistence: { type, ...named } };
}

function members(spec: BackendSetSpec): Record<string, Planned> {
  const entries = Object.entries(spec.members ?? {}).map(([name, member]) => [
    `member:${name}`,
    planMember(spec, member),
  ]);
  return Object.fromEntries(entries);
}

/** A second member of the same address and port is refused, so one goes before its successor comes. */
function planMember(spec: BackendSetSpec, { address, port, weight, backup }: Member): Planned {
  const { loadBalancer, tier, healthCheck: check } = spec;
  const protocolPort = port ?? spec.port;
  const around = tier ? tierSubnet(tier) : subnetAround(loadBalancer.spec.network, address);
  const subnet = namedSubnet(loadBalancer, around);
  return resource(
    "openstack:loadbalancer/member:Member",
    {
      poolId: ref("pool.id"),
      address,
      protocolPort,
      ...(subnet ? { subnetId: subnet.id } : {}),
      ...weightOf(spec, weight),
      ...(backup === undefined ? {} : { backup }),
      ...(check.port === undefined || check.port === protocolPort ? {} : { monitorPort: check.port }),
    },
    { options: { deleteBeforeReplace: true } },
  );
}

/** Said always: the provider keeps a weight that is no longer asked for. */
function weightOf({ loadBalancer }: BackendSetSpec, weight = 1): { weight?: number } {
  return settingsOf(loadBalancer).driver === "ovn" ? {} : { weight };
}

const replacing: Note = {
  id: "warning:backendSet.stickiness",
  fate: "warning",
  path: "backendSet.stickiness",
  message:
    "a change of it replaces the pool, its members and its monitor with provider 3.x; nothing is served meanwhile",
};
