import type { Row } from "../../src/core/capabilities.js";
import type { Cloud } from "../../src/core/cloud.js";
import type { Declared } from "../../src/core/declared.js";
import { Stack } from "../conformance/harness.js";
import { makeBalancer, makeListener, makeRedirect, makeSet } from "./balancing.js";
import type { Chooser } from "./chooser.js";
import { type Fit, fits } from "./fits/index.js";
import type { Made, Making } from "./making.js";
import { makeNetwork, makeTier } from "./places.js";
import { makeImage, makePool, makeRights, makeTemplate } from "./pools.js";

/** A whole program that a cloud must take, in the order of its declaration. */
export function makeProgram(cloud: Cloud, rows: readonly Row[], choose: Chooser): Made[] {
  const fit = fits[cloud.name as keyof typeof fits] as Fit;
  const making: Making = { stack: new Stack(cloud), rows, choose, fit, made: [] };
  const network = makeNetwork(making);
  const web = makeTier(making, "web", network, []);
  const app = choose.maybe("app") ? [makeTier(making, "app", network, [web])] : [];
  const tiers = [web, ...app];
  const tier = tiers.at(-1) as Declared;
  const names = choose.maybe("inner") ? ["front", "inner"] : ["front"];
  const sets = names.flatMap((name) => serve(making, makeBalancer(making, name, network, tiers), tier));
  const rights = choose.maybe("rights") ? makeRights(making, network) : [];
  const images = choose.maybe("image") ? makeImage(making) : [];
  const template = makeTemplate(making, tier, images, rights);
  makePool(making, template, sets);
  return making.made;
}

/** The sets of a balancer, each behind a listener. */
function serve(making: Making, balancer: Declared, tier: Declared): Declared[] {
  const { choose } = making;
  const names = choose.some("sets", ["pages", "api"]);
  const sets = names.map((name) => makeSet(making, name, balancer, [tier]));
  const listeners = sets.map((set, index) => makeListener(making, `web-${index}`, set, sets));
  const encrypted = listeners.find(({ spec }) => (spec as { protocol: string }).protocol === "https");
  if (encrypted && choose.maybe("redirect") && takesRedirects(making)) makeRedirect(making, "redirect", encrypted);
  return sets;
}

function takesRedirects({ rows, stack }: Making): boolean {
  return rows.some(({ noun, path, answers }) => {
    const answer = answers[stack.cloud.name];
    return (
      noun === "Listener" &&
      path.startsWith("redirect") &&
      !(answer && "fate" in answer && answer.fate === "unsupported")
    );
  });
}
