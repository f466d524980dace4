// Sources: Octavia API validators (169.254.169.254 is refused as a member), ovn-octavia-provider driver.py; read 2026-11.
import type { Issue } from "../../core/errors.js";
import type { BackendSetSpec, DeclaredBackendSet } from "../../spec/backend-set.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import { settingsOf } from "./settings.js";
import { subnetAround } from "./subnets.js";

const metadataAddress = "169.254.169.254";

export function backendSetRules(it: DeclaredBackendSet): Issue[] {
  const known = Object.entries(it.spec.members ?? {}).filter(([, { address }]) => address === metadataAddress);
  return [
    ...known.map(([name]) => ({
      path: `backendSet.members.${name}.address`,
      message: `${metadataAddress} is the metadata service and no member`,
      instead: "the address of a server",
    })),
    ...(settingsOf(it).driver === "ovn" ? ovnRules(it.spec) : []),
  ];
}

/** OVN needs the subnet of each member, and only members' rules keep unwanted clients out. */
function ovnRules({ members = {}, tier, loadBalancer }: BackendSetSpec): Issue[] {
  if (tier) return [];
  const named = Object.entries(members);
  const open = sourcesOf(loadBalancer.spec).every(({ kind }) => kind === "internet");
  const unguarded = {
    path: "backendSet.members",
    message: `would serve everyone: an OVN balancer cannot keep "${loadBalancer.name}" to its allowFrom by itself`,
    instead: "tier: …, whose rules admit the clients",
  };
  const lost = named.filter(([, { address }]) => subnetAround(loadBalancer.spec.network, address) === undefined);
  return [
    ...(named.length > 0 && !open ? [unguarded] : []),
    ...lost.map(([name]) => ({
      path: `backendSet.members.${name}.address`,
      message: "is in no known subnet of the network, which an OVN balancer must be told",
      instead: "tier: …, or an address in the network's subnets",
    })),
  ];
}
