// Sources: Octavia API v2 reference (allowed_cidrs; without them a listener answers everyone who reaches its address), Networking
// API v2 reference (floating IPs), @pulumi/openstack 3.15.2; read 2026-11.
import { type Found, guarded, isUnknown, listOf, originOf, rangePeer, trafficOf } from "../../core/reach.js";
import type { Reach, ReachPeer, Reviewed } from "../../core/review.js";

const types = {
  balancer: "openstack:loadbalancer/loadBalancer:LoadBalancer",
  listener: "openstack:loadbalancer/listener:Listener",
  subnet: "openstack:networking/subnet:Subnet",
  network: "openstack:networking/network:Network",
  addresses: [
    "openstack:networking/floatingIp:FloatingIp",
    "openstack:networking/floatingIpAssociate:FloatingIpAssociate",
  ],
} as const;

const everyone = ["0.0.0.0/0", "::/0"];

/** Whom the listeners of balancers answer. */
export function listenerReach(found: Found, resources: readonly Reviewed[]): Reach[] {
  const listeners = resources.filter(({ type }) => type === types.listener);
  if (listeners.length === 0) return [];
  const exposed = exposedBalancers(found, resources);
  const subnets = subnetsByNetwork(found, resources);
  return listeners.flatMap((listener) => {
    const balancer = originOf(found, listener, "loadbalancerId", [types.balancer]);
    const within = balancer && !exposed.has(balancer.urn) ? neighbours(found, subnets, balancer) : undefined;
    const { protocol, protocolPort } = listener.inputs;
    return admitted(listener, balancer, within).map((peer) => ({
      direction: "in",
      at: guarded(found, listener, "loadbalancerId", [types.balancer]),
      peer,
      ...trafficOf(protocol === "UDP" ? "udp" : carrierOf(protocol), protocolPort, protocolPort),
      by: listener.urn,
    }));
  });
}

function carrierOf(protocol: unknown): string {
  return protocol === "SCTP" ? "sctp" : "tcp";
}

/** Without a floating IP, everyone is whoever is in the network. */
function admitted(
  { inputs: { allowedCidrs } }: Reviewed,
  balancer: Reviewed | undefined,
  within: readonly ReachPeer[] | undefined,
): ReachPeer[] {
  if (isUnknown(allowedCidrs)) return [{ kind: "unknown" }];
  const cidrs = listOf(allowedCidrs);
  const open = cidrs.length === 0 || cidrs.some((cidr) => everyone.includes(String(cidr)));
  if (!open) return cidrs.map(rangePeer);
  if (within) return [...within];
  return balancer ? [{ kind: "range", cidr: "0.0.0.0/0" }] : [{ kind: "unknown" }];
}

function exposedBalancers(found: Found, resources: readonly Reviewed[]): Set<string> {
  const addresses = resources.filter(({ type }) => (types.addresses as readonly string[]).includes(type));
  return new Set(addresses.flatMap((address) => originOf(found, address, "portId", [types.balancer])?.urn ?? []));
}

function subnetsByNetwork(found: Found, resources: readonly Reviewed[]): Map<string, Reviewed[]> {
  const groups = new Map<string, Reviewed[]>();
  for (const subnet of resources.filter(({ type }) => type === types.subnet)) {
    const key = networkOf(found, subnet, "networkId");
    const known = groups.get(key);
    if (known) known.push(subnet);
    else groups.set(key, [subnet]);
  }
  return groups;
}

/** Ranges of the network that the balancer's address is in. */
function neighbours(found: Found, subnets: ReadonlyMap<string, Reviewed[]>, balancer: Reviewed): ReachPeer[] {
  const { vipSubnetId, vipNetworkId } = balancer.inputs;
  const own = originOf(found, balancer, "vipSubnetId", [types.subnet]);
  const network = own ? networkOf(found, own, "networkId") : networkOf(found, balancer, "vipNetworkId");
  const ranges = (subnets.get(network) ?? []).map(({ inputs }) => rangePeer(inputs.cidr));
  if (ranges.length > 0) return ranges;
  const id = [vipSubnetId, vipNetworkId].find((one) => typeof one === "string" && !isUnknown(one));
  return [id === undefined ? { kind: "unknown" } : { kind: "id", id: String(id) }];
}

function networkOf(found: Found, resource: Reviewed, property: string): string {
  const id = resource.inputs[property];
  return originOf(found, resource, property, [types.network])?.urn ?? String(id);
}
