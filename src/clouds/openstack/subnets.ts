// Sources: octavia controller network_tasks.py (CalculateAmphoraDelta: an amphora gets an address in each subnet that a
// member names), ovn-octavia-provider driver.py (_members_create: a member outside the VIP's subnet must name its own); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { type Ref, ref } from "../../core/planned.js";
import { isWithin, partOf } from "../../core/ranges.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import type { DeclaredNetwork } from "../../spec/network.js";
import type { DeclaredTier } from "../../spec/tier.js";
import { type OpenStackBalancer, type OpenStackNetwork, settingsOf } from "./settings.js";

export interface Subnet {
  readonly id: Input<string> | Ref;
  readonly cidr: string;
}

export type Place = "public" | "private";

const parts = { bits: 1, public: 0, private: 1 } as const;

export function partFor(network: DeclaredNetwork, place: Place): string {
  return partOf(network.spec.cidr, parts.bits, parts[place]);
}

export function adoptedNetwork(it: DeclaredNetwork): OpenStackNetwork | undefined {
  return meaning(settingsOf(it).networks, it.name);
}

export function adoptedBalancer(it: DeclaredLoadBalancer): OpenStackBalancer | undefined {
  return meaning(settingsOf(it).balancers, it.name);
}

/** The subnet of a placement; only an adopted network may lack one. */
function subnetOf(network: DeclaredNetwork, place: Place): Subnet | undefined {
  const adopted = adoptedNetwork(network);
  if (adopted) return adopted.subnets.find((subnet) => subnet.public === (place === "public"));
  return { id: ref(network, `${place}.id`), cidr: partFor(network, place) };
}

/** Whether a router joins the private subnet with the public one. */
export function isRouted(network: DeclaredNetwork): boolean {
  const { outbound = "nat" } = adoptedNetwork(network) ?? network.spec;
  return outbound !== "none";
}

/** Balancers stand apart from members, so that members can admit them alone; where no router joins the two, private ones stand among them. */
export function vipSubnet(balancer: DeclaredLoadBalancer): Subnet | undefined {
  const adopted = adoptedBalancer(balancer);
  if (adopted) return { id: adopted.vipSubnetId, cidr: adopted.vipSubnetCidr };
  const { network, visibility } = balancer.spec;
  const [open, closed] = [subnetOf(network, "public"), subnetOf(network, "private")];
  if (visibility === "public") return open;
  return isRouted(network) ? (open ?? closed) : (closed ?? open);
}

export function tierSubnet({ spec }: DeclaredTier): Subnet | undefined {
  return subnetOf(spec.network, spec.placement ?? "private");
}

/** The subnet of an address, among those that the network is known to have. */
export function subnetAround(network: DeclaredNetwork, address: Input<string>): Subnet | undefined {
  if (typeof address !== "string") return undefined;
  const known = [subnetOf(network, "public"), subnetOf(network, "private")];
  return known.find((subnet) => subnet && isWithin(address, subnet.cidr));
}

/**
 * The subnet that a member must name: another one than the VIP's, where the balancer cannot go through a router.
 * An amphora that can go through one is not given an address among the members, who would then have to admit each other.
 */
export function namedSubnet(balancer: DeclaredLoadBalancer, around: Subnet | undefined): Subnet | undefined {
  const apart = around !== undefined && around.cidr !== vipSubnet(balancer)?.cidr;
  const direct = settingsOf(balancer).driver === "ovn" || !isRouted(balancer.spec.network);
  return apart && direct ? around : undefined;
}
