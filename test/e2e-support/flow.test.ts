import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { standUpAndTakeDown } from "../e2e/live/flow.js";
import type { LiveChange } from "../e2e/live/scenarios.js";
import type { Outcome } from "../e2e/support/outcome.js";
import type { Verb } from "../e2e/support/request.js";
import type { Step, Trial } from "../e2e/support/trial.js";

const folder = mkdtempSync(join(tmpdir(), "webtier-flow-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Answers `stack export`; nothing else is asked for its answer. */
writeFileSync(join(folder, "pulumi"), `#!/bin/sh\necho '{"deployment":{"resources":['"$KEPT"']}}'\n`, { mode: 0o755 });
const left = JSON.stringify({ urn: "a::vpc", type: "aws:ec2/vpc:Vpc", custom: true, id: "vpc-1" });

type Answers = Partial<Record<string, Partial<Outcome>>>;

/** What the flow asks the engine for, and how it judges the answers. */
async function flowOf(answers: Answers, { kept = "", changes = [change], stopAt = "" }: Played = {}) {
  const asked: string[] = [];
  const stop = new AbortController();
  const run = async (verb: Verb, { why = "", refresh = false }: Step) => {
    asked.push(`${why}${refresh ? " with refresh" : ""}`);
    if (why === stopAt) stop.abort();
    return {
      verb,
      code: 0,
      seconds: 1,
      counts: {},
      steps: [],
      outputs: {},
      diagnostics: [],
      said: "",
      ...answers[why],
    };
  };
  const environment = { PATH: folder, KEPT: kept };
  const trial = { run, edit: () => {}, folder, environment, options: { stack: "aws" } } as unknown as Trial;
  const ends = { stop: stop.signal, end: new AbortController().signal };
  return { ...(await standUpAndTakeDown({ trial, changes, say: () => {}, ...ends })), asked };
}

interface Played {
  readonly kept?: string;
  readonly changes?: readonly LiveChange[];
  readonly stopAt?: string;
}

const change: LiveChange = { why: "larger", edits: [] };
const does = (operation: string, type: string) => ({
  steps: [{ operation, type: `aws:${type}`, name: "front", urn: "", properties: ["size"] }],
});
const updated = { larger: does("update", "autoscaling/group:Group") };

test("a run goes through preview, up, preview, refresh, each change, and destroy", async () => {
  expect(await flowOf(updated)).toEqual({
    problems: [],
    left: [],
    asked: [
      "first preview",
      "first up",
      "preview after the first up",
      "refresh after the first up",
      "larger",
      "preview after larger",
      "refresh after larger",
      "destroy",
    ],
  });
});

test("what still differs after an up is a problem, and does not end the run", async () => {
  const { problems, asked } = await flowOf({ ...updated, "refresh after the first up": does("update", "ec2/vpc:Vpc") });
  expect(problems).toEqual(["refresh after the first up still changes: update ec2/vpc:Vpc front [size]"]);
  expect(asked.at(-1)).toBe("destroy");
});

test("a change that changes nothing, or replaces a balancer, is a problem", async () => {
  expect((await flowOf({})).problems).toEqual(["larger changed nothing"]);
  expect((await flowOf({ larger: does("replace", "lb/loadBalancer:LoadBalancer") })).problems).toEqual([
    "larger must not do this: replace lb/loadBalancer:LoadBalancer front [size]",
  ]);
});

test("a change whose lines are known is compared whole", async () => {
  const known = { ...change, expected: ["update autoscaling/group:Group front [size]"] };
  expect((await flowOf(updated, { changes: [known] })).problems).toEqual([]);
  expect((await flowOf(updated, { changes: [{ ...known, expected: [] }] })).problems).toEqual([
    "larger changed other things than expected: update autoscaling/group:Group front [size]",
  ]);
});

test("an up that fails, or is interrupted, is followed by destroy", async () => {
  const failed = { "first up": { code: 1, diagnostics: ["error: no quota"] } };
  expect(await flowOf(failed)).toEqual({
    problems: ["first up failed: error: no quota"],
    left: [],
    asked: ["first preview", "first up", "destroy"],
  });
  expect((await flowOf(failed, { stopAt: "first up" })).problems).toEqual(["first up was interrupted"]);
});

test("a destroy that fails is tried three times, later ones with a refresh, and what is left is told", async () => {
  expect(await flowOf({ "first preview": { code: 1 }, destroy: { code: 1 } }, { kept: left })).toEqual({
    problems: ["first preview failed: ", "destroy failed 3 times"],
    left: [{ type: "ec2/vpc:Vpc", name: "vpc", id: "vpc-1", command: "aws ec2 delete-vpc --vpc-id vpc-1" }],
    asked: ["first preview", "destroy", "destroy with refresh", "destroy with refresh"],
  });
});

test("a state that cannot be read is a problem, and says nothing of what is left", async () => {
  const { problems, left: unknown } = await flowOf(updated, { kept: "{" });
  expect({ count: problems.length, unknown }).toEqual({ count: 1, unknown: undefined });
});

test("a difference is told even when a later step fails", async () => {
  const differs = { "preview after the first up": does("update", "ec2/vpc:Vpc"), larger: { code: 1, said: "odd" } };
  expect((await flowOf(differs)).problems).toEqual([
    "preview after the first up still changes: update ec2/vpc:Vpc front [size]",
    "larger failed: odd",
  ]);
});
