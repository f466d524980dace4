import { type Attribute, attributes } from "./attributes.js";
import { type Request, requestsOf, rowsOf, type TypeRow } from "./calls.js";
import { type Inputs, isUnknown, type Resource } from "./resource.js";
import { breaches, Program, type ProgramRule, type Rule } from "./rule.js";
import { balancingProgramRules, balancingRules } from "./rules-balancing.js";
import { networkProgramRules, networkRules } from "./rules-network.js";
import { scalingProgramRules, scalingRules } from "./rules-scaling.js";
import { tagRules } from "./rules-tags.js";
import { togetherRules } from "./rules-together.js";
import { checkRequest } from "./shapes.js";
import { balancing } from "./table-balancing.js";
import { compute } from "./table-compute.js";
import { network } from "./table-network.js";
import { scaling } from "./table-scaling.js";

/** Every type that the adapter may make. */
export const table: Readonly<Record<string, TypeRow>> = { ...network, ...balancing, ...compute, ...scaling };
export const rules: readonly Rule[] = [
  ...networkRules,
  ...balancingRules,
  ...scalingRules,
  ...tagRules(Object.keys(table)),
];
export const programRules: readonly ProgramRule[] = [
  ...networkProgramRules,
  ...balancingProgramRules,
  ...scalingProgramRules,
  ...togetherRules,
];

/** What the provider would ask of AWS for programs, held against the service models and the rules; and how much of it there was. */
export class Judge {
  resources = 0;
  calls = 0;
  readonly operations = new Set<string>();
  /** By operation and path, with whether a value was known. */
  readonly members = new Map<string, boolean>();
  /** References between resources that rules of programs followed. */
  readonly followed = new Set<string>();
  readonly #used = new Set<string>();
  readonly #met = new Set<Rule>();

  /** What AWS would refuse of the resources of one program. */
  judge(resources: readonly Resource[]): string[] {
    const program = new Program(resources);
    const single = resources.flatMap((one) => this.#judgeOne(one).map((text) => `${one.type} ${text}`));
    const several = programRules.flatMap(({ fact, breaches: of }) => of(program).map((id) => `${id}: ${fact}`));
    for (const reference of program.followed) this.followed.add(reference);
    return [...single, ...several];
  }

  /** Rows of the table that no resource used, and operations that were never called. */
  get unused(): string[] {
    return Object.entries(table).flatMap(([type, row]) =>
      rowsOf(row).flatMap((text) => (this.#used.has(`${type} ${text}`) ? [] : [`${type} ${text}`])),
    );
  }

  get unmet(): string[] {
    return rules.filter((one) => !this.#met.has(one)).map(({ type, path, fact }) => `${type} ${path}: ${fact}`);
  }

  get uncalled(): string[] {
    const all = new Set(Object.values(table).flatMap(({ calls }) => calls.map(({ operation }) => operation)));
    return [...all].filter((one) => !this.operations.has(one));
  }

  #judgeOne(resource: Resource): string[] {
    this.resources++;
    const row = table[resource.type];
    if (!row) return ["is no type of the table"];
    const { inputs, requests, findings, used } = requestsOf(resource, row);
    for (const text of used) this.#used.add(`${resource.type} ${text}`);
    const asked = requests.flatMap((request) => this.#judgeRequest(request, inputs));
    const ruled = breaches(resource.type, inputs, rules);
    for (const rule of ruled.met) this.#met.add(rule);
    return [...findings, ...asked, ...ruled.findings];
  }

  #judgeRequest({ operation, body }: Request, inputs: Inputs): string[] {
    this.calls++;
    this.operations.add(operation);
    const [service = "", name = ""] = operation.split(" ");
    const { findings, members } = checkRequest(service, name, body);
    for (const [member, known] of members) {
      const key = `${operation} ${member}`;
      this.members.set(key, this.members.get(key) === true || known);
    }
    return [...findings, ...attributesBroken(operation, body, familyOf(inputs))].map((text) => `${operation} ${text}`);
  }
}

/** What is wrong with the keys and values that a request sets. */
export function attributesBroken(operation: string, { Attributes }: Request["body"], family: Family): string[] {
  const known = attributes[operation];
  if (!known || !Array.isArray(Attributes)) return [];
  return (Attributes as { Key: string; Value: unknown }[]).flatMap(({ Key, Value }) => {
    const attribute = Object.hasOwn(known, Key) ? known[Key] : undefined;
    if (!attribute) return [`${Key}: is no attribute`];
    if (attribute.family && attribute.family !== family) return [`${Key}: is of ${attribute.family} balancers only`];
    return isUnknown(Value) || attribute.holds(String(Value)) ? [] : [`${Key}: ${Value} is not ${attribute.says}`];
  });
}

type Family = NonNullable<Attribute["family"]>;

function familyOf({ loadBalancerType, protocol }: Inputs): Family {
  const isApplication = loadBalancerType === "application" || protocol === "HTTP" || protocol === "HTTPS";
  return isApplication ? "application" : "network";
}
