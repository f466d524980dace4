import { test } from "vitest";
import { alterations } from "./alb-autoscaling-alterations.js";
import { first } from "./alb-autoscaling-facts.js";
import { beginLife, namedRounds } from "./life.js";
import { albAutoscaling } from "./programs.js";
import { moveSize } from "./sizes.js";
import { set } from "./told.js";

const stand = await albAutoscaling();
const life = await beginLife(stand, first);

test("walk-through 001 comes up, and neither a preview nor a refresh finds a difference", () => life.begin(39));

test("AWS tells what the program says, whole, and nothing besides", () => life.expectFacts());

test("a policy moves the size, which no deployment from here on touches", async () => {
  await moveSize(stand.api, "Web-ASG", 3);
  await life.expectChanged([
    set("groups/Web-ASG/DesiredCapacity", 3),
    set("groups/Web-ASG/Instances", ["version 1", "version 1", "version 1"]),
    set("targetGroups/web-tg-target-group/Members", ["80 healthy", "80 healthy", "80 healthy"]),
  ]);
});

test.each(namedRounds(alterations))("%s", (_, round) => life.alter(round));

test("nothing is left", () => life.end());
