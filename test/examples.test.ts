import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Plan } from "../src/plan/model.js";
import { planProgram } from "../src/plan/plan-program.js";
import { renderJson } from "../src/plan/render-json.js";
import { knownUrns } from "./pulumi/identities.js";

const root = new URL("../examples/", import.meta.url).pathname;

const stacks = readdirSync(root).flatMap((example) =>
  readdirSync(`${root}${example}`).flatMap((file) => {
    const stack = /^Pulumi\.([a-z0-9-]+)\.yaml$/.exec(file)?.[1];
    return stack === undefined ? [] : [{ example, stack }];
  }),
);

describe.each(stacks)("$example on $stack", ({ example, stack }) => {
  let plan: Plan;
  beforeAll(async () => {
    plan = await planProgram({ directory: `${root}${example}`, stack });
  });

  test("plans as it did", async () => {
    await expect(renderJson(plan)).toMatchFileSnapshot(`./plans/${example}.${stack}.json`);
  });

  test("keeps every URN that it ever had, or covers it with an alias", () => {
    const file = new URL(`./urns/${example}.${stack}.txt`, import.meta.url);
    const now = [...plan.components, ...plan.resources].map(({ urn }) => urn);
    const published = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    const all = [...new Set([...published, ...now])].sort();
    if (process.env.WEBTIER_URNS === "add") writeFileSync(file, `${all.join("\n")}\n`);
    else expect(published, "npm run urns adds new ones").toEqual(all);
    const known = knownUrns(plan);
    expect(published.filter((urn) => !known.has(urn))).toEqual([]);
  });
});
