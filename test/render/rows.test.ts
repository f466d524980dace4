import { expect, test } from "vitest";
import type { Diff } from "../../src/diff/model.js";
import { renderComment } from "../../src/render/markdown.js";
import { none } from "./diffs.js";

/** The lines of a section's table below its head. */
function rows(title: string, diff: Diff): string[] {
  const [, section = ""] = renderComment([diff], { marker: "m", command: "c" }).split(`#### ${title}`);
  const [table = ""] = section.split("####");
  return table
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
    .slice(1);
}

const capacity = (...list: Diff["capacity"]["rows"]): Diff => ({
  ...none,
  capacity: { rows: list, instances: { before: { min: 1, max: 2 }, after: { min: 1, max: 2 } } },
});
const pool = { what: "instance pool web" };
const [few, more] = [
  { min: 1, max: 2 },
  { min: 1, max: 3 },
];

test("a pool with another machine is one row", () => {
  const [old, now] = [
    { ...pool, of: "t3.micro", before: few },
    { ...pool, of: "t3.large", after: few },
  ];
  expect([
    rows("Capacity", capacity(old, now)),
    rows("Capacity", capacity(old, { ...now, after: more })),
    rows("Capacity", capacity(old)),
    rows("Capacity", capacity(now)),
  ]).toEqual([
    ["| `instance pool web` | 1 to 2 of `t3.micro` | 1 to 2 of `t3.large` | another machine |"],
    ["| `instance pool web` | 1 to 2 of `t3.micro` | 1 to 3 of `t3.large` | another machine, min 0, max +1 |"],
    ["| `instance pool web` of `t3.micro` | 1 to 2 | none | min –1, max –2 |"],
    ["| `instance pool web` of `t3.large` | none | 1 to 2 | min +1, max +2 |"],
  ]);
});

const way = { direction: "in", at: "urn:a", place: "tier web", protocol: "tcp", ports: "80", by: [] } as const;

test("a way that closes within another is not told to be narrower", () => {
  const exposure: Diff["exposure"] = [
    { status: "removed", way: { ...way, peer: "10.0.0.0/8" } },
    { status: "removed", narrower: true, way: { ...way, peer: "sg-1" } },
  ];
  expect(rows("Exposure", { ...none, exposure })).toEqual([
    "| narrower | `sg-1` → `tier web` | `tcp 80` | closed |",
    "| covered | `10.0.0.0/8` → `tier web` | `tcp 80` | within a wider way |",
  ]);
});

test("what is let out at one end and in at the other is one row", () => {
  const both: Diff["exposure"] = [
    { status: "added", wider: true, way: { ...way, peer: "tier app" } },
    { status: "added", wider: true, way: { ...way, direction: "out", place: "tier app", peer: "tier web" } },
  ];
  expect(rows("Exposure", { ...none, exposure: both })).toEqual([
    "| **wider** | `tier app` → `tier web` | closed | <b>`tcp 80`</b> |",
  ]);
});

test("fields of specs are told in words, native ones as they are", () => {
  const component: Diff["components"][number] = {
    status: "changed",
    urn: "urn:a",
    noun: "LoadBalancer",
    name: "front",
    label: "load balancer front",
    depth: 0,
    fields: [
      { path: "allowFrom", before: [{ kind: "tier", tier: "tier:web" }] },
      { path: "backendSet", before: "backendSet:a/pages", after: "backendSet:b/pages" },
    ],
    native: [
      { path: "imageId", before: "ami-1", after: "ami-2" },
      { path: "userData", before: "x", after: "y" },
    ],
    customised: [],
  };
  expect(rows("Components", { ...none, components: [component] })).toEqual([
    "| `~` `load balancer front` | `allowFrom`: `web` → unset<br>`backendSet`: `backendSet:a/pages` → `backendSet:b/pages`<br>native `imageId`: `ami-1` → `ami-2`<br>native `userData`: `[secret]`, changed |",
  ]);
});
