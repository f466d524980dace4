import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alteration, deploy, nameOf, roundsOf } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import { during } from "../support/watching.js";
import { belongings, securityRules, withoutSuffix } from "./facts.js";
import { type MemberFacts, membersOf, type ServerFacts, serversOf, subnetsOf } from "./pool-facts.js";
import { type PoolStand, poolTrial } from "./pool-trials.js";

let { trial, api, admin, images, lab, before } = {} as PoolStand;

beforeAll(async () => {
  ({ trial, api, admin, images, lab, before } = await poolTrial("fixed-pool"));
});
afterAll(() => trial.end());
const firstScript = "#!/bin/bash\necho first\n";
const secondScript = "#!/bin/bash\necho second\n";

test("two servers and their members come up, and neither a preview nor a refresh finds a difference", async () => {
  expect((await trial.preview()).counts).toEqual({ create: 29 });
  expect((await trial.up()).counts).toEqual({ create: 29 });
  await expectSettled(trial);
});

test("each server has what its template says, in a zone of its own, behind one security group", async () => {
  expect((await servers()).map(told)).toEqual([0, 1].map((index) => server(index)));
  expect(await securityRules(api)).toEqual([
    "web-group: egress any all all IPv4",
    "web-group: egress any all all IPv6",
    "web-group: ingress tcp 22 10.30.0.0/24",
    "web-group: ingress tcp 5000 10.60.0.0/17",
  ]);
});

test("every server is a member of the pool, at its own address, and on duty", async () => {
  expect(await members()).toEqual({ "pages-pool": await onDuty(5000) });
});

test("its servers stand in the private subnet", async () => {
  const { "shop-private": subnet } = await subnetsOf(api);
  const { ports } = await api.get<{ ports: Port[] }>("network", "/ports");
  const own = ports.filter(({ name }) => withoutSuffix(name).startsWith("web-port-"));
  expect(own.map(({ fixed_ips: all }) => all.map(({ subnet_id: id }) => id))).toEqual([[subnet], [subnet]]);
});

const alterations: readonly Alteration[] = [
  {
    why: "a third server",
    round: 1,
    edits: [{ from: "size: 2", to: "size: 3" }],
    expected: [
      "create compute/instance:Instance web-instance-2",
      "create loadbalancer/member:Member web-member-2-front-pages",
      "create networking/port:Port web-port-2",
      "update index:InstancePool web",
    ],
    holds: async () => {
      expect((await servers()).map(told)).toEqual([0, 1, 2].map((index) => server(index)));
    },
  },
  {
    why: "another interval of the health check",
    round: 1,
    edits: [{ from: "interval: 10", to: "interval: 15" }],
    expected: ["update index:BackendSet pages", "update loadbalancer/monitor:Monitor pages-monitor [delay]"],
    holds: async () => {
      const { healthmonitors: all } = await api.get<{ healthmonitors: Monitor[] }>(
        "load-balancer",
        "/lbaas/healthmonitors",
      );
      expect(all.filter(({ type }) => type === "HTTP").map(({ delay }) => delay)).toEqual([15]);
    },
  },
  {
    why: "a second backend set",
    round: 1,
    edits: [
      {
        from: "const sets = [pages];",
        to: `const reports = new BackendSet("reports", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5001,
  healthCheck: new HealthCheck({ protocol: "tcp" }),
});
const sets = [pages, reports];`,
      },
      {
        from: "backendSet: pages }",
        to: 'backendSet: pages, routes: { reports: { path: "/reports/*", backendSet: reports } } }',
      },
    ],
    expected: [
      "create index:BackendSet reports",
      "create loadbalancer/l7PolicyV2:L7PolicyV2 http-route-reports",
      "create loadbalancer/l7RuleV2:L7RuleV2 http-route-path-reports",
      "create loadbalancer/member:Member web-member-0-front-reports",
      "create loadbalancer/member:Member web-member-1-front-reports",
      "create loadbalancer/member:Member web-member-2-front-reports",
      "create loadbalancer/monitor:Monitor reports-monitor",
      "create loadbalancer/pool:Pool reports-pool",
      "create networking/secGroupRule:SecGroupRule web-ingress-tcp-5001-10-60-0-0-17",
      "update index:InstancePool web",
      "update index:Listener http",
    ],
    holds: async () => {
      expect(await members()).toEqual({ "pages-pool": await onDuty(5000), "reports-pool": await onDuty(5001) });
    },
  },
  {
    why: "two servers again",
    round: 2,
    edits: [{ from: "size: 3", to: "size: 2" }],
    expected: [
      "delete compute/instance:Instance web-instance-2",
      "delete loadbalancer/member:Member web-member-2-front-pages",
      "delete loadbalancer/member:Member web-member-2-front-reports",
      "delete networking/port:Port web-port-2",
      "update index:InstancePool web",
    ],
    holds: async () => {
      expect(await members()).toEqual({ "pages-pool": await onDuty(5000), "reports-pool": await onDuty(5001) });
    },
  },
  {
    why: "another image, which is rebuilt onto the servers",
    round: 2,
    edits: [{ from: 'image: "web"', to: 'image: "next"' }],
    expected: [
      "update compute/instance:Instance web-instance-0 [imageId]",
      "update compute/instance:Instance web-instance-1 [imageId]",
      "update index:InstanceTemplate web",
    ],
    holds: async () => {
      expect((await servers()).map(({ image }) => image)).toEqual([images.next, images.next]);
    },
  },
  {
    why: "other user data, which replaces the servers",
    round: 3,
    edits: [{ from: "echo first", to: "echo second" }],
    expected: [
      "replace compute/instance:Instance web-instance-0 [userData]",
      "replace compute/instance:Instance web-instance-1 [userData]",
      "update index:InstanceTemplate web",
    ],
    holds: async () => {
      const changed = { image: images.next, userData: secondScript };
      expect((await servers()).map(told)).toEqual([0, 1].map((index) => ({ ...server(index), ...changed })));
    },
  },
  {
    why: "another name of the pool, with the old one as its alias",
    round: 4,
    edits: [
      { from: 'new InstancePool("web", {', to: 'new InstancePool("site", {' },
      { from: '{ team: "shop" } });', to: '{ team: "shop" } }, { aliases: [{ name: "web" }] });' },
    ],
    expected: ["update index:InstancePool site"],
  },
];

for (const round of roundsOf(alterations)) {
  test(`${nameOf(round)}: nothing else changes, and members stay`, async () => {
    const stays = await memberIds();
    const { seen } = await during(memberIds, () => deploy(trial, round));
    const lost = seen.filter((now) => stays.some((id) => !now.includes(id)));
    expect(round.some(({ why }) => why === "two servers again") ? [] : lost).toEqual([]);
  });
}

test("neither a preview nor a refresh finds a difference after all", async () => {
  await expectSettled(trial, "all of them");
});

test("destroy leaves the project as it was", async () => {
  await trial.destroy();
  expect(await belongings(api)).toEqual(before);
});

interface Port {
  readonly name: string;
  readonly fixed_ips: readonly { readonly subnet_id: string }[];
}

interface Monitor {
  readonly type: string;
  readonly delay: number;
}

function servers(): Promise<ServerFacts[]> {
  return serversOf(admin, api);
}

function told({ id: _, name, addresses, groups, keyPair, ...rest }: ServerFacts): object {
  return {
    ...rest,
    name: withoutSuffix(name),
    keyPair: withoutSuffix(keyPair),
    groups: groups.map(withoutSuffix),
    addresses: addresses.length,
  };
}

function server(index: number): object {
  return {
    name: `web-instance-${index}`,
    status: "ACTIVE",
    zone: lab.zones[index % lab.zones.length],
    flavor: lab.flavors["m1.small"],
    image: images.web,
    keyPair: "web-key-pair",
    metadata: { team: "shop" },
    groups: ["web-group"],
    addresses: 1,
    userData: firstScript,
  };
}

async function members(): Promise<Record<string, object[]>> {
  const found = await membersOf(api);
  const plain = ({ id: _, ...rest }: MemberFacts) => rest;
  return Object.fromEntries(Object.entries(found).map(([pool, all]) => [pool, all.map(plain)]));
}

/** A member for each server, by address. */
async function onDuty(port: number): Promise<object[]> {
  const addresses = (await servers()).flatMap((one) => one.addresses).sort((one, other) => one.localeCompare(other));
  const rest = { port, checkPort: null, subnet: null, provisioning: "ACTIVE", operating: "ONLINE" };
  return addresses.map((address) => ({ address, ...rest }));
}

async function memberIds(): Promise<string[]> {
  return Object.values(await membersOf(api)).flatMap((all) => all.map(({ id }) => id));
}
