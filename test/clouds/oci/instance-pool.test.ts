import { expect, test } from "vitest";
import {
  argsOf,
  compartmentId,
  first,
  made,
  notesOf,
  poolIn,
  refusalsOf,
  rightsIn,
  rolesOf,
  second,
  servedSetIn,
  stackOn,
  templateIn,
} from "./plans.js";

const timeouts = { create: "90m", update: "90m", delete: "90m" };
const subnet = { primaryVnicSubnets: { subnetId: { ref: "private.id", of: "network:shop" } } };
const keeps = "running instances keep the template that they were made of; only later ones are made of a changed one";

test("a pool stands in each availability domain, behind its tier's rules", () => {
  const pool = poolIn(stackOn());
  expect(made(pool)).toEqual({
    pool: {
      type: "oci:Core/instancePool:InstancePool",
      args: {
        compartmentId,
        displayName: "web",
        instanceConfigurationId: { ref: "configuration.id", of: "instanceTemplate:web" },
        size: 2,
        placementConfigurations: [
          { availabilityDomain: first, ...subnet },
          { availabilityDomain: second, ...subnet },
        ],
        loadBalancers: [],
      },
      options: { customTimeouts: timeouts, dependsOn: [{ ref: "egress:any", of: "tier:web" }] },
    },
  });
  expect(pool.plan.outputs).toEqual({ groupId: { ref: "pool.id" } });
  expect(notesOf(pool)).toEqual([
    "note:instancePool.size: 2 instances, each with one address of its own in private subnets",
    `near:instancePool.rollout: ${keeps}`,
  ]);
});

test("a pool of an application set opens the ways to its members and joins the set by its name", () => {
  const stack = stackOn();
  const tier = stack.tier();
  const pages = servedSetIn(stack, tier);
  const pool = poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [pages] });
  expect(rolesOf(pool)).toEqual(["egress:tcp-5000-tier-web", "ingress:tcp-5000-balancer-front", "pool"]);
  expect(made(pool)).toMatchObject({
    "egress:tcp-5000-tier-web": { owner: "loadBalancer:front", mentions: "tier:web" },
    "ingress:tcp-5000-balancer-front": { owner: "tier:web", mentions: "loadBalancer:front" },
    pool: {
      args: {
        loadBalancers: [
          {
            loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
            backendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
            port: 5000,
            vnicSelection: "PrimaryVnic",
          },
        ],
      },
      options: {
        dependsOn: [
          { ref: "egress:any", of: "tier:web" },
          { ref: "egress:tcp-5000-tier-web" },
          { ref: "ingress:tcp-5000-balancer-front" },
        ],
      },
    },
  });
  expect(notesOf(pool)).toContain(
    "note:instancePool.refresh: changing a set needs a refresh first, or the pool's members are sent empty: options: { refresh: always } in Pulumi.yaml",
  );
});

test("a pool waits for the rights of its instances", () => {
  const stack = stackOn();
  const network = stack.network();
  const template = templateIn(stack, { tier: stack.tier({ network }), rights: rightsIn(stack, { network }) });
  expect(made(poolIn(stack, { template })).pool).toMatchObject({
    options: {
      dependsOn: [
        { ref: "egress:any", of: "tier:web" },
        { ref: "policy", of: "dynamicGroupPolicy:web" },
      ],
    },
  });
});

test("a pool makes the same rules that a set with its tier makes", () => {
  const stack = stackOn();
  const tier = stack.tier();
  const pages = servedSetIn(stack, tier, { set: { tier } });
  const { pool: _, ...rules } = made(poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [pages] }));
  const { backendSet: __, ...ofSet } = made(pages);
  expect(rules).toEqual(ofSet);
});

test("a pool of a network set waits for the last part of its balancer", () => {
  const stack = stackOn();
  const tier = stack.tier();
  const data = servedSetIn(stack, tier, { kind: "network" });
  const { options, args } = made(poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [data] }))
    .pool as {
    options: { dependsOn: unknown[] };
    args: { loadBalancers: unknown[] };
  };
  expect(options.dependsOn.at(-1)).toEqual({ ref: "networkListener", of: "listener:front/pages-listener" });
  expect(args.loadBalancers).toEqual([
    {
      loadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
      backendSetName: { ref: "networkBackendSet.name", of: "backendSet:front/pages" },
      port: 5000,
      vnicSelection: "PrimaryVnic",
    },
  ]);
});

test("in a region of one availability domain the fault domains are the zones", () => {
  const domain = "Uocm:AP-SEOUL-1-AD-1";
  const pool = poolIn(stackOn({ availabilityDomains: [domain] }));
  expect(argsOf(pool, "pool")).toMatchObject({
    placementConfigurations: [
      { availabilityDomain: domain, faultDomains: ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2"], ...subnet },
    ],
  });
});

function adoptedPlacements(subnets: object[]): unknown {
  const shop = { vcnId: "ocid1.vcn.oc1..demo", cidr: "10.20.0.0/16", outbound: "nat", subnets };
  return (argsOf(poolIn(stackOn({ networks: { shop } })), "pool") as { placementConfigurations: unknown })
    .placementConfigurations;
}

test("in an adopted network each availability domain has its own subnet, or all have the regional one", () => {
  const [one, two] = ["ocid1.subnet.oc1..one", "ocid1.subnet.oc1..two"];
  const range = { cidr: "10.20.1.0/24", public: false };
  expect(
    adoptedPlacements([
      { ...range, id: one, zone: first },
      { ...range, id: two, zone: second },
    ]),
  ).toEqual([
    { availabilityDomain: first, primaryVnicSubnets: { subnetId: one } },
    { availabilityDomain: second, primaryVnicSubnets: { subnetId: two } },
  ]);
  expect(adoptedPlacements([{ ...range, id: one }])).toEqual([
    { availabilityDomain: first, primaryVnicSubnets: { subnetId: one } },
    { availabilityDomain: second, primaryVnicSubnets: { subnetId: one } },
  ]);
});

test("an adopted network with subnets of a kind in fewer availability domains spreads less, and says so", () => {
  const range = { cidr: "10.20.1.0/24" };
  const subnets = [
    { ...range, id: "ocid1.subnet.oc1..one", zone: first, public: false },
    { ...range, id: "ocid1.subnet.oc1..two", zone: second, public: true },
  ];
  const shop = { vcnId: "ocid1.vcn.oc1..demo", cidr: "10.20.0.0/16", outbound: "nat", subnets };
  expect(notesOf(poolIn(stackOn({ networks: { shop } })))).toContain(
    'warning:instancePool.template.zones: instances stand in Uocm:US-ASHBURN-AD-1 alone: network "shop" has private subnets nowhere else',
  );
});

test("what becomes of running instances is said, or changed by a new pool", () => {
  const stack = stackOn();
  const template = templateIn(stack);
  const replaced = poolIn(stack, { template, rollout: { instances: "replaced" } }, "replaced");
  expect(made(replaced).pool).toMatchObject({ options: { replaceOnChanges: ["instanceConfigurationId"] } });
  expect(notesOf(replaced)).toEqual([
    "emulated:instancePool.rollout.instances.replaced: a new pool is made beside the old one, joins its backend sets, and the old one goes",
    "note:instancePool.size: 2 instances, each with one address of its own in private subnets",
  ]);
  const kept = poolIn(stack, { template, rollout: { instances: "kept" } }, "kept");
  expect(notesOf(kept)).toContain(`note:instancePool.rollout: ${keeps}`);
  const exact = stackOn({ fidelity: "exact" });
  expect(refusalsOf(() => poolIn(exact))).toEqual([
    `instancePool.rollout: ${keeps}, and the settings ask for exact fidelity; instead: { instances: "kept" }`,
  ]);
  expect(refusalsOf(() => poolIn(stackOn({ fidelity: "exact" }), { rollout: { instances: "kept" } }))).toEqual([]);
});

test("labels are the pool's, and metrics of pools are there anyway", () => {
  const pool = poolIn(stackOn(), { tags: { team: "web" }, metrics: true, physicalName: "Web pool" });
  expect(argsOf(pool, "pool")).toMatchObject({ freeformTags: { team: "web" }, displayName: "Web pool" });
  expect(notesOf(pool)).toContain(
    "note:instancePool.metrics: metrics of pools are kept in oci_instancepools, whether they are asked for or not",
  );
});

test("alarms watch each set for unhealthy instances and each balancer for server errors", () => {
  const stack = stackOn();
  const tier = stack.tier();
  const pages = servedSetIn(stack, tier);
  const data = servedSetIn(
    stack,
    tier,
    { loadBalancer: stack.balancer({ network: tier.spec.network, kind: "network" }, "data"), kind: "network" },
    "data",
  );
  const alarms = { notify: "ops", unhealthyInstances: { above: 1, sustain: 120 }, serverErrors: {} };
  const pool = poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [pages, data], alarms });
  const common = {
    compartmentId,
    metricCompartmentId: compartmentId,
    destinations: ["ocid1.onstopic.oc1..demo"],
    isEnabled: true,
  };
  const found = rolesOf(pool).filter((role) => role.startsWith("alarm:"));
  expect(found.map((role) => [role, argsOf(pool, role)])).toEqual([
    [
      "alarm:unhealthy-front/pages",
      {
        ...common,
        displayName: expect.stringMatching(/^web-alarm-unhealthy-front-pages-/),
        namespace: "oci_lbaas",
        query: {
          text: [
            "UnHealthyBackendServers[1m]{",
            'resourceId = "',
            { ref: "balancer.id", of: "loadBalancer:front" },
            '", backendSetName = "',
            { ref: "backendSet.name", of: "backendSet:front/pages" },
            '"}.max() > 1',
          ],
        },
        severity: "CRITICAL",
        pendingDuration: "PT2M",
        body: "more than 1 instances of pages are unhealthy",
      },
    ],
    [
      "alarm:unhealthy-data/data",
      {
        ...common,
        displayName: expect.stringMatching(/^web-alarm-unhealthy-data-data-/),
        namespace: "oci_nlb",
        query: {
          text: [
            "UnhealthyBackends[1m]{",
            'resourceId = "',
            { ref: "networkBalancer.id", of: "loadBalancer:data" },
            '", backendSetName = "',
            { ref: "networkBackendSet.name", of: "backendSet:data/data" },
            '"}.max() > 1',
          ],
        },
        severity: "CRITICAL",
        pendingDuration: "PT2M",
        body: "more than 1 instances of data are unhealthy",
      },
    ],
    [
      "alarm:errors-front",
      {
        ...common,
        displayName: "web-alarm-errors-front",
        namespace: "oci_lbaas",
        query: {
          text: [
            "HttpResponses5xx[1m]{",
            'resourceId = "',
            { ref: "balancer.id", of: "loadBalancer:front" },
            '", lbComponent = "Listener"}.sum() > 0',
          ],
        },
        severity: "WARNING",
        pendingDuration: "PT5M",
        body: "front answers with more than 0 server errors in a minute",
      },
    ],
  ]);
});
