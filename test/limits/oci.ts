import type { Stack } from "../conformance/harness.js";
import { settings } from "../fixtures/settings.js";
import { ociSettings } from "./oci-settings.js";
import type { Limit } from "./row.js";

type Case = Omit<Limit, "cloud" | "section">;

const inSection = (section: string, cases: readonly Case[]): Limit[] =>
  cases.map((one) => ({ section, cloud: "oci", ...one }));

const check = (stack: Stack, fields: object, set: object = {}) =>
  stack.set({ healthCheck: { protocol: "http", ...fields }, ...set });
const member = (stack: Stack, fields: object, set: object = {}) =>
  stack.set({ members: { a: { address: "10.0.0.85", ...fields }, b: { address: "10.0.0.86" } }, ...set });
const onNetwork = (stack: Stack, set: object = {}) => stack.set({ protocol: "tcp", ...set });
const secure = (stack: Stack, fields: object = {}) =>
  stack.listener({ protocol: "https", port: 443, certificate: "shop", ...fields });

/** A listener with so many routes, each with a path, and a host where asked. */
function routed(stack: Stack, count: number, host: object, port = 80) {
  const backendSet = stack.set();
  const routes = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`r${index}`, { path: `/${index}`, ...host, backendSet }]),
  );
  return stack.listener({ backendSet, port, routes });
}

const adopted = (subnets: readonly object[]) => ({
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: subnets.map((subnet, index) => ({
        id: `ocid1.subnet.oc1..${index}`,
        cidr: `10.20.${index}.0/24`,
        ...subnet,
      })),
    },
  },
});
const [first, second] = settings.oci.availabilityDomains;
const oneDomain = { availabilityDomains: [first] };

const network: readonly Case[] = [
  {
    says: "VCN CIDR from /16",
    bad: (stack) => stack.network({ cidr: "10.0.0.0/15" }),
    good: (stack) => stack.network({ cidr: "10.0.0.0/16" }),
    path: "network.cidr",
    text: "/15 leaves no room for its subnets on every cloud; instead: a range of /16 to /23",
  },
  {
    says: "a region has up to three availability domains",
    bad: (stack) => stack.network({ zones: 4 }),
    good: (stack) => stack.network({ zones: 3 }),
    path: "network.zones",
    text: "4 are more than the 3 availability domains in the settings; instead: a number up to 3, or availabilityDomains: [ … ] in the settings with as many names",
  },
  {
    says: "an availability domain has three fault domains",
    settings: oneDomain,
    bad: (stack) => stack.network({ zones: 4 }),
    good: (stack) => stack.network({ zones: 3 }),
    path: "network.zones",
    text: "4 is outside 2..3; instead: a number from 2 to 3",
  },
  {
    says: "an adopted network keeps its range",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ cidr: "10.30.0.0/16" }),
    good: (stack) => stack.network(),
    path: "network.cidr",
    text: '"10.30.0.0/16" is not what the adopted network "shop" has; instead: "10.20.0.0/16"',
  },
  {
    says: "an adopted network keeps its way out",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ outbound: "none" }),
    good: (stack) => stack.network({ outbound: "nat" }),
    path: "network.outbound",
    text: '"none" is not what the adopted network "shop" has; instead: "nat"',
  },
  {
    says: "an adopted network covers the availability domains of its subnets",
    settings: adopted([
      { public: true, zone: first },
      { public: true, zone: second },
    ]),
    bad: (stack) => stack.network({ zones: 1 }),
    good: (stack) => stack.network({ zones: 2 }),
    path: "network.zones",
    text: '1 is not what the adopted network "shop" has; instead: 2',
  },
  {
    says: "an adopted network keeps its labels",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ tags: { team: "web" } }),
    good: (stack) => stack.network(),
    path: "network.tags",
    text: 'would change the adopted network "shop"; instead: leave it out, or let the program make the network',
  },
  {
    says: "an adopted network keeps its name",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ physicalName: "other" }),
    good: (stack) => stack.network(),
    path: "network.physicalName",
    text: 'would change the adopted network "shop"; instead: leave it out, or let the program make the network',
  },
  {
    says: "private members need a private subnet",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.tier(),
    good: (stack) => stack.tier({ placement: "public" }),
    path: "tier.placement",
    text: 'network "shop" has no private subnet; instead: placement: "public"',
  },
  {
    says: "public members need a public subnet",
    settings: adopted([{ public: false }]),
    bad: (stack) => stack.tier({ placement: "public" }),
    good: (stack) => stack.tier(),
    path: "tier.placement",
    text: 'network "shop" has no public subnet; instead: placement: "private"',
  },
];

const balancer: readonly Case[] = [
  {
    says: "displayName up to 1024 characters; the library's own bound is 255",
    bad: (stack) => stack.balancer({ physicalName: "x".repeat(256) }),
    good: (stack) => stack.balancer({ physicalName: "x".repeat(255) }),
    path: "loadBalancer.physicalName",
    text: "has more than 255 characters",
  },
  {
    says: "a public balancer stands in one regional subnet or in two of different availability domains",
    settings: adopted([{ public: true, zone: first }]),
    bad: (stack) => stack.balancer({ network: stack.network({ zones: 1 }) }),
    good: (stack) => stack.balancer({ network: stack.network({ zones: 1 }), kind: "network" }),
    path: "loadBalancer.network",
    text: 'a public application balancer needs a regional subnet or two of different availability domains; "shop" has one; instead: a regional public subnet among its subnets in the settings',
  },
  {
    says: "a public balancer stands in public subnets",
    settings: adopted([{ public: false }]),
    bad: (stack) => stack.balancer(),
    good: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] }),
    path: "loadBalancer.network",
    text: '"shop" has no public subnet; instead: visibility: "private"',
  },
  {
    says: "a private balancer stands in private subnets",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] }),
    good: (stack) => stack.balancer(),
    path: "loadBalancer.network",
    text: '"shop" has no private subnet; instead: visibility: "public"',
  },
  {
    says: "reservedIps: public only",
    bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"], address: "reserved" }),
    good: (stack) => stack.balancer({ address: "reserved" }),
    path: "loadBalancer.address",
    text: '"reserved" is for public addresses; instead: visibility: "public", or leave it out',
  },
  {
    says: "backend set names of 1-32 characters",
    bad: (stack) => stack.set({ physicalName: "x".repeat(33) }),
    good: (stack) => stack.set({ physicalName: "x".repeat(32) }),
    path: "backendSet.physicalName",
    text: "has 33 characters; 1..32 are allowed here",
  },
  {
    says: "backend set names of letters, digits, _ and -",
    bad: (stack) => stack.set({ physicalName: "shop.pages" }),
    good: (stack) => stack.set({ physicalName: "shop_pages-1" }),
    path: "backendSet.physicalName",
    text: '"shop.pages" must hold letters, digits, _ and single hyphens only',
  },
  {
    says: "backend set names unique on the balancer",
    bad: (stack) => stack.set({ loadBalancer: stack.set({}, "pages").parent, physicalName: "pages" }, "other"),
    good: (stack) => stack.set({ loadBalancer: stack.set({}, "pages").parent, physicalName: "others" }, "other"),
    path: "backendSet.physicalName",
    text: '"pages" is the name of "pages" on the balancer; instead: another name',
  },
  {
    says: "stickiness cannot be taken back, so a set with it has no fixed name",
    bad: (stack) => stack.set({ physicalName: "pages", stickiness: { kind: "balancer-cookie" } }),
    good: (stack) => stack.set({ physicalName: "pages" }),
    path: "backendSet.physicalName",
    text: "cannot be fixed here: cookie could not be taken back under the same name; instead: leave it out",
  },
  {
    says: "policy is one of three",
    bad: (stack) => stack.set({ policy: "weighted" }),
    good: (stack) => stack.set({ policy: "least-connections" }),
    path: "backendSet.policy",
    text: '"weighted" is not a value of this option; instead: "round-robin", "least-connections" or "source-ip"',
  },
  {
    says: "healthChecker.protocol HTTP or TCP",
    bad: (stack) => stack.set({ healthCheck: { protocol: "ping" } }),
    good: (stack) => stack.set({ healthCheck: { protocol: "tcp" } }),
    path: "backendSet.healthCheck.protocol",
    text: '"ping" is not available: there is no echo check; instead: protocol: "tcp", or "http" with a path',
  },
  {
    says: "healthChecker: no HTTPS value; encrypted where the set is",
    bad: (stack) => stack.set({ healthCheck: { protocol: "https" } }),
    good: (stack) => stack.set({ protocol: "https", healthCheck: { protocol: "https" } }),
    path: "backendSet.healthCheck.protocol",
    text: '"https" is not available: a check is encrypted where the set is; instead: protocol: "https" on the backend set, or "http" on the check',
  },
  {
    says: "healthChecker.intervalMs from 1000",
    bad: (stack) => check(stack, { interval: 0 }),
    good: (stack) => check(stack, { interval: 1 }),
    path: "backendSet.healthCheck.interval",
    text: "0 is below 1; instead: a number from 1 to 1800",
  },
  {
    says: "healthChecker.intervalMs up to 1,800,000",
    bad: (stack) => check(stack, { interval: 1801 }),
    good: (stack) => check(stack, { interval: 1800 }),
    path: "backendSet.healthCheck.interval",
    text: "1801 is above 1800; instead: a number from 1 to 1800",
  },
  {
    says: "healthChecker.timeoutInMillis from 1; whole seconds here",
    bad: (stack) => check(stack, { timeout: 0 }),
    good: (stack) => check(stack, { timeout: 1 }),
    path: "backendSet.healthCheck.timeout",
    text: "0 is below 1; instead: a number from 1 to 600",
  },
  {
    says: "healthChecker.timeoutInMillis up to 600,000",
    bad: (stack) => check(stack, { timeout: 601, interval: 601 }),
    good: (stack) => check(stack, { timeout: 600, interval: 600 }),
    path: "backendSet.healthCheck.timeout",
    text: "601 is above 600; instead: a number from 1 to 600",
  },
  {
    says: "healthChecker.timeoutInMillis up to the interval",
    bad: (stack) => check(stack, { timeout: 11, interval: 10 }),
    good: (stack) => check(stack, { timeout: 10, interval: 10 }),
    path: "backendSet.healthCheck.timeout",
    text: "11 is above the interval of 10; instead: a number up to 10",
  },
  {
    says: "healthChecker.retries counts both ways",
    bad: (stack) => check(stack, { healthyThreshold: 2, unhealthyThreshold: 3 }),
    good: (stack) => check(stack, { healthyThreshold: 3, unhealthyThreshold: 3 }),
    path: "backendSet.healthCheck.healthyThreshold",
    text: "2 differs from the unhealthyThreshold of 3; one number counts both ways; instead: 3, or leave it out",
  },
  {
    says: "healthChecker.port up to 65535",
    bad: (stack) => check(stack, { port: 65536 }),
    good: (stack) => check(stack, { port: 65535 }),
    path: "backendSet.healthCheck.port",
    text: "65536 is above 65535; instead: a number from 1 to 65535",
  },
  {
    says: "healthChecker.urlPath begins with /",
    bad: (stack) => check(stack, { path: "hello" }),
    good: (stack) => check(stack, { path: "/hello" }),
    path: "backendSet.healthCheck.path",
    text: 'must begin with / and hold no blanks; instead: a path such as "/health"',
  },
  {
    says: "healthChecker.urlPath up to 1024 characters",
    bad: (stack) => check(stack, { path: `/${"x".repeat(1024)}` }),
    good: (stack) => check(stack, { path: `/${"x".repeat(1023)}` }),
    path: "backendSet.healthCheck.path",
    text: "has more than 1024 characters",
  },
  {
    says: "healthChecker.returnCode is one code, not a list",
    bad: (stack) => check(stack, { expectedStatus: "200,204" }),
    good: (stack) => check(stack, { expectedStatus: 204 }),
    path: "backendSet.healthCheck.expectedStatus",
    text: '"list" is not available: a check expects one status code; instead: one code such as 200',
  },
  {
    says: "healthChecker.returnCode is one code, not a range",
    bad: (stack) => check(stack, { expectedStatus: "200-299" }),
    good: (stack) => check(stack, { expectedStatus: "200" }),
    path: "backendSet.healthCheck.expectedStatus",
    text: '"range" is not available: a check expects one status code; instead: one code such as 200',
  },
  {
    says: "HTTP checks are GET requests",
    bad: (stack) => check(stack, { method: "HEAD" }),
    good: (stack) => check(stack, { method: "GET" }),
    path: "backendSet.healthCheck.method",
    text: '"HEAD" is not available: checks are GET requests; instead: "GET"',
  },
  {
    says: "sessionPersistenceConfiguration.cookieName: * stands for any cookie",
    bad: (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: "*" } }),
    good: (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: "*session" } }),
    path: "backendSet.stickiness.cookie",
    text: '"*" must name one cookie: * stands for any cookie here',
  },
  {
    says: "the two cookie kinds exclude each other",
    bad: (stack) => stack.set({ stickiness: { kind: "balancer-cookie", cookie: "session" } }),
    good: (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: "session" } }),
    path: "backendSet.stickiness.cookie",
    text: "is not an option here; instead: one of duration, kind",
  },
  {
    says: "lbCookieSessionPersistenceConfiguration.maxAgeInSeconds from 1",
    bad: (stack) => stack.set({ stickiness: { kind: "balancer-cookie", duration: 0 } }),
    good: (stack) => stack.set({ stickiness: { kind: "balancer-cookie", duration: 1 } }),
    path: "backendSet.stickiness.duration",
    text: "0 is below 1; instead: a number from 1 to 604800",
  },
  {
    says: "stickiness by address is a policy of its own",
    bad: (stack) => stack.set({ stickiness: { kind: "source-address" }, policy: "round-robin" }),
    good: (stack) => stack.set({ stickiness: { kind: "source-address" } }),
    path: "backendSet.policy",
    text: '"round-robin" stands against stickiness "source-address", which is a policy of its own here; instead: one of the two',
  },
  {
    says: "weight from 1",
    bad: (stack) => member(stack, { weight: 0 }),
    good: (stack) => member(stack, { weight: 1 }),
    path: "backendSet.members.a.weight",
    text: "0 is below 1; instead: a number from 1 to 100",
  },
  {
    says: "weight up to 100",
    bad: (stack) => member(stack, { weight: 101 }),
    good: (stack) => member(stack, { weight: 100 }),
    path: "backendSet.members.a.weight",
    text: "101 is above 100; instead: a number from 1 to 100",
  },
  {
    says: "backend port from 1",
    bad: (stack) => member(stack, { port: 0 }),
    good: (stack) => member(stack, { port: 1 }),
    path: "backendSet.members.a.port",
    text: "0 is below 1; instead: a number from 1 to 65535",
  },
  {
    says: "backup is illegal with IP_HASH",
    bad: (stack) => member(stack, { backup: true }, { policy: "source-ip" }),
    good: (stack) => member(stack, { backup: true }, { policy: "round-robin" }),
    path: "backendSet.members.a.backup",
    text: 'is not available where clients are spread by the hash of their addresses; instead: leave it out, or policy: "round-robin" with a cookie',
  },
  {
    says: "backup is illegal with IP_HASH that stickiness asked for",
    bad: (stack) => member(stack, { backup: true }, { stickiness: { kind: "source-address" } }),
    good: (stack) => member(stack, { backup: true }, { stickiness: { kind: "balancer-cookie" } }),
    path: "backendSet.members.a.backup",
    text: 'is not available where clients are spread by the hash of their addresses; instead: leave it out, or policy: "round-robin" with a cookie',
  },
  {
    says: "no draining of leaving members",
    bad: (stack) => stack.set({ drain: 30 }),
    good: (stack) => stack.set(),
    path: "backendSet.drain",
    text: "30 is not available: members leave at once; instead: a longer cooldown on the policy of the pool",
  },
  {
    says: "no slow start of new members",
    bad: (stack) => stack.set({ slowStart: 30 }),
    good: (stack) => stack.set(),
    path: "backendSet.slowStart",
    text: "30 is not available: new members take their full share at once; instead: leave it out",
  },
  {
    says: "an application balancer opens its own connections",
    bad: (stack) => stack.set({ clientAddress: "kept" }),
    good: (stack) => stack.set({ clientAddress: "replaced" }),
    path: "backendSet.clientAddress",
    text: '"kept" is not available: an application load balancer opens its own connections; instead: the X-Forwarded-For header',
  },
];

const listener: readonly Case[] = [
  {
    says: "listener names of 1-255 characters",
    bad: (stack) => stack.listener({ physicalName: "x".repeat(256) }),
    good: (stack) => stack.listener({ physicalName: "x".repeat(255) }),
    path: "listener.physicalName",
    text: "has more than 255 characters",
  },
  {
    says: "listener names without spaces",
    bad: (stack) => stack.listener({ physicalName: "front door" }),
    good: (stack) => stack.listener({ physicalName: "front-door" }),
    path: "listener.physicalName",
    text: '"front door" must hold letters, digits, _ and single hyphens only',
  },
  {
    says: "listener names unique on the balancer",
    bad: (stack) =>
      stack.listener({ backendSet: stack.listener().spec.backendSet, port: 81, physicalName: "web" }, "b"),
    good: (stack) => stack.listener({ backendSet: stack.listener().spec.backendSet, port: 81, physicalName: "b" }, "b"),
    path: "listener.physicalName",
    text: '"web" is the name of "web" on the balancer; instead: another name',
  },
  {
    says: "routes cannot be taken back, so a listener with them has no fixed name",
    bad: (stack) => {
      const backendSet = stack.set();
      return stack.listener({ backendSet, physicalName: "web", routes: { a: { path: "/a", backendSet } } });
    },
    good: (stack) => stack.listener({ physicalName: "web" }),
    path: "listener.physicalName",
    text: "cannot be fixed here: routes could not be taken back under the same name; instead: leave it out",
  },
  {
    says: "listener port from 1",
    bad: (stack) => stack.listener({ port: 0 }),
    good: (stack) => stack.listener({ port: 1 }),
    path: "listener.port",
    text: "0 is below 1; instead: a number from 1 to 65535",
  },
  {
    says: "listener port up to 65535",
    bad: (stack) => stack.listener({ port: 65536 }),
    good: (stack) => stack.listener({ port: 65535 }),
    path: "listener.port",
    text: "65536 is above 65535; instead: a number from 1 to 65535",
  },
  {
    says: "all SSL listeners on a port share protocols: there is one listener on a port",
    bad: (stack) => secure(stack, { backendSet: secure(stack).spec.backendSet, minimumTls: "1.3" }),
    good: (stack) => secure(stack, { minimumTls: "1.3" }),
    path: "listener.port",
    text: '443 is taken by listener "web" of balancer "front"; instead: another port',
  },
  {
    says: "idleTimeoutInSeconds from 1",
    bad: (stack) => stack.listener({ idleTimeout: 0 }),
    good: (stack) => stack.listener({ idleTimeout: 1 }),
    path: "listener.idleTimeout",
    text: "0 is below 1; instead: a number from 1 to 6000",
  },
  {
    says: "sslConfiguration.certificateIds names a certificate",
    bad: (stack) => secure(stack, { certificate: "other" }),
    good: (stack) => secure(stack, { certificate: "shop" }),
    path: "listener.certificate",
    text: '"other" is not among certificates in the settings; instead: "shop"',
  },
  {
    says: "https needs a certificate",
    bad: (stack) => secure(stack, { certificate: undefined }),
    good: (stack) => secure(stack),
    path: "listener.certificate",
    text: "is required for https; instead: a name from certificates in the settings, or PEM texts",
  },
  {
    says: "a policy has 1-100 rules",
    bad: (stack) => routed(stack, 101, {}),
    good: (stack) => routed(stack, 100, {}),
    path: "listener.routes",
    text: "has 101 routes; 100 are allowed here; instead: fewer routes, or a second balancer",
  },
  {
    says: "a policy has up to 200 conditions",
    bad: (stack) => routed(stack, 67, { host: "shop.example.com" }, 8080),
    good: (stack) => routed(stack, 66, { host: "shop.example.com" }, 8080),
    path: "listener.routes",
    text: "has 201 conditions (hosts and paths); 200 are allowed here; instead: fewer routes, or a second balancer",
  },
  {
    says: "conditions quote with '",
    bad: (stack) => routed(stack, 1, { path: "/it's" }),
    good: (stack) => routed(stack, 1, { path: "/its" }),
    path: "listener.routes.r0.path",
    text: `"/it's" must hold no ': conditions here are quoted with it`,
  },
  {
    says: "redirect responseCode, of which every cloud has 301 and 302",
    bad: (stack) => stack.listener({ redirect: { to: secure(stack), status: 303 } }),
    good: (stack) => {
      const to = secure(stack);
      return stack.listener({ loadBalancer: to.parent, redirect: { to, status: 302 } }, "http");
    },
    path: "listener.redirect.status",
    text: "303 is not a value of this option; instead: 301 or 302",
  },
];

const networkBalancer: readonly Case[] = [
  {
    says: "policies are hashes",
    bad: (stack) => onNetwork(stack, { policy: "least-connections" }),
    good: (stack) => onNetwork(stack, { policy: "source-ip" }),
    path: "backendSet.policy",
    text: '"least-connections" is not available: a network load balancer chooses a member by the hash of each connection; instead: leave it out, or policy: "source-ip"',
  },
  {
    says: "no stickiness except the tuple hash",
    bad: (stack) => onNetwork(stack, { stickiness: { kind: "balancer-cookie" } }),
    good: (stack) => onNetwork(stack, { stickiness: { kind: "source-address" } }),
    path: "backendSet.stickiness.kind",
    text: '"balancer-cookie" needs requests to carry the cookie; tcp has none; instead: "source-address"',
  },
  {
    says: "listener protocol ANY, TCP, UDP, TCP_AND_UDP or L3IP",
    bad: (stack) => stack.listener({ backendSet: onNetwork(stack), protocol: "tls", certificate: "shop" }),
    good: (stack) => stack.listener({ backendSet: onNetwork(stack), protocol: "tcp" }),
    path: "listener.protocol",
    text: '"tls" is not available: a network load balancer passes encrypted connections on without opening them; instead: protocol: "tcp" with the certificate on the members, or "https" on a balancer of kind "application"',
  },
  {
    says: "backends are reached by the clients' own connections",
    bad: (stack) => onNetwork(stack, { protocol: "tls" }),
    good: (stack) => onNetwork(stack),
    path: "backendSet.protocol",
    text: '"tls" is not available: a network load balancer passes encrypted connections on without opening them; instead: protocol: "tcp", with the certificate on the members',
  },
  {
    says: "no deletion protection",
    bad: (stack) => stack.balancer({ kind: "network", deletionProtection: true }),
    good: (stack) => stack.balancer({ kind: "network", deletionProtection: false }),
    path: "loadBalancer.deletionProtection",
    text: "true is not available: a network load balancer has no such switch; instead: protect: true among the component's options",
  },
  {
    says: "no access log",
    bad: (stack) => stack.balancer({ kind: "network", logs: { access: true } }),
    good: (stack) => stack.balancer({ kind: "network", logs: { access: false } }),
    path: "loadBalancer.logs.access",
    text: "true is not available: a network load balancer writes no logs; instead: the flow logs of its subnet",
  },
  {
    says: "no error log",
    bad: (stack) => stack.balancer({ kind: "network", logs: { error: true } }),
    good: (stack) => stack.balancer({ kind: "network", logs: { error: false } }),
    path: "loadBalancer.logs.error",
    text: "true is not available: a network load balancer writes no logs; instead: the flow logs of its subnet",
  },
  {
    says: "no bandwidth setting",
    settings: { loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 20 } } } },
    bad: (stack) => stack.balancer({ kind: "network" }),
    good: (stack) => stack.balancer(),
    path: "settings.loadBalancers.front.bandwidth",
    text: 'is not an option of a balancer of kind "network"; instead: leave it out',
  },
  {
    says: "backend set names of 1-32 characters",
    bad: (stack) => onNetwork(stack, { physicalName: "x".repeat(33) }),
    good: (stack) => onNetwork(stack, { physicalName: "x".repeat(32) }),
    path: "backendSet.physicalName",
    text: "has 33 characters; 1..32 are allowed here",
  },
];

const adoptedBalancer = {
  balancers: {
    front: {
      id: "ocid1.loadbalancer.oc1..demo",
      address: "203.0.113.10",
      kind: "application",
      visibility: "public",
      cidr: "10.20.0.0/24",
    },
  },
};

const untouched: readonly Case[] = (
  [
    ["logs", { error: true }],
    ["deletionProtection", true],
    ["tags", { team: "web" }],
    ["address", "reserved"],
    ["allowFrom", ["10.0.0.0/8"]],
    ["physicalName", "other"],
  ] as const
).map(([key, value]) => ({
  says: `an adopted balancer keeps its ${key}`,
  settings: adoptedBalancer,
  bad: (stack: Stack) => stack.balancer({ [key]: value }),
  good: (stack: Stack) => stack.balancer(),
  path: `loadBalancer.${key}`,
  text: 'would change the adopted balancer "front"; instead: leave it out, or let the program make the balancer',
}));

export const oci: readonly Limit[] = [
  ...inSection("oci 1.1", network),
  ...inSection("oci 1.2", [...balancer, ...listener, ...untouched]),
  ...inSection("oci 1.2", [
    {
      says: "an adopted balancer keeps its kind",
      settings: adoptedBalancer,
      bad: (stack) => stack.balancer({ kind: "network" }),
      good: (stack) => stack.balancer(),
      path: "loadBalancer.kind",
      text: '"network" is not what the adopted balancer "front" is; instead: "application"',
    },
    {
      says: "an adopted balancer keeps its visibility",
      settings: adoptedBalancer,
      bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.0.0.0/8"] }),
      good: (stack) => stack.balancer(),
      path: "loadBalancer.visibility",
      text: '"private" is not what the adopted balancer "front" is; instead: "public"',
    },
  ]),
  ...inSection("oci 1.3", networkBalancer),
  ...inSection("oci 5.3", ociSettings),
];
