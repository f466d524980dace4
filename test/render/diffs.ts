import type { Diff, FailedDiff, ResourceChange } from "../../src/diff/model.js";

const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
const component = (noun: string, name: string) => urnOf(`webtier:index:${noun}`, name);

export const none: Diff = {
  version: 1,
  kind: "offline",
  project: "shop",
  stack: "prod",
  base: { label: "main", cloud: "aws", commit: "1a2b3c4d5e6f7a8b9c0d1a2b3c4d5e6f7a8b9c0d" },
  head: { label: "readme", cloud: "aws", commit: "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432" },
  counts: { create: 0, update: 0, replace: 0, delete: 0, move: 0, same: 41 },
  verdict: { state: "none", worst: "none", exposure: "same", degraded: 0 },
  risks: [],
  exposure: [],
  rights: [],
  components: [],
  notes: [],
  advice: [],
  capacity: { rows: [], instances: { before: { min: 1, max: 2 }, after: { min: 1, max: 2 } } },
  topology: { nodes: [], edges: [] },
  resources: [],
  outputs: [],
  diagnostics: [],
};

export const failed: FailedDiff = {
  version: 1,
  kind: "offline",
  project: "shop",
  stack: "prod",
  failed: {
    side: "head",
    message:
      'BackendSet "app" asks aws for what it cannot do\n  backendSet.policy: "source-ip" is not available: an application load balancer chooses a target per request\n    instead: stickiness with a cookie, or a balancer of kind "network"',
  },
  diagnostics: [
    { severity: "warning", message: "the settings name an image that no template uses", component: "image old" },
  ],
};

const way = (peer: string, ports: string, place = "load balancer front") => ({
  direction: "in" as const,
  at: component("LoadBalancer", "front"),
  place,
  peer,
  protocol: "tcp",
  ports,
  by: [urnOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `front-${ports}`)],
});

const balancer = component("LoadBalancer", "front");
const pages = component("BackendSet", "pages");
const pool = component("InstancePool", "web");
const template = component("InstanceTemplate", "web");

export const rich: Diff = {
  ...none,
  head: { label: "feature/admin", cloud: "aws", commit: "9f8e7d6c5b4a39281706f5e4d3c2b1a098765432" },
  counts: { create: 3, update: 3, replace: 1, delete: 1, move: 0, same: 34 },
  verdict: { state: "changes", worst: "outage", exposure: "wider", degraded: 1 },
  risks: [
    {
      kind: "destroy",
      effect: "outage",
      urn: urnOf("aws:ec2/eip:Eip", "old"),
      type: "aws:ec2/eip:Eip",
      name: "old",
      component: "network shop",
      protected: true,
      id: "eipalloc-0123456789abcdef0",
      because: [],
      follows: [],
      says: "its address goes for good",
      source: "index.ts:12:1",
    },
    {
      kind: "replace",
      effect: "address-change",
      urn: urnOf("aws:lb/loadBalancer:LoadBalancer", "front"),
      type: "aws:lb/loadBalancer:LoadBalancer",
      name: "front",
      component: "load balancer front",
      because: ["internal", "subnets"],
      follows: [],
      says: "clients must look the new address up",
      source: "index.ts:20:15",
    },
    {
      kind: "update",
      effect: "rolling",
      urn: urnOf("aws:autoscaling/group:Group", "web-pool"),
      type: "aws:autoscaling/group:Group",
      name: "web-pool",
      component: "instance pool web",
      because: ["launchTemplate.version"],
      follows: ["web-template"],
      says: "members are replaced, 90 % stay in service",
      source: "index.ts:51:14",
    },
  ],
  advice: [
    {
      id: "aws.dns",
      component: "load balancer front",
      message: "lower the TTL of shop.example.com a day before, and point it to the new address after",
    },
  ],
  exposure: [
    { status: "same", way: way("internet", "443") },
    { status: "added", wider: true, way: way("internet", "22") },
    { status: "removed", narrower: true, way: way("internet", "80") },
    { status: "removed", narrower: true, way: way("10.30.0.0/24", "22", "tier web") },
    { status: "same", way: way("load balancer front", "5000", "tier web") },
  ],
  rights: [
    { status: "added", component: "dynamic group policy web", right: "manage object-storage on assets" },
    { status: "removed", component: "dynamic group policy web", right: "read object-storage on assets" },
  ],
  components: [
    {
      status: "same",
      urn: component("Network", "shop"),
      noun: "Network",
      name: "shop",
      label: "network shop",
      depth: 0,
      before: "10.20.0.0/16, 2 zones",
      after: "10.20.0.0/16, 2 zones",
      fields: [],
      customised: [],
      source: "index.ts:3:17",
    },
    {
      status: "same",
      urn: component("Tier", "web"),
      noun: "Tier",
      name: "web",
      label: "tier web",
      depth: 1,
      before: "private",
      after: "private",
      fields: [],
      customised: [],
      source: "index.ts:4:13",
    },
    {
      status: "changed",
      urn: template,
      noun: "InstanceTemplate",
      name: "web",
      label: "instance template web",
      depth: 2,
      before: "image web, machine small, user data",
      after: "image web, machine medium, user data",
      fields: [
        { path: "machine", before: "small", after: "medium" },
        { path: "userData", before: "[secret 1a2b3c4d]", after: "[secret 99887766]" },
      ],
      customised: [],
      source: "index.ts:40:18",
    },
    {
      status: "changed",
      urn: pool,
      noun: "InstancePool",
      name: "web",
      label: "instance pool web",
      depth: 3,
      before: "1 to 2 instances, behind pages",
      after: "2 to 6 instances, behind pages, cpu above 40 adds 1",
      fields: [
        { path: "size.min", before: 1, after: 2 },
        { path: "size.max", before: 2, after: 6 },
        { path: "autoscaling.scaleOut.above", before: 60, after: 40 },
      ],
      customised: ["group"],
      source: "index.ts:51:14",
    },
    {
      status: "changed",
      urn: balancer,
      noun: "LoadBalancer",
      name: "front",
      label: "load balancer front",
      depth: 1,
      before: "private, application",
      after: "public, application",
      fields: [{ path: "visibility", before: "private", after: "public" }],
      customised: [],
      source: "index.ts:20:18",
    },
    {
      status: "added",
      urn: component("Listener", "admin"),
      noun: "Listener",
      name: "admin",
      label: "listener admin",
      depth: 2,
      after: "tcp :22 → pages",
      fields: [],
      customised: [],
      source: "index.ts:33:1",
    },
    {
      status: "removed",
      urn: component("Listener", "http"),
      noun: "Listener",
      name: "http",
      label: "listener http",
      depth: 2,
      before: "http :80 redirects to https",
      fields: [],
      customised: [],
      source: "index.ts:31:1",
    },
    {
      status: "renamed",
      urn: pages,
      baseUrn: component("BackendSet", "app"),
      noun: "BackendSet",
      name: "pages",
      baseName: "app",
      label: "backend set pages",
      depth: 2,
      before: "http :5000",
      after: "http :5000",
      fields: [{ path: "healthCheck.interval", before: 10, after: 30 }],
      customised: [],
      source: "index.ts:21:15",
    },
  ],
  notes: [
    {
      status: "added",
      id: "near:listener.protocol",
      fate: "near",
      component: "listener admin",
      path: "protocol",
      message: 'an application load balancer takes no "tcp": the listener stands on a network load balancer of its own',
    },
    {
      status: "same",
      id: "emulated:instancePool.schedule",
      fate: "emulated",
      component: "instance pool web",
      message: "schedules become scheduled actions",
    },
    {
      status: "removed",
      id: "near:listener.redirect",
      fate: "near",
      component: "listener http",
      path: "redirect",
      message: "the path is kept",
    },
  ],
  capacity: {
    rows: [
      { what: "instance pool web", of: "t3.micro", before: { min: 1, max: 2 } },
      { what: "instance pool web", of: "t3.medium", after: { min: 2, max: 6 } },
      { what: "instance pool app", of: "t3.micro", before: { min: 2, max: 2 }, after: { min: 2, max: 2 } },
      { what: "public address", before: { min: 1, max: 1 }, after: { min: 0, max: 0 } },
    ],
    instances: { before: { min: 3, max: 4 }, after: { min: 4, max: 8 } },
    money: {
      currency: "EUR",
      before: { min: 61.2, max: 71.3 },
      after: { min: 108, max: 244.8 },
      unrated: ["public address"],
    },
  },
  topology: {
    nodes: [
      { id: "n0", kind: "internet", label: "internet", status: "same" },
      { id: "n1", kind: "listener", label: "listener https", detail: "https :443", status: "same" },
      { id: "n2", kind: "listener", label: "listener admin", detail: "tcp :22", status: "added" },
      { id: "n3", kind: "listener", label: "listener http", detail: "http :80", status: "removed" },
      { id: "n4", kind: "balancer", label: "load balancer front", detail: "public, application", status: "changed" },
      { id: "n5", kind: "backends", label: "backend set pages", detail: "http :5000", status: "changed" },
      { id: "n6", kind: "pool", label: "instance pool web", detail: "2 to 6 instances", status: "changed" },
    ],
    edges: [
      { from: "n0", to: "n4", label: "tcp 22, 443", status: "changed" },
      { from: "n4", to: "n1", status: "same" },
      { from: "n4", to: "n2", status: "added" },
      { from: "n4", to: "n3", status: "removed" },
      { from: "n1", to: "n5", status: "same" },
      { from: "n2", to: "n5", status: "added" },
      { from: "n5", to: "n6", label: "tcp 5000", status: "same" },
    ],
  },
  resources: [
    change("delete", "aws:ec2/eip:Eip", "old", component("Network", "shop"), {
      effect: "outage",
      protected: true,
      id: "eipalloc-0123456789abcdef0",
      source: "index.ts:12:1",
    }),
    change("update", "aws:ec2/launchTemplate:LaunchTemplate", "web-template", template, {
      effect: "rolling",
      source: "index.ts:40:18",
      properties: [
        { path: "instanceType", before: "t3.micro", after: "t3.medium", effect: "rolling" },
        { path: "userData", before: "[secret 1a2b3c4d]", after: "[secret 99887766]", effect: "rolling", hidden: true },
      ],
    }),
    change("update", "aws:autoscaling/group:Group", "web-pool", pool, {
      effect: "rolling",
      source: "index.ts:51:14",
      properties: [
        {
          path: "launchTemplate.version",
          before: "[unknown]",
          after: "[unknown]",
          effect: "rolling",
          follows: "web-template",
        },
        { path: "maxSize", before: 2, after: 6, effect: "in-place" },
        { path: "minSize", before: 1, after: 2, effect: "in-place" },
      ],
    }),
    change("replace", "aws:lb/loadBalancer:LoadBalancer", "front", balancer, {
      effect: "address-change",
      says: "clients must look the new address up",
      deletedFirst: true,
      source: "index.ts:20:15",
      properties: [
        { path: "internal", before: true, after: false, effect: "address-change", replaces: true },
        { path: "subnets", before: ["subnet-a"], after: ["subnet-b"], effect: "address-change", replaces: true },
      ],
    }),
    change("update", "aws:lb/targetGroup:TargetGroup", "pages-group", pages, {
      effect: "in-place",
      source: "index.ts:21:15",
      properties: [{ path: "healthCheck.interval", before: 10, after: 30, effect: "in-place" }],
    }),
    change("create", "aws:lb/listener:Listener", "admin", component("Listener", "admin"), {
      source: "index.ts:33:1",
      properties: [
        { path: "port", after: 22, effect: "none" },
        { path: "protocol", after: "TCP", effect: "none" },
      ],
    }),
    change("create", "aws:route53/record:Record", "shop", undefined, { source: "index.ts:70:1" }),
  ],
  outputs: [{ path: "url", before: "https://shop.example.com", after: "[unknown]" }],
  diagnostics: [
    { severity: "warning", message: "the certificate shop ends within 30 days", component: "listener https" },
  ],
};

function change(
  operation: ResourceChange["operation"],
  type: string,
  name: string,
  owner: string | undefined,
  rest: Partial<ResourceChange> = {},
): ResourceChange {
  return {
    operation,
    urn: urnOf(type, name),
    type,
    name,
    ...(owner === undefined ? {} : { component: owner }),
    effect: "none",
    properties: [],
    ...rest,
  };
}

export const preview: Diff = {
  ...rich,
  kind: "preview",
  stack: "staging",
  head: { label: "feature/admin", cloud: "aws", untrusted: true },
};

export const withPolicies: Diff = {
  ...preview,
  policies: [
    { policy: "no-open-ssh", level: "mandatory", message: "port 22 is open to the internet", resource: "front-22" },
    { policy: "tags", level: "advisory", message: "tags are missing" },
  ],
};

/** Everything there can be, of a stack with `count` resources. */
export function huge(count: number): Diff {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return {
    ...rich,
    counts: { ...rich.counts, update: count },
    risks: [
      ...rich.risks,
      ...numbers.flatMap((index) => (rich.risks[2] === undefined ? [] : [{ ...rich.risks[2], name: `pool-${index}` }])),
    ],
    components: [
      ...rich.components,
      ...numbers.slice(0, count / 10).map((index) => ({
        status: "changed" as const,
        urn: component("BackendSet", `set-${index}`),
        noun: "BackendSet",
        name: `set-${index}`,
        label: `backend set set-${index}`,
        depth: 1,
        fields: [{ path: "healthCheck.interval", before: 10, after: 30 }],
        customised: [],
      })),
    ],
    topology: {
      nodes: numbers
        .slice(0, count / 10)
        .map((index) => ({ id: `n${index}`, kind: "backends", label: `set-${index}`, status: "changed" })),
      edges: [],
    },
    resources: numbers.map((index) =>
      change(
        "update",
        "aws:lb/targetGroup:TargetGroup",
        `set-${index}`,
        component("BackendSet", `set-${Math.floor(index / 10)}`),
        {
          effect: "in-place",
          properties: numbers.slice(0, 10).map((at) => ({
            path: `property.number${at}`,
            before: `before ${index}`,
            after: `after ${index}`,
            effect: "in-place" as const,
          })),
        },
      ),
    ),
  };
}
