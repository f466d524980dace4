import { expect, test } from "vitest";
import type { PlanNote } from "../../src/plan/model.js";
import { component, diff, plan, resource } from "./harness.js";

const tier = component("Tier", "web", {});
const note = (id: string, fate: PlanNote["fate"], message = "differs"): PlanNote => ({
  id,
  fate,
  message,
  path: "tier.x",
  about: tier.urn,
});

test("notes come, go and stay, each with its words", () => {
  const base = plan({
    components: [tier],
    notes: [note("a", "near"), note("b", "emulated"), note("c", "note", "old words")],
  });
  const head = plan({
    components: [tier],
    notes: [note("a", "near"), note("d", "near"), note("c", "note", "new words"), note("e", "warning")],
  });
  const { notes, verdict } = diff(base, head);
  const told = { component: "tier web", path: "tier.x" };
  expect(notes).toEqual([
    { status: "added", id: "c", fate: "note", ...told, message: "new words" },
    { status: "added", id: "d", fate: "near", ...told, message: "differs" },
    { status: "added", id: "e", fate: "warning", ...told, message: "differs" },
    { status: "removed", id: "b", fate: "emulated", ...told, message: "differs" },
    { status: "removed", id: "c", fate: "note", ...told, message: "old words" },
    { status: "same", id: "a", fate: "near", ...told, message: "differs" },
  ]);
  expect(verdict).toEqual({ state: "none", worst: "none", exposure: "same", degraded: 1 });
});

test("a note follows its component through a rename, and may be about anything", () => {
  const renamed = component("Tier", "b", {}, { options: { aliases: [{ name: "web" }] } });
  const native = resource("toy:lb:Balancer", "front");
  const loose: PlanNote = { id: "l", fate: "note", message: "m", about: native.urn };
  const whole: PlanNote = { id: "w", fate: "note", message: "m" };
  const base = plan({ components: [tier], resources: [native], notes: [note("a", "near"), loose, whole] });
  const head = plan({
    components: [renamed],
    resources: [native],
    notes: [{ ...note("a", "near"), about: renamed.urn }, loose, whole],
  });
  expect(diff(base, head).notes.map(({ status, id, component: label }) => [status, id, label])).toEqual([
    ["same", "w", undefined],
    ["same", "a", "tier b"],
    ["same", "l", "toy.lb.Balancer front"],
  ]);
});

test("advice of a cloud is told once, for its component", () => {
  const pool = component("InstancePool", "web", {});
  const side = (version: number) =>
    plan({
      components: [pool],
      resources: [
        resource("toy:pool:Template", "web-template", { component: pool.urn, inputs: { version, size: version } }),
        resource("toy:pool:Template", "loose", { inputs: { version } }),
        resource("none:x:Y", "z", { inputs: { version } }),
      ],
    });
  expect(diff(side(1), side(2)).advice).toEqual([
    { id: "toy:refresh", component: "instance pool web", message: "refresh web-template for size and version" },
    { id: "toy:refresh", component: "toy.pool.Template loose", message: "refresh loose for version" },
  ]);
});

test("outputs of the stack are compared", () => {
  const side = (url: string) => plan({ outputs: { url, unknown: "[unknown]" } });
  const { outputs, verdict } = diff(side("a"), side("b"));
  expect([verdict.state, outputs]).toEqual(["changes", [{ path: "url", before: "a", after: "b" }]]);
});

test("both sides keep what the caller says of them", () => {
  const { base, head, kind, project, stack } = diff(plan({ stack: "dev" }), plan({ stack: "prod", project: "store" }), {
    base: { label: "main", commit: "abc" },
    head: { label: "a ref", untrusted: true },
  });
  expect({ base, head, kind, project, stack }).toEqual({
    base: { label: "main", cloud: "toy", commit: "abc" },
    head: { label: "a ref", cloud: "toy", untrusted: true },
    kind: "offline",
    project: "store",
    stack: "prod",
  });
});
