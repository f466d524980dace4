import type { Plan, PlanAlias } from "../../src/plan/model.js";

interface Node {
  readonly urn: string;
  readonly name: string;
  readonly parent?: string;
  readonly options: { readonly aliases?: readonly PlanAlias[] };
}

/** Every URN under which the engine would recognise a resource of the plan, aliases and those of its parents included. */
export function knownUrns(plan: Plan): Set<string> {
  const nodes = new Map<string, Node>([...plan.components, ...plan.resources].map((node) => [node.urn, node]));
  return new Set([...nodes.values()].flatMap((node) => identities(node, nodes)));
}

function identities(node: Node, nodes: ReadonlyMap<string, Node>): string[] {
  const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
  const written = (node.options.aliases ?? []).flatMap((alias) => (typeof alias === "string" ? [alias] : []));
  const names = [
    node.name,
    ...(node.options.aliases ?? []).flatMap((alias) =>
      typeof alias === "object" && typeof alias.name === "string" ? [alias.name] : [],
    ),
  ];
  if (!parent) return [...names.map((name) => withName(node.urn, name)), ...written];
  const own = identities(parent, nodes).flatMap((urn) => {
    const former = nameOf(urn);
    const following = node.name.startsWith(parent.name) ? [former + node.name.slice(parent.name.length)] : [];
    return [...names, ...following].map((name) => below(urn, typeOf(node.urn), name));
  });
  return [...new Set([...own, ...written])];
}

function nameOf(urn: string): string {
  return urn.slice(urn.lastIndexOf("::") + 2);
}

function withName(urn: string, name: string): string {
  return urn.slice(0, urn.lastIndexOf("::") + 2) + name;
}

function typeOf(urn: string): string {
  const chain = urn.split("::")[2] ?? "";
  return chain.slice(chain.lastIndexOf("$") + 1);
}

function below(parent: string, type: string, name: string): string {
  return `${parent.slice(0, parent.lastIndexOf("::"))}$${type}::${name}`;
}
