import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { cpu, documentsOf, poolIn, rightsIn, site, templateIn } from "./pools.js";
import { notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const image = "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21";
const param = (name: string) => ({ get_param: name });
const text = { type: "string" };
const document = { type: "json", default: {} };
const given = (...path: string[]) => ({ not: { equals: [{ get_param: path }, ""] } });

/** A pool behind one set, of one to three servers. */
function scaled(
  settings: object = {},
  args: object = {},
  template: object = {},
  set: { zones?: number; [option: string]: unknown } = {},
): Declared {
  const stack = stackWith(settings);
  const { tier, backendSet } = site(stack, set);
  const made = templateIn(stack, { tier, ...template });
  const scaling = { size: { min: 1, max: 3 }, autoscaling: cpu };
  return poolIn(stack, { template: made, backendSets: [backendSet], ...scaling, ...args });
}

/** What a member is told of one set; it can be told nothing by leaving it out. */
function joining(set: string): object {
  const subnet = { ref: "private.id", of: "network:shop" };
  return { pool: { ref: "pool.id", of: `backendSet:${set}` }, port: 5000, check_port: 5000, subnet };
}

const memberProperties = {
  image,
  flavor: "m1.small",
  network: { ref: "network.id", of: "network:shop" },
  subnet: { ref: "private.id", of: "network:shop" },
  security_group: { ref: "group.id", of: "tier:web" },
  server_group: { ref: "serverGroup.id" },
  metadata: { "metering.server_group": { get_param: "OS::stack_id" } },
  sets: { "front-pages": joining("front/pages") },
};
const group = (more: object = {}, member: object = {}) => ({
  type: "OS::Heat::AutoScalingGroup",
  properties: {
    min_size: 1,
    max_size: 3,
    cooldown: 300,
    rolling_updates: { min_in_service: 1, max_batch_size: 1, pause_time: 120 },
    resource: { type: "Webtier::Member", properties: { ...memberProperties, ...member } },
    ...more,
  },
});
const outputs = {
  size: { value: { str_replace: { template: "n", params: { n: { get_attr: ["group", "current_size"] } } } } },
};
const policy = (change: number) => ({
  type: "OS::Heat::ScalingPolicy",
  properties: {
    auto_scaling_group_id: { get_resource: "group" },
    adjustment_type: "change_in_capacity",
    scaling_adjustment: change,
    cooldown: 300,
  },
});
const query = {
  str_replace: {
    template: '{"and":[{"=":{"ended_at":null}},{"=":{"server_group":"$group"}}]}',
    params: { $group: { get_param: "OS::stack_id" } },
  },
};
const alarm = (operator: string, threshold: number, acts: string) => ({
  type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
  properties: {
    metric: "cpu",
    aggregation_method: "rate:mean",
    resource_type: "instance",
    query,
    granularity: 60,
    evaluation_periods: 3,
    comparison_operator: operator,
    threshold,
    repeat_actions: true,
    alarm_actions: [{ list_join: ["", ["trust+", { get_attr: [acts, "signal_url"] }]] }],
  },
});
const moves = {
  scaleOut: policy(1),
  scaleOutAlarm: alarm("gt", 24e9, "scaleOut"),
  scaleIn: policy(-1),
  scaleInAlarm: alarm("lt", 12e9, "scaleIn"),
};
const joined = (set: string, before?: string) => ({
  type: "OS::Octavia::PoolMember",
  condition: `joins_${set}`,
  ...(before === undefined ? {} : { depends_on: [`member_${before}`] }),
  properties: {
    pool: { get_param: ["sets", set, "pool"] },
    address: { if: ["own_disk", firstAddress("disk_server"), firstAddress("server")] },
    protocol_port: { get_param: ["sets", set, "port"] },
    monitor_port: { get_param: ["sets", set, "check_port"] },
    subnet: { get_param: ["sets", set, "subnet"] },
  },
});
const firstAddress = (server: string) => ({ get_attr: [server, "first_address"] });
const joins = (set: string) => ({ [`joins_${set}`]: given("sets", set, "pool") });
const machine = (prefix: string, condition: string, disk: object) => ({
  [`${prefix}port`]: {
    type: "OS::Neutron::Port",
    condition,
    properties: {
      network: param("network"),
      fixed_ips: [{ subnet: param("subnet") }],
      security_groups: [param("security_group")],
    },
  },
  [`${prefix}server`]: {
    type: "OS::Nova::Server",
    condition,
    properties: {
      ...disk,
      image_update_policy: "REPLACE",
      flavor: param("flavor"),
      flavor_update_policy: "REPLACE",
      key_name: param("key_name"),
      networks: [{ port: { get_resource: `${prefix}port` } }],
      metadata: param("metadata"),
      scheduler_hints: { group: param("server_group") },
      user_data_format: "RAW",
      user_data: param("user_data"),
    },
  },
});
const size = { get_param: ["disk", "size"] };
const member = {
  heat_template_version: "2018-08-31",
  parameters: {
    image: text,
    flavor: text,
    network: text,
    subnet: text,
    security_group: text,
    server_group: text,
    key_name: { type: "string", default: "" },
    user_data: { type: "string", default: "", hidden: true },
    metadata: { type: "json" },
    disk: document,
    sets: document,
  },
  conditions: {
    own_disk: given("disk", "size"),
    image_disk: { not: "own_disk" },
    typed_disk: given("disk", "type"),
    ...joins("front-pages"),
  },
  resources: {
    ...machine("", "image_disk", { image: param("image") }),
    ...machine("disk_", "own_disk", {
      block_device_mapping_v2: {
        if: [
          "typed_disk",
          [{ volume_id: { get_resource: "volume" }, boot_index: 0 }],
          [{ image: param("image"), volume_size: size, boot_index: 0, delete_on_termination: true }],
        ],
      },
    }),
    volume: {
      type: "OS::Cinder::Volume",
      condition: "typed_disk",
      properties: { image: param("image"), size, volume_type: { get_param: ["disk", "type"] } },
    },
    "member_front-pages": joined("front-pages"),
  },
};

test("a scaled pool is a stack that owns its servers, their ports and members", () => {
  const it = scaled();
  const { template, environment, files } = documentsOf(it);
  expect(template).toEqual({ heat_template_version: "2018-08-31", resources: { group: group(), ...moves }, outputs });
  expect(files.map((file) => JSON.parse(file))).toEqual([member]);
  const hash = createHash("sha256")
    .update(files[0] as string)
    .digest("hex");
  const path = `/tmp/webtier-${hash}.yaml`;
  expect(environment).toEqual({ resource_registry: { "Webtier::Member": `file://${path}` } });
  const { args, options, files: left } = it.plan.resources.stack ?? {};
  expect(Object.keys(args ?? {})).toEqual(["templateOpts", "environmentOpts", "timeout"]);
  expect(args?.timeout).toBe(45);
  expect(options).toEqual({
    customTimeouts: { create: "50m", update: "50m", delete: "50m" },
    replaceOnChanges: ["name"],
    dependsOn: [
      { ref: "privateInterface", of: "network:shop" },
      { ref: "ingress:tcp-5000-10-20-0-0-17" },
      { ref: "monitor", of: "backendSet:front/pages" },
    ],
  });
  expect(left?.map((file) => file.path)).toEqual([path]);
  expect(Object.keys(resourcesOf(it))).toEqual(["ingress:tcp-5000-10-20-0-0-17", "serverGroup", "stack"]);
  expect(outputsOf(it)).toEqual({ groupId: { ref: "stack.id" } });
  expect(notesOf(it)).toEqual([
    "near:instancePool.autoscaling.cooldown.out",
    "near:instancePool.autoscaling.cooldown.in",
    "note:instancePool.size",
    "note:instancePool.login",
    "note:instancePool.stack",
    "note:instancePool.members",
    "warning:instancePool.autoscaling.metric",
  ]);
});

test("what a release changes is a property of the group, and the member's template stays as it is", () => {
  const bootDisk = { size: 20, key: "disks" };
  const template = { sshKey: "ops", userData: "#!/bin/sh\n", tags: { team: "shop" }, bootDisk };
  const [plain, changed] = [scaled(), scaled({}, {}, template)].map(documentsOf);
  expect(changed?.files).toEqual(plain?.files);
  expect(changed?.template).toMatchObject({
    resources: {
      group: group(
        {},
        {
          key_name: "ops-key-pair",
          user_data: "#!/bin/sh\n",
          metadata: { team: "shop", "metering.server_group": { get_param: "OS::stack_id" } },
          disk: { size: 20, type: "luks" },
        },
      ),
    },
  });
});

test("the member's template is the same in every folder, and so is its name there", () => {
  const [here, there] = [scaled(), scaled({ heatMemberFolder: "/var/lib/webtier" })].map(
    (it) => it.plan.resources.stack,
  );
  expect(there?.files?.[0]).toEqual({
    ...here?.files?.[0],
    path: here?.files?.[0]?.path.replace("/tmp/", "/var/lib/webtier/"),
  });
});

test("an `if` always has a second value: Heat 19.0 answers 500 to one without", () => {
  const [file = ""] = documentsOf(scaled({}, {}, { bootDisk: { size: 20, key: "disks" } })).files;
  const lengths: number[] = [];
  JSON.parse(file, (key, value) => {
    if (key === "if") lengths.push(value.length);
    return value;
  });
  expect(lengths).toEqual([3, 3]);
});

test("a check on another port is a property of the group", () => {
  const more = { check_port: 8081 };
  const { template, files } = documentsOf(scaled({}, {}, {}, { healthCheck: { protocol: "http", port: 8081 } }));
  const sets = { "front-pages": { ...memberProperties.sets["front-pages"], ...more } };
  expect(template).toMatchObject({ resources: { group: group({}, { sets }) } });
  expect(files).toEqual(documentsOf(scaled()).files);
});

test("members of several sets join them one after the other", () => {
  const stack = stackWith();
  const { tier, backendSet, loadBalancer } = site(stack);
  const reports = stack.set({ loadBalancer }, "reports");
  stack.listener({ backendSet: reports, port: 8080 }, "reports");
  const it = poolIn(stack, {
    template: templateIn(stack, { tier }),
    backendSets: [reports, backendSet],
    size: { min: 1, max: 3 },
    autoscaling: cpu,
  });
  const { files, template } = documentsOf(it);
  const { parameters, conditions, resources } = JSON.parse(files[0] as string);
  expect(parameters).toEqual(member.parameters);
  expect(conditions).toEqual({ ...member.conditions, ...joins("front-reports") });
  expect(resources).toEqual({
    ...member.resources,
    "member_front-reports": joined("front-reports"),
    "member_front-pages": joined("front-pages", "front-reports"),
  });
  const sets = { ...memberProperties.sets, "front-reports": joining("front/reports") };
  expect(template).toMatchObject({ resources: { group: group({}, { sets }) } });
});

test("a boot disk of the operator's usual type names none", () => {
  const { template } = documentsOf(scaled({}, {}, { bootDisk: { size: 20 } }));
  expect(template).toMatchObject({ resources: { group: group({}, { disk: { size: 20 } }) } });
});

test("rights make the user data of the group secret", () => {
  const stack = stackWith();
  const { tier, network } = site(stack);
  const rights = rightsIn(stack, { network });
  const it = poolIn(stack, {
    template: templateIn(stack, { tier, rights }),
    size: { min: 1, max: 3 },
    autoscaling: cpu,
  });
  const { template } = documentsOf(it) as { template: { resources: { group: ReturnType<typeof group> } } };
  const { user_data: data } = template.resources.group.properties.resource.properties as { user_data?: object };
  expect(Object.keys(data ?? {})).toEqual(["secret"]);
});

test("a pool of a fixed size is a group that never moves, where the settings say so", () => {
  const it = scaled({ pools: "heat" }, { size: 2, autoscaling: undefined, rollout: { minimumHealthy: 50, pause: 60 } });
  const { template } = documentsOf(it);
  const { cooldown: _rest, ...still } = group({
    min_size: 2,
    max_size: 2,
    rolling_updates: { min_in_service: 1, max_batch_size: 1, pause_time: 60 },
  }).properties;
  expect(template).toEqual({
    heat_template_version: "2018-08-31",
    resources: { group: { type: "OS::Heat::AutoScalingGroup", properties: still } },
    outputs,
  });
  expect(it.plan.resources.stack?.args.timeout).toBe(38);
  expect(notesOf(it)).toEqual([
    "near:instancePool.rollout.minimumHealthy",
    "note:instancePool.size",
    "note:instancePool.login",
    "note:instancePool.stack",
  ]);
});

test("Heat leaves one of several members as it was where all must stay in service, so one less must", () => {
  const inService = (min: number, minimumHealthy: number) => {
    const it = scaled({}, { size: { min, max: 6 }, rollout: { minimumHealthy } });
    const { template } = documentsOf(it) as { template: { resources: { group: ReturnType<typeof group> } } };
    return template.resources.group.properties.rolling_updates.min_in_service;
  };
  expect([inService(1, 100), inService(2, 100), inService(3, 67), inService(3, 66), inService(4, 50)]).toEqual([
    1, 1, 2, 2, 2,
  ]);
});

test("a size at first is told to the group only where the settings allow it", () => {
  const asked = { size: { min: 1, max: 3, initial: 2 } };
  const it = scaled({ initialSize: "reset-at-update" }, asked);
  expect(documentsOf(it).template).toMatchObject({ resources: { group: group({ desired_capacity: 2 }) } });
  expect(it.plan.notes?.[0]).toEqual({
    id: "near:instancePool.size.initial",
    fate: "near",
    path: "instancePool.size.initial",
    message: "every change of the stack sets the size back to 2",
  });
  const least = { size: { min: 1, max: 3, initial: 1 } };
  expect(documentsOf(scaled({}, least)).template).toEqual(documentsOf(scaled()).template);
});

test("a fixed name of a stack that changes makes another stack beside it", () => {
  const { args, options } = scaled({}, { physicalName: "shop" }).plan.resources.stack ?? {};
  expect(args?.name).toBe("shop");
  expect({ ...options, dependsOn: [] }).toEqual({
    customTimeouts: { create: "50m", update: "50m", delete: "50m" },
    replaceOnChanges: ["name"],
    deleteBeforeReplace: false,
    dependsOn: [],
  });
});

test("a group over several zones is near: its servers stand where the scheduler puts them", () => {
  const it = scaled({}, {}, {}, { zones: 2 });
  expect(it.plan.notes?.[0]).toEqual({
    id: "near:instancePool.zones",
    fate: "near",
    path: "instancePool",
    message:
      "a group in Heat does not spread over 2 zones: it asks for different hosts, and hosts and zones are the scheduler's choice",
  });
});
