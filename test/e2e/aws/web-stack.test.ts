import { test } from "vitest";
import { beginLife, namedRounds } from "./life.js";
import { webStack } from "./programs.js";
import { moveSize } from "./sizes.js";
import { set } from "./told.js";
import { alterations } from "./web-stack-alterations.js";
import { first } from "./web-stack-facts.js";

const stand = await webStack();
const life = await beginLife(stand, first);

test("two tiers come up, and neither a preview nor a refresh finds a difference", () => life.begin(67));

test("AWS tells what the program says, whole, and nothing besides", () => life.expectFacts());

test("a policy moves the size, which no deployment from here on touches", async () => {
  await moveSize(stand.api, "web-pool", 2);
  await life.expectChanged([
    set("groups/web-pool/DesiredCapacity", 2),
    set("groups/web-pool/Instances", ["version 1", "version 1"]),
    set("targetGroups/pages-target-group/Members", ["5000 healthy", "5000 healthy"]),
  ]);
});

test.each(namedRounds(alterations))("%s", (_, round) => life.alter(round));

test("nothing is left", () => life.end());
