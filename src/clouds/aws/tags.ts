// Sources: Amazon EC2 user guide (tag restrictions), botocore 1.43.11 service models of elbv2, acm and iam (TagKey,
// TagValue); read 2026-11.
import type { Declared } from "../../core/declared.js";
import { type Issue, show } from "../../core/errors.js";
import type { LoadBalancerSpec } from "../../spec/load-balancer.js";
import type { TierSpec } from "../../spec/tier.js";

type Tags = Readonly<Record<string, string>> | undefined;

/** Tags of one resource; one of them may be `Name`, which is added where a resource has no name. */
const most = 50;
const balancerText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** The program's own `Name` goes before the one that is made. */
export function named(tags: Tags, name: string): { tags: Record<string, string> } {
  return { tags: { Name: name, ...tags } };
}

/** Nothing, or `tags`. */
export function labelled(tags: Tags): { tags?: Record<string, string> } {
  return tags ? { tags: { ...tags } } : {};
}

/** As groups take them: each with whether instances get it. */
export function propagated(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true }));
}

/** The tags that a component's parts have: a tier's are its network's. */
export function tagsOf(owner: Declared): Tags {
  if (owner.noun === "Tier") return (owner as Declared<TierSpec>).spec.network.spec.tags;
  return (owner as Declared<LoadBalancerSpec>).spec.tags;
}

export function tagRules(tags: Tags = {}, path: string): Issue[] {
  const count = Object.keys({ Name: "", ...tags }).length;
  const many = {
    path,
    message: `makes ${count} tags with Name; ${most} are allowed here`,
    instead: "fewer tags",
  };
  const kept = Object.keys(tags).filter((key) => /^aws:/i.test(key));
  return [
    ...(count > most ? [many] : []),
    ...kept.map((key) => ({
      path: `${path}.${key}`,
      message: "begins with aws:, which AWS keeps for itself",
      instead: "another key",
    })),
  ];
}

/** Instances have the tags of their template and those of their group. */
export function sharedTagRules(template: Tags, group: Tags, path: string): Issue[] {
  const own = Object.keys({ Name: "", ...group }).length;
  const count = Object.keys({ Name: "", ...template, ...group }).length;
  if (own > most || count <= most) return [];
  const message = `makes ${count} tags of instances with those of the template; ${most} are allowed here`;
  return [{ path, message, instead: "fewer tags, or the same keys" }];
}

/** Balancers and their parts take fewer characters than networks, and so do roles. */
export function balancerTagRules(tags: Tags, path: string, owners = "balancers"): Issue[] {
  const odd = Object.entries(tags ?? {}).filter(([key, value]) => !balancerText.test(key) || !balancerText.test(value));
  return [
    ...tagRules(tags, path),
    ...odd.map(([key, value]) => ({
      path: `${path}.${key}`,
      message: `${show(`${key}=${value}`)} holds a character that tags of ${owners} do not take`,
      instead: "letters, digits, blanks and _.:/=+-@",
    })),
  ];
}
