import type { Issue } from "../../core/errors.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { settingsOf } from "./settings.js";
import { subnetsOf } from "./subnets.js";
import { balancerTagRules } from "./tags.js";

/** What the table of load balancers cannot say. */
export function balancerRules(it: DeclaredLoadBalancer): Issue[] {
  return [
    ...zoneRules(it),
    ...addressRules(it),
    ...logRules(it),
    ...attributeRules(it),
    ...balancerTagRules(it.spec.tags, "loadBalancer.tags"),
  ];
}

function zoneRules({ spec: { network, kind, visibility } }: DeclaredLoadBalancer): Issue[] {
  const { length } = subnetsOf(network, visibility);
  const [needed, words] = kind === "application" ? [2, "two zones"] : [1, "one zone"];
  if (length >= needed) return [];
  const made = network.plan.resources.vpc !== undefined;
  return [
    {
      path: "loadBalancer.network",
      message: `a balancer of kind "${kind}" needs ${visibility} subnets in ${words}; "${network.name}" has ${length}`,
      instead: made ? `zones: ${needed} or more on the network` : `${visibility} subnets of ${words} in the settings`,
    },
  ];
}

function addressRules(it: DeclaredLoadBalancer): Issue[] {
  const reserved = meaning(settingsOf(it).addresses, it.name);
  const { length } = subnetsOf(it.spec.network, it.spec.visibility);
  if (it.spec.address !== "reserved" || reserved === undefined || reserved.length === length) return [];
  return [
    {
      path: "loadBalancer.address",
      message: `addresses in the settings names ${reserved.length} for "${it.name}"; its network has ${length} zones`,
      instead: `${length} allocation ids`,
    },
  ];
}

function logRules(it: DeclaredLoadBalancer): Issue[] {
  if (it.spec.logs?.access !== true || settingsOf(it).logs) return [];
  return [
    {
      path: "loadBalancer.logs.access",
      message: "needs a bucket to write to",
      instead: "logs: { bucket: … } in the settings",
    },
  ];
}

const alien = {
  network: ["idleTimeout", "clientKeepAlive", "desyncMitigationMode"],
  application: ["crossZone"],
} as const;

function attributeRules(it: DeclaredLoadBalancer): Issue[] {
  const given = meaning(settingsOf(it).loadBalancers, it.name) ?? {};
  return alien[it.spec.kind]
    .filter((key) => given[key as keyof typeof given] !== undefined)
    .map((key) => ({
      path: `settings.loadBalancers.${it.name}.${key}`,
      message: `is not an attribute of a balancer of kind "${it.spec.kind}"`,
      instead: "leave it out",
    }));
}
