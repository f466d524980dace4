import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import type { Ref } from "../../core/planned.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { adoptedBy } from "./adopted-network.js";
import { subnetsOf } from "./network.js";
import { type OciSubnet, settingsOf } from "./settings.js";

/** One regional subnet; in an adopted network without such, a public application balancer takes two of different domains. */
export function balancerSubnets(it: DeclaredLoadBalancer): (Input<string> | Ref)[] {
  const { network, visibility } = it.spec;
  const adopted = adoptedBy(network);
  if (!adopted) return subnetsOf(network, visibility);
  const candidates = adopted.subnets.filter((subnet) => subnet.public === (visibility === "public"));
  const regional = candidates.filter(({ zone }) => zone === undefined);
  const chosen = regional.length > 0 ? regional.slice(0, 1) : onePerDomain(candidates).slice(0, needed(it));
  return chosen.map(({ id }) => id);
}

export function subnetRules(it: DeclaredLoadBalancer): Issue[] {
  const { network, visibility } = it.spec;
  const found = balancerSubnets(it).length;
  if (found === 1 && isRegional(it)) return [];
  if (found >= needed(it)) return [];
  const path = "loadBalancer.network";
  if (found === 0) {
    const other = visibility === "public" ? "private" : "public";
    return [{ path, message: `"${network.name}" has no ${visibility} subnet`, instead: `visibility: "${other}"` }];
  }
  return [
    {
      path,
      message: `a public application balancer needs a regional subnet or two of different availability domains; "${network.name}" has one`,
      instead: "a regional public subnet among its subnets in the settings",
    },
  ];
}

function needed(it: DeclaredLoadBalancer): number {
  const spread = it.spec.kind === "application" && it.spec.visibility === "public";
  return spread && settingsOf(it).availabilityDomains.length > 1 ? 2 : 1;
}

function isRegional({ spec }: DeclaredLoadBalancer): boolean {
  const open = spec.visibility === "public";
  return adoptedBy(spec.network)?.subnets.some((one) => one.public === open && one.zone === undefined) ?? true;
}

function onePerDomain(subnets: readonly OciSubnet[]): OciSubnet[] {
  return [...new Map([...subnets].reverse().map((subnet) => [subnet.zone, subnet])).values()].reverse();
}
