import fc from "fast-check";
import { expect, test } from "vitest";
import type { Topology } from "../../src/diff/model.js";
import { mermaidOf } from "../../src/render/mermaid.js";
import { svgOf } from "../../src/render/svg.js";
import { boxHeight, boxWidth, layOut } from "../../src/render/topology-layout.js";
import { rich } from "./diffs.js";

test("a chart tells what comes and goes by colour and by sign", () => {
  expect(mermaidOf(rich.topology)).toEqual(`flowchart LR
  n0(("internet")):::same
  n1(["listener https<br/>https #58;443"]):::same
  n2(["#43; listener admin<br/>tcp #58;22"]):::added
  n3(["#8211; listener http<br/>http #58;80"]):::removed
  n4{{"#126; load balancer front<br/>public#44; application"}}:::changed
  n5["#126; backend set pages<br/>http #58;5000"]:::changed
  n6[("#126; instance pool web<br/>2 to 6 instances")]:::changed
  n0 ==>|"#126; tcp 22#44; 443"| n4
  n4 --> n1
  n4 ==> n2
  n4 -.-> n3
  n1 --> n5
  n2 ==> n5
  n5 -->|"tcp 5000"| n6
  classDef added fill:#dafbe1,stroke:#1a7f37,color:#1f2328,stroke-width:2px
  classDef removed fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-width:2px,stroke-dasharray:4 3
  classDef changed fill:#fff8c5,stroke:#9a6700,color:#1f2328,stroke-width:2px
  classDef same fill:#f6f8fa,stroke:#6e7781,color:#1f2328`);
});

const chain = (count: number, wires: number): Topology => ({
  nodes: Array.from({ length: count }, (_, at) => ({
    id: `n${at}`,
    kind: "tier",
    label: `tier ${"x".repeat(50)}`,
    status: "same",
  })),
  edges: Array.from({ length: wires }, (_, at) => ({
    from: `n${at % count}`,
    to: `n${(at + 1) % count}`,
    status: "same",
  })),
});

test("a chart that Mermaid would refuse is not drawn", () => {
  expect([chain(0, 0), chain(10, 501), chain(2_000, 1)].map(mermaidOf)).toEqual([undefined, undefined, undefined]);
});

test("a chart of 500 edges is drawn", () => {
  expect(mermaidOf(chain(10, 500))?.match(/-->/g)?.length).toEqual(500);
});

const anyTopology = fc
  .record({
    count: fc.integer({ min: 0, max: 12 }),
    ends: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 30 }),
  })
  .map(
    ({ count, ends }): Topology => ({
      nodes: chain(count, 0).nodes,
      edges: ends.map(([from, to]) => ({ from: `n${from}`, to: `n${to}`, status: "same" })),
    }),
  );

test("in any picture, circles included, every node has a box of its own inside of the frame", () => {
  fc.assert(
    fc.property(anyTopology, (topology) => {
      const { boxes, width, height } = layOut(topology);
      const apart = boxes.every((a, at) =>
        boxes.slice(at + 1).every((b) => Math.abs(a.x - b.x) >= boxWidth || Math.abs(a.y - b.y) >= boxHeight),
      );
      const inside = boxes.every(({ x, y }) => x >= 0 && y >= 0 && x + boxWidth <= width && y + boxHeight <= height);
      expect({ ids: boxes.map(({ node }) => node.id).sort(), apart, inside }).toEqual({
        ids: topology.nodes.map(({ id }) => id).sort(),
        apart: true,
        inside: true,
      });
    }),
  );
});

test("without circles every line leads to the right", () => {
  const { wires } = layOut(rich.topology);
  expect(wires.map(({ from, to }) => to.x > from.x)).toEqual(rich.topology.edges.map(() => true));
});

test("a circle, a node that leads to itself and a long chain are laid out", () => {
  const sizes = [
    chain(3, 3),
    { ...chain(1, 0), edges: [{ from: "n0", to: "n0", status: "same" as const }] },
    chain(5_000, 4_999),
  ].map((one) => layOut(one).boxes.length);
  expect(sizes).toEqual([3, 1, 5_000]);
});

test("a picture of more than 300 parts is left out, and that is said", () => {
  expect(svgOf(chain(301, 0), "a")).toEqual("<p>The picture is too large to be drawn here.</p>");
});
