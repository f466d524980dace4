import { expect, test } from "vitest";
import { planProgram } from "../../src/plan/plan-program.js";

const directory = new URL("./programs/unused-names", import.meta.url).pathname;

test("a plan tells the names in the settings that no component has a use for", async () => {
  const { notes } = await planProgram({ directory });
  const message = "no component has this name or asks for it";
  expect(notes.filter(({ id }) => id === "warning:settings.unused")).toEqual([
    { id: "warning:settings.unused", fate: "warning", path: "settings.images.wbe", message },
    { id: "warning:settings.unused", fate: "warning", path: "settings.networks.shpo", message },
  ]);
});
