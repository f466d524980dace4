// Sources: Load Balancing and Network Load Balancing API references (CreateBackendSetDetails, HealthCheckerDetails,
// CreateBackendDetails), terraform-provider-oci 8.23.0 (defaults, optional and computed fields), @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { emulated, native, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import type { BackendSetSpec, DeclaredBackendSet } from "../../spec/backend-set.js";
import { formOfApplicationSet, planApplicationSet } from "./application-set.js";
import { checkDefaults } from "./health-checker.js";
import { formOfNetworkSet, planNetworkSet } from "./network-set.js";
import { fixedNameRules, fixedSetName, setName, uniqueNameRules } from "./physical-names.js";

const getOnly = unsupported("checks are GET requests", '"GET"');
const oneCode = unsupported("a check expects one status code", "one code such as 200");
const opened = unsupported(
  "a network load balancer passes encrypted connections on without opening them",
  'protocol: "tcp", with the certificate on the members',
);
const followsSet = unsupported(
  "a check is encrypted where the set is",
  'protocol: "https" on the backend set, or "http" on the check',
);

const encryptedCheck = native("HTTPS");

const support = {
  port: native(),
  protocol: {
    http: native(),
    https: when("memberTrust", {
      given: native(),
      absent: near("members' certificates are not verified: trustedAuthorities in the settings name none"),
    }),
    tcp: native(),
    tls: opened,
  },
  policy: {
    "round-robin": when("kind", {
      application: native("ROUND_ROBIN"),
      network: near("connections are spread by the hash of their addresses and ports", "FIVE_TUPLE"),
    }),
    "least-connections": when("kind", {
      application: native("LEAST_CONNECTIONS"),
      network: unsupported(
        "a network load balancer chooses a member by the hash of each connection",
        'leave it out, or policy: "source-ip"',
      ),
    }),
    "source-ip": when("kind", { application: native("IP_HASH"), network: native("TWO_TUPLE") }),
  },
  stickiness: {
    "balancer-cookie": variant(native(), { duration: native() }),
    "application-cookie": variant(native(), {
      cookie: native(undefined, {
        pattern: { matches: /^(?!\*$)/, says: "name one cookie: * stands for any cookie here" },
      }),
    }),
    "source-address": when("kind", {
      application: emulated("the policy becomes the hash of the client's address", "IP_HASH"),
      network: emulated("the policy becomes the hash of the client's and the balancer's addresses", "TWO_TUPLE"),
    }),
  },
  healthCheck: {
    protocol: {
      http: native("HTTP"),
      https: when("protocol", {
        http: followsSet,
        https: native("HTTP"),
        tcp: encryptedCheck,
        tls: encryptedCheck,
      }),
      tcp: native("TCP"),
      ping: unsupported("there is no echo check", 'protocol: "tcp", or "http" with a path'),
    },
    port: native(),
    path: native(),
    method: { GET: native(), HEAD: getOnly, OPTIONS: getOnly, POST: getOnly, PUT: getOnly, DELETE: getOnly },
    expectedStatus: { one: native(), list: oneCode, range: oneCode },
    interval: native(),
    timeout: native(),
    healthyThreshold: native(),
    unhealthyThreshold: native(),
  },
  drain: unsupported("members leave at once", "a longer cooldown on the policy of the pool"),
  slowStart: unsupported("new members take their full share at once", "leave it out"),
  clientAddress: {
    kept: when("kind", {
      application: unsupported("an application load balancer opens its own connections", "the X-Forwarded-For header"),
      network: near(
        "members admit the clients' addresses besides the balancer's: whoever may reach it, may reach them",
      ),
    }),
    replaced: native(),
  },
  members: {
    each: { address: native(), port: native(), weight: native(), backup: native() },
  },
  physicalName: native(undefined, fixedSetName),
} as const satisfies SupportOf<BackendSetSpec>;

export type BackendSetSupport = typeof support;

export const backendSet: Adapter<BackendSetSpec> = {
  support,
  rules: (it) => [
    ...timeoutRules(it.spec),
    ...thresholdRules(it.spec),
    ...policyRules(it.spec),
    ...backupRules(it.spec),
    ...nameRules(it),
  ],
  plan: (it) => (it.spec.loadBalancer.spec.kind === "application" ? planApplicationSet : planNetworkSet)(it, support),
};

function timeoutRules({ healthCheck }: BackendSetSpec): Issue[] {
  const { interval = checkDefaults.interval, timeout = 0 } = healthCheck;
  if (timeout <= interval) return [];
  return [
    {
      path: "backendSet.healthCheck.timeout",
      message: `${timeout} is above the interval of ${interval}`,
      instead: `a number up to ${interval}`,
    },
  ];
}

function thresholdRules({ healthCheck }: BackendSetSpec): Issue[] {
  const { healthyThreshold: healthy, unhealthyThreshold: unhealthy } = healthCheck;
  if (healthy === undefined || unhealthy === undefined || healthy === unhealthy) return [];
  return [
    {
      path: "backendSet.healthCheck.healthyThreshold",
      message: `${healthy} differs from the unhealthyThreshold of ${unhealthy}; one number counts both ways`,
      instead: `${unhealthy}, or leave it out`,
    },
  ];
}

function policyRules({ policy, stickiness }: BackendSetSpec): Issue[] {
  if (stickiness?.kind !== "source-address" || policy === undefined) return [];
  return [
    {
      path: "backendSet.policy",
      message: `"${policy}" stands against stickiness "source-address", which is a policy of its own here`,
      instead: "one of the two",
    },
  ];
}

function backupRules({ loadBalancer, policy, stickiness, members = {} }: BackendSetSpec): Issue[] {
  const hashed = policy === "source-ip" || stickiness?.kind === "source-address";
  if (loadBalancer.spec.kind === "network" || !hashed) return [];
  return Object.entries(members).flatMap(([name, { backup }]) =>
    backup === true
      ? [
          {
            path: `backendSet.members.${name}.backup`,
            message: "is not available where clients are spread by the hash of their addresses",
            instead: 'leave it out, or policy: "round-robin" with a cookie',
          },
        ]
      : [],
  );
}

function nameRules(it: DeclaredBackendSet): Issue[] {
  const isApplication = it.spec.loadBalancer.spec.kind === "application";
  const form = (isApplication ? formOfApplicationSet : formOfNetworkSet)(it.spec);
  const role = isApplication ? "backendSet" : "networkBackendSet";
  return [
    ...fixedNameRules("backendSet", it.spec.physicalName, form),
    ...uniqueNameRules(it, "backendSet", role, setName(it, form)),
  ];
}
