import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { PropertyEffect, TypeDisruptions } from "../../../src/core/review.js";
import { tableOf } from "../../declarations/tables.js";
import type { Fields } from "../schema.js";
import { disagreements, inputsOf, rowFor } from "./judge.js";
import { type Judged, judged } from "./schemas.js";

/** What the service tells, and no program sets. */
const told: Readonly<Record<string, readonly string[]>> = {
  "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration": [
    "policies.id",
    "policies.rules.id",
    "policies.timeCreated",
  ],
};

/** Inputs of the SDK that the schema here has not: it is of an older provider, or leaves them out. */
const unjudged: Readonly<Record<string, readonly string[]>> = {
  aws: [
    "aws:acm/certificate:Certificate privateKeyWo",
    "aws:acm/certificate:Certificate privateKeyWoVersion",
    "aws:autoscaling/group:Group instanceLifecyclePolicy",
    "aws:cloudwatch/metricAlarm:MetricAlarm evaluationCriteria",
    "aws:cloudwatch/metricAlarm:MetricAlarm evaluationInterval",
    "aws:cloudwatch/metricAlarm:MetricAlarm warmUpConfiguration",
    "aws:ec2/launchTemplate:LaunchTemplate networkPerformanceOptions",
    "aws:ec2/launchTemplate:LaunchTemplate secondaryInterfaces",
    "aws:ec2/natGateway:NatGateway availabilityMode",
    "aws:ec2/natGateway:NatGateway availabilityZoneAddresses",
    "aws:ec2/natGateway:NatGateway vpcId",
    "aws:ec2/route:Route odbNetworkArn",
    "aws:ec2/subnet:Subnet ipv4IpamPoolId",
    "aws:ec2/subnet:Subnet ipv4NetmaskLength",
    "aws:ec2/subnet:Subnet ipv6IpamPoolId",
    "aws:ec2/subnet:Subnet ipv6NetmaskLength",
    "aws:lb/listenerRule:ListenerRule transforms",
    "aws:lb/loadBalancer:LoadBalancer enablePrefixForIpv6SourceNat",
    "aws:lb/loadBalancer:LoadBalancer healthCheckLogs",
    "aws:lb/targetGroup:TargetGroup targetControlPort",
    "aws:lb/targetGroupAttachment:TargetGroupAttachment quicServerId",
  ],
  oci: ["oci:Core/instanceConfiguration:InstanceConfiguration gmcConfigs"],
};

describe.each(judged)("disruptions of $cloud", ({ cloud, table, schema }) => {
  const declared = tableOf(cloud).types;

  test("have every type that adapters can emit, and no other", () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(declared).sort());
  });

  test("say of every input whether the provider makes the resource anew for it", () => {
    const found = Object.entries(table).flatMap(([type, rows]) => {
      const fields = schema[type];
      if (!fields) return [`${type}: has no schema`];
      return disagreements(rows, fields)
        .filter((finding) => !(told[type] ?? []).some((path) => finding.startsWith(`${path}:`)))
        .map((finding) => `${type} ${finding}`);
    });
    expect(found).toEqual([]);
  });

  test("have a row for the rest of every type", () => {
    expect(Object.entries(table).flatMap(([type, { properties }]) => (properties["*"] ? [] : [type]))).toEqual([]);
  });

  test("name nothing that neither the schema nor the SDK knows", () => {
    const strange = Object.entries(table).flatMap(([type, { properties }]) => {
      const known = new Set(inputsOf(schema[type] ?? {}).map(({ path }) => path));
      const { inputs = {}, outputs = {} } = declared[type] ?? {};
      return Object.keys(properties)
        .filter((path) => path !== "*" && !known.has(path) && !(path in inputs) && !(path in outputs))
        .filter((path) => !isInMap(schema[type] ?? {}, path))
        .map((path) => `${type} ${path}`);
    });
    expect(strange).toEqual([]);
  });

  test("are held against every input of the SDK, but for a few that the schema has not", () => {
    const unheld = Object.entries(declared).flatMap(([type, { inputs }]) => {
      const known = new Set(inputsOf(schema[type] ?? {}).map(({ path }) => path));
      const missing = Object.keys(inputs).filter((input) => !known.has(input));
      return missing.map((input) => `${type} ${input}`);
    });
    expect(unheld).toEqual(unjudged[cloud] ?? []);
  });

  test("have a row for every property of the recorded plans", () => {
    const without = plansOf(cloud).flatMap(({ type, inputs }) => {
      const rows = table[type];
      return Object.keys(inputs).flatMap((path) => (rows && rowFor(rows, path) ? [] : [`${type} ${path}`]));
    });
    expect(without).toEqual([]);
  });

  test("say in one clause what is worse than a change in place", () => {
    const effects = Object.entries(table).flatMap(([type, rows]) => effectsOf(rows).map((one) => ({ type, ...one })));
    const silent = effects.filter(({ effect, says }) => !mild.has(effect) && says === undefined);
    const unclear = effects.filter(({ says }) => says !== undefined && !/^[a-z][^.\n]*[^.\s]$/.test(says));
    const unsourced = effects.filter(({ source }) => !/^terraform-provider-\w+ \d+\.\d+\.\d+.*, 2026-11$/.test(source));
    expect([...silent, ...unclear, ...unsourced]).toEqual([]);
  });
});

test("a row that forgets a replacement, or invents one, is found", () => {
  const rows: TypeDisruptions = {
    deleted: { effect: "none", source: "here" },
    replaced: { effect: "none", source: "here" },
    properties: {
      "a.c": { effect: "in-place", source: "here" },
      a: { effect: "outage", replaces: true, source: "here" },
      d: { effect: "outage", replaces: true, source: "provider, custom diff" },
    },
  };
  const fields = { "a ~": { "b ~": "string", "c ~": "string" }, d: "string", "e ~": ["string"] } as const;
  expect(disagreements(rows, fields)).toEqual(["a.c: replaces", "e: has no row"]);
});

const mild = new Set(["none", "in-place"]);

function effectsOf({ deleted, replaced, deletedFirst, properties }: TypeDisruptions): PropertyEffect[] {
  return [deleted, replaced, ...(deletedFirst ? [deletedFirst] : []), ...Object.values(properties)];
}

/** The keys of a map are the program's. */
function isInMap(fields: Fields, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  const entry = Object.entries(fields).find(([key]) => key.split(" ")[0] === first);
  return rest.length > 0 && typeof entry?.[1] === "object" && "*" in entry[1];
}

interface Recorded {
  readonly kind: string;
  readonly type: string;
  readonly inputs: object;
}

const folder = new URL("../../plans/", import.meta.url);

function plansOf(cloud: Judged["cloud"]): Recorded[] {
  const plans = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const all: Recorded[] = plans.flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")).resources);
  return all.filter(({ kind, type }) => kind === "resource" && type.startsWith(`${cloud}:`));
}
