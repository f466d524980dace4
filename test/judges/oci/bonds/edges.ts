// Sources: terraform-provider-oci 8.23.0 (a part that is still used is answered 409); the order in which a stack must go; 2026-11.
import { type Around, at, balancerOf, textsIn } from "../around.js";
import { madeIds } from "../provider.js";
import type { Recorded } from "../record.js";
import { schema } from "../schema.js";
import { groupIn } from "../statements.js";
import { types } from "../types.js";
import { type Bond, bonds } from "./bond.js";

const conflict = "Load Balancing API: what is used is not deleted (409); seen with the plugin 4.20.0, 2026-11";
const order = "the order of a destroy, terraform-provider-oci 8.23.0; read 2026-11";

interface Naming {
  readonly type: string;
  readonly path: string;
  readonly target: string;
}

/** Names of parts of the same balancer. */
const namings: readonly Naming[] = [
  { type: types.listener, path: "defaultBackendSetName", target: types.set },
  { type: types.listener, path: "ruleSetNames", target: types.ruleSet },
  { type: types.listener, path: "routingPolicyName", target: types.routing },
  { type: types.listener, path: "sslConfiguration.certificateName", target: types.certificate },
  { type: types.routing, path: "rules.actions.backendSetName", target: types.set },
  { type: types.member, path: "backendsetName", target: types.set },
  { type: types.networkListener, path: "defaultBackendSetName", target: types.networkSet },
  { type: types.networkMember, path: "backendSetName", target: types.networkSet },
];

const kindOf = (type: string) => type.split(":")[2] ?? type;
const labelOf = ({ inputs }: Recorded) => inputs.name ?? inputs.certificateName;

function namesBy({ type, path, target }: Naming): Bond[] {
  const holds: Bond["holds"] = (one, { beside }) => {
    const names = at(one.inputs, path);
    if (names.length === 0) return undefined;
    return names.every((name) => beside(one, target).some((part) => labelOf(part) === name && edged(one, path, part)));
  };
  return bonds([type], conflict, { [`take ${path} from a ${kindOf(target)} of its balancer`]: holds });
}

function edged(one: Recorded, path: string, target: Recorded): boolean {
  return one.edges[path.split(".")[0] ?? ""]?.includes(target.urn) ?? false;
}

interface Attachment {
  readonly loadBalancerId: unknown;
  readonly backendSetName: unknown;
}

function attachesBySets(one: Recorded, { ofType }: Around): boolean | undefined {
  const attachments = at(one.inputs, "loadBalancers") as Attachment[];
  if (attachments.length === 0) return undefined;
  return attachments.every(({ loadBalancerId, backendSetName }) =>
    ofType(types.set, types.networkSet).some(
      (set) =>
        balancerOf(set) === loadBalancerId && set.inputs.name === backendSetName && edged(one, "loadBalancers", set),
    ),
  );
}

function namesGroups(one: Recorded, { ofType, before }: Around): boolean {
  const groups = ofType(types.dynamicGroup).filter((group) => before(one).has(group));
  const known = groups.map(({ inputs }) => inputs.name);
  return textsIn(one.inputs.statements).every((text) => known.includes(groupIn(text)));
}

/** An id without an edge is a text that somebody wrote down. */
function refersByEdges(one: Recorded, { byId }: Around): boolean | undefined {
  const used = Object.entries(one.inputs).flatMap(([key, value]) =>
    textsIn(value)
      .flatMap((text) => byId(madeIds(text)))
      .map((target) => edged(one, key, target)),
  );
  return used.length === 0 ? undefined : used.every(Boolean);
}

/** Who goes first at a destroy; the parts of a network balancer stand in one chain. */
const ranks: readonly (readonly string[])[] = [
  [types.autoscaling, types.alarm],
  [types.pool],
  [types.configuration],
  [types.listener, types.networkListener, types.networkSet, types.networkMember],
  [types.ruleSet, types.routing, types.certificate],
  [types.member],
  [types.set],
  [types.log],
  [types.balancer, types.networkBalancer],
  [types.publicIp, types.securityRule],
  [types.group],
  [types.subnet],
  [types.routeTable, types.securityList],
  [types.gateway, types.nat],
  [types.vcn],
];
const rankOf = (type: string) => ranks.findIndex((rank) => rank.includes(type));

const goesInOrder: Bond["holds"] = (one, { direct }) => {
  const earlier = direct(one).filter(({ type }) => rankOf(type) >= 0);
  return earlier.length === 0 ? undefined : earlier.every(({ type }) => rankOf(type) >= rankOf(one.type));
};

/** A part of a network balancer waits for each that was declared before: two changes at a time are answered 409. */
const standsInChain: Bond["holds"] = (one, { ofType, before }) => {
  const parts = ofType(types.networkSet, types.networkListener, types.networkMember).filter(
    (part) => balancerOf(part) === balancerOf(one) && part !== one,
  );
  return parts.length === 0 ? undefined : parts.every((part) => before(part).has(one) || before(one).has(part));
};

const bound = ranks
  .slice(1)
  .flat()
  .filter((type) => type !== types.vcn && type !== types.publicIp);

/** These refer to nothing that a program makes. */
const independent: readonly string[] = [
  types.vcn,
  types.image,
  types.publicIp,
  types.dynamicGroup,
  types.policy,
  types.logGroup,
];
const dependent = Object.keys(schema).filter((type) => !independent.includes(type));

export const edgeBonds: readonly Bond[] = [
  ...namings.flatMap(namesBy),
  ...bonds([types.pool], conflict, { "take its backend sets from sets of the same balancers": attachesBySets }),
  ...bonds([types.policy], "Identity API reference; read 2026-11", { "name groups that stand before it": namesGroups }),
  ...bonds(dependent, order, { "take ids from what has them": refersByEdges }),
  ...bonds(bound, order, {
    "stand on nothing that goes before it": goesInOrder,
  }),
  ...bonds([types.networkSet, types.networkListener, types.networkMember], "terraform-provider-oci issues 1456, 1593", {
    "change before or after every other part": standsInChain,
  }),
];
