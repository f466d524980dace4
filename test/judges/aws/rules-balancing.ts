import { isPlain } from "../../../src/core/declared.js";
import { isUnknown, type Resource } from "./resource.js";
import { of, type Program, type ProgramRule, type Rule } from "./rule.js";

// Sources, read 2026-11: the Elastic Load Balancing API reference (2015-12-01), and its user guides for what an
// application and a network balancer take.

interface Check {
  readonly protocol?: string;
  readonly interval?: number;
  readonly timeout?: number;
}
interface Group {
  readonly protocol?: string;
  readonly healthCheck?: Check;
  readonly stickiness?: { readonly type?: string; readonly cookieName?: unknown };
  readonly slowStart?: number;
  readonly loadBalancingAlgorithmType?: string;
}
interface Balancer {
  readonly loadBalancerType?: string;
  readonly internal?: boolean;
  readonly subnets?: readonly unknown[];
  readonly subnetMappings?: readonly { readonly allocationId?: unknown }[];
}
interface Listener {
  readonly protocol: string;
  readonly port?: number;
  readonly certificateArn?: unknown;
  readonly sslPolicy?: unknown;
  readonly defaultActions?: readonly { readonly redirect?: { readonly protocol?: string; readonly port?: string } }[];
}

const isHttp = (protocol = "HTTP") => protocol === "HTTP" || protocol === "HTTPS";
const isEncrypted = ({ protocol }: Listener) => protocol === "HTTPS" || protocol === "TLS";
const isName = (name: string) => /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name);

/** `200`, `200,204` or `200-299`, of what a kind of balancer may wait for. */
function isMatcher({ protocol, healthCheck }: { protocol?: string; healthCheck?: { matcher?: unknown } }): boolean {
  const matcher = healthCheck?.matcher;
  if (matcher === undefined || isUnknown(matcher)) return true;
  if (!/^\d{3}(?:-\d{3}|(?:,\d{3})*)$/.test(String(matcher))) return false;
  return String(matcher)
    .split(/[-,]/)
    .every((code) => Number(code) >= 200 && Number(code) <= (isHttp(protocol) ? 499 : 599));
}

const takesStickiness = ({ protocol, stickiness }: Group) => {
  if (stickiness?.type === undefined) return true;
  if (isHttp(protocol)) return stickiness.type === "lb_cookie" || stickiness.type === "app_cookie";
  return stickiness.type === "source_ip" && protocol !== "TLS";
};

export const balancingRules: readonly Rule[] = [
  ...of("aws:lb/loadBalancer:LoadBalancer", "CreateLoadBalancer", {
    name: [
      "be 1..32 letters, digits and inner hyphens, not beginning with internal-",
      (name: string) => isName(name) && !name.startsWith("internal-"),
    ],
    0: [
      "have subnets in two zones where it is an application balancer",
      ({ loadBalancerType = "application", subnets }: Balancer) =>
        loadBalancerType !== "application" || (subnets?.length ?? 0) >= 2,
    ],
    2: [
      "have addresses of its own only where it is public",
      ({ internal, subnetMappings = [] }: Balancer) =>
        internal !== true || subnetMappings.every(({ allocationId }) => allocationId === undefined),
    ],
    1: [
      "have either subnets or mappings",
      ({ subnets, subnetMappings }: Balancer) => (subnets === undefined) !== (subnetMappings === undefined),
    ],
  }),
  ...of("aws:lb/targetGroup:TargetGroup", "CreateTargetGroup", {
    name: ["be 1..32 letters, digits and inner hyphens", isName],
    "healthCheck.path": ["begin with a slash", (path: string) => path.startsWith("/")],
    "healthCheck.port": [
      "be traffic-port or a port",
      (port: string) => port === "traffic-port" || (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535),
    ],
    0: [
      "time a check out before the next one",
      ({ healthCheck: { interval = 30, timeout = 6 } = {} }: Group) => timeout < interval,
    ],
    1: [
      "check with TCP only what is not HTTP",
      ({ protocol, healthCheck }: Group) => healthCheck?.protocol !== "TCP" || !isHttp(protocol),
    ],
    2: ["wait for codes of 200..499, or of 200..599 behind a network balancer", isMatcher],
    3: ["have a stickiness of its protocol", takesStickiness],
    4: [
      "name the application's cookie",
      ({ stickiness }: Group) => stickiness?.type !== "app_cookie" || stickiness.cookieName !== undefined,
    ],
    5: [
      "start slowly with round robin only",
      ({ slowStart = 0, loadBalancingAlgorithmType = "round_robin" }: Group) =>
        slowStart === 0 || loadBalancingAlgorithmType === "round_robin",
    ],
  }),
  ...of("aws:lb/listener:Listener", "CreateListener", {
    sslPolicy: ["be a policy's name", (name: string) => /^ELBSecurityPolicy-[A-Za-z0-9-]+$/.test(name)],
    defaultActions: ["be one action", (actions: readonly unknown[]) => actions.length === 1],
    "defaultActions[].redirect.port": ["be a port", (port: string) => Number(port) >= 1 && Number(port) <= 65535],
    0: [
      "have a certificate and a policy exactly where it is encrypted",
      (listener: Listener) =>
        isEncrypted(listener) === (listener.certificateArn !== undefined) &&
        isEncrypted(listener) === (listener.sslPolicy !== undefined),
    ],
  }),
  ...of("aws:lb/listener:Listener", "RedirectActionConfig", {
    0: [
      "redirect to another place, and from HTTPS to HTTPS only",
      ({ protocol, port, defaultActions = [] }: Listener) =>
        defaultActions.every(
          ({ redirect }) =>
            redirect === undefined ||
            (redirect.protocol === "HTTPS" && protocol === "HTTP") ||
            (redirect.protocol === protocol && redirect.port !== String(port)),
        ),
    ],
  }),
  ...of("aws:lb/listenerRule:ListenerRule", "CreateRule", {
    conditions: ["have five values at most", (conditions: unknown) => values(conditions) <= 5],
    "conditions[].hostHeader.values[]": [
      "be a name of 128 characters at most, with letters alone after its last dot",
      (host: string) => /^[A-Za-z0-9.*?-]*\.[A-Za-z]+$/.test(host) && host.length <= 128,
    ],
    "conditions[].pathPattern.values[]": [
      "be a path of 128 characters at most, of those that patterns have",
      (path: string) => /^[A-Za-z0-9_\-.$/~"'@:+&()*?]{1,128}$/.test(path),
    ],
  }),
];

function values(conditions: unknown): number {
  if (Array.isArray(conditions)) return conditions.reduce((sum: number, one) => sum + values(one), 0);
  return isPlain(conditions) ? Object.values(conditions).reduce((sum: number, one) => sum + values(one), 0) : 1;
}

const listeners = (program: Program) => program.of("aws:lb/listener:Listener");

export const balancingProgramRules: readonly ProgramRule[] = [
  {
    fact: "listeners of one balancer have ports of their own",
    source: "CreateListener, DuplicateListener",
    breaches: (program) => twice(listeners(program), ({ refers, inputs }) => [refers.loadBalancerArn, inputs.port]),
  },
  {
    fact: "rules of one listener have priorities of their own",
    source: "CreateRule, PriorityInUse",
    breaches: (program) =>
      twice(program.of("aws:lb/listenerRule:ListenerRule"), ({ refers, inputs }) => [
        refers.listenerArn,
        inputs.priority,
      ]),
  },
  {
    fact: "listeners speak what their balancer speaks",
    source: "Protocols of listeners: HTTP and HTTPS on application balancers, the others on network balancers",
    breaches: (program) =>
      listeners(program)
        .filter((one) =>
          program
            .referred(one, "loadBalancerArn")
            .some(({ inputs }) => (inputs.loadBalancerType === "application") !== isHttp(String(one.inputs.protocol))),
        )
        .map(({ id }) => id),
  },
  {
    fact: "listeners forward to groups of their balancer's kind",
    source: "Target groups of an application balancer are HTTP or HTTPS",
    breaches: (program) =>
      listeners(program)
        .filter((one) =>
          program
            .referred(one, "defaultActions")
            .some(({ inputs }) => isHttp(String(inputs.protocol)) !== isHttp(String(one.inputs.protocol))),
        )
        .map(({ id }) => id),
  },
];

/** The later ones of those that are told apart by nothing. */
export function twice(resources: readonly Resource[], keyOf: (one: Resource) => unknown): string[] {
  const known = new Set<string>();
  return resources.flatMap((one) => {
    const key = JSON.stringify(keyOf(one));
    const isKnown = known.has(key);
    known.add(key);
    return isKnown ? [one.id] : [];
  });
}
