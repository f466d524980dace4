import { test } from "vitest";
import { alterations } from "./cpu-tracking-alterations.js";
import { first } from "./cpu-tracking-facts.js";
import { beginLife, namedRounds } from "./life.js";
import { cpuTracking } from "./programs.js";
import { moveSize } from "./sizes.js";
import { set } from "./told.js";

const stand = await cpuTracking();
const life = await beginLife(stand, first);

test("walk-through 003 comes up, and neither a preview nor a refresh finds a difference", () => life.begin(24));

test("AWS tells what the program says, whole, and nothing besides", () => life.expectFacts());

test("a policy moves the size, which no deployment from here on touches", async () => {
  await moveSize(stand.api, "web-pool", 3);
  await life.expectChanged([
    set("groups/web-pool/DesiredCapacity", 3),
    set("groups/web-pool/Instances", ["version 1", "version 1", "version 1"]),
    set("targetGroups/pages-target-group/Members", ["80 healthy", "80 healthy", "80 healthy"]),
  ]);
});

test.each(namedRounds(alterations))("%s", (_, round) => life.alter(round));

test("nothing is left", () => life.end());
