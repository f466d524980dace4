// Sources: Networking API v2 reference (a group without its default rules lets nothing out), nova metadata service
// (169.254.169.254, port 80, reached through the server's own port), ovn-northd.8 (a client's rules see an address of the
// balancer in its first packet and the member's in later ones); read 2026-11.
import { type Planned, together } from "../../core/planned.js";
import { type BackendSetSpec, type DeclaredBackendSet, memberPorts } from "../../spec/backend-set.js";
import { type DeclaredListener, setsOf } from "../../spec/listener.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import { type AccessPlace, type DeclaredTier, type EgressPlace, egressOf, opensAnything } from "../../spec/tier.js";
import { groupRule, type Peer } from "./rules.js";
import { settingsOf } from "./settings.js";
import { tierSubnet, vipSubnet } from "./subnets.js";

const everyone = "0.0.0.0/0";
const metadataService = "169.254.169.254/32";

/** What members may open, where the group's own rules to everywhere are gone; user data is read from the metadata service. */
export function egressRules(it: DeclaredTier): Record<string, Planned> {
  if (opensAnything(it.spec)) return {};
  const rules = egressOf(it.spec).map(({ to, port, protocol }) =>
    groupRule(it, "egress", peerOf(to), port === undefined ? {} : { protocol: protocol ?? "tcp", port }),
  );
  const metadata = groupRule(it, "egress", { cidr: metadataService }, { protocol: "tcp", port: 80 });
  return Object.assign({}, ...rules, metadata);
}

export function accessRules(it: DeclaredTier): Record<string, Planned> {
  const rules = (it.spec.access ?? []).flatMap(({ port, from }) =>
    from.map((place) => groupRule(it, "ingress", peerOf(place), { protocol: "tcp", port })),
  );
  return Object.assign({}, ...rules);
}

function peerOf(place: EgressPlace | AccessPlace): Peer {
  if (place.kind === "tier") return { tier: place.tier };
  return { cidr: place.kind === "range" ? place.cidr : everyone };
}

/** The way from tiers that may not open everything to a listener that is there for them. */
export function clientRules(it: DeclaredListener): Record<string, Planned> {
  const { loadBalancer, port } = it.spec;
  const clients = sourcesOf(loadBalancer.spec).flatMap((source) =>
    source.kind === "tier" && !opensAnything(source.tier.spec) ? [source.tier] : [],
  );
  const vip = vipSubnet(loadBalancer);
  const rules = clients.flatMap((tier) => [
    ...(vip ? [groupRule(tier, "egress", { cidr: vip.cidr }, { protocol: "tcp", port })] : []),
    ...(settingsOf(it).driver === "ovn" ? setsOf(it.spec).flatMap((set) => throughRules(tier, set)) : []),
  ]);
  return together(rules);
}

/** OVN hands a client's packets on under the member's address. */
function throughRules(tier: DeclaredTier, { spec }: DeclaredBackendSet): Record<string, Planned>[] {
  const members = membersSubnet(spec);
  if (!members) return [];
  return memberPorts(spec).map((port) => groupRule(tier, "egress", { cidr: members }, { protocol: "tcp", port }));
}

function membersSubnet({ tier, loadBalancer }: BackendSetSpec): string | undefined {
  return tier ? tierSubnet(tier)?.cidr : loadBalancer.spec.network.spec.cidr;
}
