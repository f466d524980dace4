import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { Plan } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { tableOf } from "../declarations/tables.js";
import { commands } from "../e2e/live/commands.js";
import { clouds, missingCredentials } from "../e2e/live/credentials.js";
import { leftoverLines, leftoversOf } from "../e2e/live/leftovers.js";
import { spendingNote } from "../e2e/live/note.js";
import { scenarioOf, scenarios } from "../e2e/live/scenarios.js";
import { readSettings } from "../e2e/live/settings.js";
import { makeStage } from "../e2e/live/stage.js";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "webtier-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pairs = scenarios.flatMap(({ program, clouds }) => clouds.map((cloud) => ({ program, cloud })));
const exampleOf = ({ program, cloud }: (typeof pairs)[number]) =>
  join(root, "test/e2e/live", `${program}.${cloud}.yaml`);

test("every type that the library makes has a command that removes it, and no other has", () => {
  const made = clouds
    .flatMap((cloud) => Object.keys(tableOf(cloud).types))
    .filter((type) => !type.startsWith("pulumi:"));
  expect(Object.keys(commands).sort()).toEqual(made.sort());
});

test.each(clouds)("words of the commands on %s are properties of their types", (cloud) => {
  const { types } = tableOf(cloud);
  const given = new Set(["id", "arn", "containerRef", "secretRef", "dashboardName", "name"]);
  const unknown = Object.entries(commands).flatMap(([type, command]) => {
    const inputs = types[type]?.inputs ?? {};
    const words = [...command.matchAll(/\{(\w+)\}/g)].map(([, word = ""]) => word);
    return type.startsWith(`${cloud}:`) ? words.filter((word) => !(word in inputs) && !given.has(word)) : [];
  });
  expect(unknown).toEqual([]);
});

const kept = (type: string, rest: object) => ({ urn: `urn:pulumi:s::p::${type}::one`, type, custom: true, ...rest });

test("what is left stands in the order of removal, each with its command", () => {
  const resources = [
    kept("pulumi:providers:openstack", { id: "p" }),
    kept("webtier:index:Network", { custom: false }),
    kept("openstack:networking/network:Network", { id: "n1" }),
    kept("openstack:networking/subnet:Subnet", { id: "read", external: true }),
    kept("openstack:loadbalancer/member:Member", { id: "m1", outputs: { poolId: "p1" } }),
    kept("openstack:loadbalancer/l7RuleV2:L7RuleV2", { id: "r1" }),
  ];
  const pending = [
    { type: "creating", resource: kept("openstack:networking/router:Router", {}) },
    { type: "deleting", resource: kept("openstack:networking/network:Network", { id: "n1" }) },
  ];
  expect(leftoverLines(leftoversOf({ deployment: { resources, pending_operations: pending } }))).toEqual([
    "networking/router:Router one, id unknown",
    "    look for it: the engine ended while it was made",
    "loadbalancer/l7RuleV2:L7RuleV2 one, id r1",
    "    openstack loadbalancer l7rule delete <its l7policyId> r1",
    "loadbalancer/member:Member one, id m1",
    "    openstack loadbalancer member delete p1 m1",
    "networking/network:Network one, id n1",
    "    openstack network delete n1",
  ]);
});

test("an empty state has nothing left", () => {
  expect(leftoversOf({ deployment: {} })).toEqual([]);
});

test("credentials say what each way to log in lacks, and any complete one serves", () => {
  expect(missingCredentials("aws", { AWS_ACCESS_KEY_ID: "a", AWS_PROFILE: "" })).toEqual([
    "AWS_SECRET_ACCESS_KEY (the rest is set)",
    "AWS_PROFILE",
  ]);
  expect(missingCredentials("aws", { AWS_PROFILE: "mine" })).toEqual([]);
  expect(missingCredentials("openstack", { OS_CLOUD: "mine" })).toEqual([]);
  expect(missingCredentials("oci", { OCI_CONFIG_FILE_PROFILE: "DEFAULT" })).toEqual([]);
  expect(missingCredentials("oci", { TF_VAR_region: "r" })[0]).toBe(
    "TF_VAR_tenancy_ocid or OCI_TENANCY_OCID, TF_VAR_user_ocid or OCI_USER_OCID, TF_VAR_fingerprint or OCI_FINGERPRINT, TF_VAR_private_key_path or OCI_PRIVATE_KEY_PATH or TF_VAR_private_key or OCI_PRIVATE_KEY (the rest is set)",
  );
});

test.each(pairs)("the example settings of $program on $cloud have the keys of its stack file", (pair) => {
  const own = join(root, "examples", pair.program, `Pulumi.${pair.cloud}.yaml`);
  expect(keysOf(exampleOf(pair))).toEqual(keysOf(own).filter((path) => !path.endsWith(":firstServer")));
});

test.each(pairs)(
  "the example settings of $program on $cloud are refused until they are filled in",
  ({ program, cloud }) => {
    const file = exampleOf({ program, cloud });
    const { problems } = readSettings(cloud, program, file);
    expect(problems.length).toBeGreaterThan(1);
    expect(problems.filter((problem) => !problem.endsWith("is still the example's"))).toEqual([]);
  },
);

test("settings that are missing, unreadable, no stack file or another cloud's are refused", () => {
  const file = join(folder, "settings.yaml");
  const problemsOf = (text: string) => {
    writeFileSync(file, text);
    return readSettings("aws", "web-stack", file).problems;
  };
  expect(readSettings("aws", "web-stack", undefined).problems).toEqual([
    "--settings is missing: copy test/e2e/live/web-stack.aws.yaml and write your own ids into it",
  ]);
  expect(readSettings("aws", "web-stack", join(folder, "none")).problems[0]).toContain("cannot be read: ENOENT");
  expect(problemsOf("zones: []\n")).toEqual([`${file} has no config: it is written as a stack file`]);
  expect(problemsOf("config: { webtier:cloud: oci }\n")).toEqual([`${file}: webtier:cloud is oci, not aws`]);
  expect(problemsOf("config: { webtier:cloud: aws }\n")).toEqual([]);
});

test.each(scenarios)(
  "each change of $program finds its text once, and the changed program plans the same resources",
  async ({ program, clouds: [cloud = "aws"], changes }) => {
    const before = JSON.parse(readFileSync(join(root, "test/plans", `${program}.${cloud}.json`), "utf8")) as Plan;
    const stage = stageOf(program, cloud);
    for (const { edits } of changes) stage.trial.edit(...edits);
    const after = await planProgram({ directory: stage.trial.folder, stack: cloud });
    stage.clear();
    expect(specsOf(after)).not.toEqual(specsOf(before));
    expect(after.resources.map(({ urn }) => urn)).toEqual(before.resources.map(({ urn }) => urn));
  },
);

test("the note before a run says what is made, for how long and what it costs", async () => {
  const stage = stageOf("aws-cpu-tracking", "aws");
  const plan = await planProgram({ directory: stage.trial.folder, stack: "aws" });
  stage.clear();
  expect(spendingNote("aws", scenarioOf("aws", "aws-cpu-tracking"), plan).split("\n")).toEqual([
    "aws-cpu-tracking on aws, in your own account:",
    "  makes 16 resources: 2 to 4 instances, 2 to 4 addresses, balancers: 1",
    "  then 1 change (instances may be replaced), and destroy; about 20 minutes",
    "  This costs money. What is charged while it stands:",
    "    Two to four instances by the hour, and their disks; their metrics each minute by the month. The",
    "    balancer by the hour and by what it handles, and its public addresses by the hour. Each alarm and",
    "    each dashboard by the month, beyond an allowance. Group metrics cost nothing.",
  ]);
});

test("a stage keeps its state and passphrase to its user, and clears both", () => {
  const stage = stageOf("web-stack", "oci");
  const modes = [stage.folder, join(stage.folder, "passphrase"), join(stage.trial.folder, "..")].map(modeOf);
  expect(modes).toEqual(["700", "600", "700"]);
  expect(stage.trial.environment.PULUMI_CONFIG_PASSPHRASE).toBe(readFileSync(join(stage.folder, "passphrase"), "utf8"));
  expect(stage.trial.options.refresh).toBe(true);
  stage.keep();
  expect(existsSync(join(stage.folder, "Pulumi.oci.yaml"))).toBe(true);
  expect(readFileSync(join(stage.folder, "Pulumi.yaml"), "utf8")).toBe("name: web-stack\nruntime: nodejs\n");
  stage.clear();
  expect([stage.folder, stage.trial.folder].map((place) => existsSync(place))).toEqual([false, false]);
});

test("a passphrase of the environment is used and not written down", () => {
  const stage = stageOf("web-stack", "aws", { PULUMI_CONFIG_PASSPHRASE: "mine" });
  expect(stage.trial.environment.PULUMI_CONFIG_PASSPHRASE).toBe("mine");
  expect(existsSync(join(stage.folder, "passphrase"))).toBe(false);
  expect(stage.instruction).not.toContain("PASSPHRASE");
  stage.clear();
});

test("a program that a cloud has no scenario of is refused with those that it has", () => {
  expect(() => scenarioOf("oci", "openstack-octavia")).toThrow(
    "there is no scenario openstack-octavia on oci: name one of web-stack, oci-flask-autoscaling",
  );
});

function stageOf(program: string, cloud: (typeof clouds)[number], environment: Record<string, string> = {}) {
  const { config } = parse(readFileSync(join(root, "examples", program, `Pulumi.${cloud}.yaml`), "utf8")) as {
    config: Record<string, unknown>;
  };
  return makeStage({ cloud, program, config, environment: { XDG_STATE_HOME: folder, ...environment }, hear: () => {} });
}

function specsOf({ components }: Plan) {
  return components.map(({ key, spec }) => ({ key, spec }));
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** Paths of all keys but the parts of lists. */
function keysOf(file: string): string[] {
  const paths = (value: unknown, path: string): string[] => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
    return Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}/${key}`));
  };
  return paths(parse(readFileSync(file, "utf8")), "").sort();
}
