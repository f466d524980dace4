// Source: Networking documentation (network security groups admit nothing by themselves), Load Balancing documentation (ports that
// balancers and their checks use; network balancers that keep the sender's address); read 2026-11.
import { type Around, at, balancerOf } from "../around.js";
import type { Recorded } from "../record.js";
import { types } from "../types.js";
import { type Bond, bonds } from "./bond.js";

const source = "Networking and Load Balancing documentation; read 2026-11";

interface Way {
  readonly groups: readonly unknown[];
  readonly direction: "INGRESS" | "EGRESS";
  readonly port: unknown;
  /** A group or a range; any where it is left out. */
  readonly peers?: readonly unknown[];
}

function opens({ inputs }: Recorded, { groups, direction, port, peers }: Way): boolean {
  const end = direction === "INGRESS" ? inputs.source : inputs.destination;
  const [min = 0] = at(inputs, "tcpOptions.destinationPortRange.min") as number[];
  const [max = 65535] = at(inputs, "tcpOptions.destinationPortRange.max") as number[];
  return (
    groups.includes(inputs.networkSecurityGroupId) &&
    inputs.direction === direction &&
    (peers === undefined || end === "0.0.0.0/0" || peers.includes(end)) &&
    (inputs.protocol === "all" || (inputs.protocol === "6" && min <= Number(port) && Number(port) <= max))
  );
}

function waysOpen(ways: readonly Way[], rules: readonly Recorded[]): boolean {
  return ways.every((way) => rules.some((rule) => opens(rule, way)));
}

const groupsOf = ({ inputs }: Recorded) => at(inputs, "networkSecurityGroupIds");
const ports = (set: Recorded, port: unknown) => {
  const [asked] = at(set.inputs, "healthChecker.port");
  return [...new Set([port, ...(asked === 0 ? [] : [asked])])];
};

interface Attachment {
  readonly loadBalancerId: unknown;
  readonly backendSetName: unknown;
  readonly port: unknown;
}
interface Joint {
  readonly balancer: Recorded;
  readonly set: Recorded;
  readonly port: unknown;
}

function jointsOf(pool: Recorded, { byId, ofType }: Around): Joint[] {
  return (at(pool.inputs, "loadBalancers") as Attachment[]).flatMap(({ loadBalancerId, backendSetName, port }) => {
    const [balancer] = byId(loadBalancerId);
    const set = ofType(types.set, types.networkSet).find(
      (one) => balancerOf(one) === loadBalancerId && one.inputs.name === backendSetName,
    );
    return balancer && set ? [{ balancer, set, port }] : [];
  });
}

function membersGroups(pool: Recorded, { byId }: Around): unknown[] {
  const [configuration] = byId(pool.inputs.instanceConfigurationId);
  return at(configuration?.inputs, "instanceDetails.launchDetails.createVnicDetails.nsgIds");
}

const reachesMembers: Bond["holds"] = (pool, around) => {
  const joints = jointsOf(pool, around);
  const members = membersGroups(pool, around);
  if (joints.length === 0) return undefined;
  const rules = around.ofType(types.securityRule).filter((rule) => around.before(pool).has(rule));
  const ways = joints.flatMap(({ balancer, set, port }) =>
    ports(set, port).flatMap((one): Way[] => [
      { groups: groupsOf(balancer), direction: "EGRESS", port: one, peers: members },
      { groups: members, direction: "INGRESS", port: one, peers: groupsOf(balancer) },
    ]),
  );
  return waysOpen(ways, rules);
};

/** Where packets keep their sender, members meet the clients themselves. */
const admitsClients: Bond["holds"] = (pool, around) => {
  const joints = jointsOf(pool, around).filter(({ set }) => set.inputs.isPreserveSource === true);
  const rules = around.ofType(types.securityRule);
  const ways = joints.flatMap(({ balancer, set, port }) => {
    const served = around
      .beside(set, types.networkListener)
      .filter(({ inputs }) => inputs.defaultBackendSetName === set.inputs.name);
    const entries = served.flatMap(({ inputs }) =>
      rules.filter((rule) => opens(rule, { groups: groupsOf(balancer), direction: "INGRESS", port: inputs.port })),
    );
    return entries.map(
      ({ inputs }): Way => ({
        groups: membersGroups(pool, around),
        direction: "INGRESS",
        port,
        peers: [inputs.source],
      }),
    );
  });
  return ways.length === 0 ? undefined : waysOpen(ways, rules);
};

/** Rules towards balancers come with listeners, which may be declared later. */
const answers: Bond["holds"] = (pool, around) => {
  const groups = membersGroups(pool, around);
  const served = around.ofType(types.balancer, types.networkBalancer).flatMap(groupsOf);
  const out = around
    .ofType(types.securityRule)
    .filter(({ inputs }) => inputs.direction === "EGRESS" && groups.includes(inputs.networkSecurityGroupId))
    .filter(({ inputs }) => !served.includes(inputs.destination));
  return out.length === 0 ? undefined : out.every((rule) => around.before(pool).has(rule));
};

const admitted: Bond["holds"] = (listener, around) => {
  const [balancer] = around.byId(balancerOf(listener));
  if (!balancer) return undefined;
  const way: Way = { groups: groupsOf(balancer), direction: "INGRESS", port: listener.inputs.port };
  return waysOpen([way], around.ofType(types.securityRule));
};

const reachesMember: Bond["holds"] = (member, around) => {
  const [balancer] = around.byId(balancerOf(member));
  if (!balancer) return undefined;
  const peers = [`${member.inputs.ipAddress}/32`];
  const { port } = member.inputs;
  const rules = around.ofType(types.securityRule);
  const isOpen = (one: Partial<Way>) =>
    rules.some((rule) => opens(rule, { groups: groupsOf(balancer), direction: "EGRESS", port, ...one }));
  return isOpen({ peers }) || isOpen({});
};

export const wayBonds: readonly Bond[] = [
  ...bonds([types.listener, types.networkListener], source, {
    "have a port that its balancer's group admits": admitted,
  }),
  ...bonds([types.pool], source, {
    "wait for the rules on the way from its balancers, checks too": reachesMembers,
    "admit the clients whose addresses are kept": admitsClients,
    "wait for the rules that let its members out": answers,
  }),
  ...bonds([types.member, types.networkMember], source, { "have a port that its balancer may reach": reachesMember }),
];
