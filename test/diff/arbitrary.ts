import fc from "fast-check";
import type {
  Plan,
  PlanComponent,
  PlanExposure,
  PlanNote,
  PlanOptions,
  PlanResource,
  Value,
} from "../../src/plan/model.js";
import { component, plan, resource, urn } from "./harness.js";

const names = ["a", "b", "a-b", "constructor", "__proto__", "x::y", "$1", "<b>|`", ""];
const types = ["toy:net:Network", "toy:lb:Balancer", "toy:pool:Template", "strange:x:Y", "odd"];
const nouns = [
  "Network",
  "Tier",
  "LoadBalancer",
  "Listener",
  "BackendSet",
  "InstanceTemplate",
  "InstancePool",
  "DynamicGroupPolicy",
  "Odd",
];
const keys = [
  "networkId",
  "listeners",
  "port",
  "size",
  "a.b",
  "tier",
  "network",
  "loadBalancer",
  "template",
  "backendSets",
  "allowFrom",
  "allow",
  "access",
];
const paths = ["networkId", "listeners[*].port", "*", "a.b", '["a.b"]', "[", "size[0]"];

const name = fc.constantFrom(...names);
const ownUrn = fc.oneof(
  fc.tuple(fc.constantFrom(...types), name).map(([type, one]) => urn(type, one)),
  fc.tuple(fc.constantFrom(...nouns), name).map(([noun, one]) => urn(`webtier:index:${noun}`, one)),
);
const text = fc.oneof(
  fc.constantFrom(
    "[unknown]",
    "[secret]",
    "[secret aa]",
    "[secret bb]",
    "x [secret aa] y",
    "tier:a",
    "network:b",
    "loadBalancer:a",
    ["$", "{tier:a.id}"].join(""),
    "internet",
  ),
  ownUrn,
  fc.string({ maxLength: 5 }),
);

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom<Value>(null, true, 0, 1, 443, -1.5),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys, ...names), tie("value"), { maxKeys: 3 }),
  ),
}));
const values = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 });
const urns = fc.array(ownUrn, { maxLength: 2 });

const plainOptions = fc.record<PlanOptions>(
  {
    deleteBeforeReplace: fc.boolean(),
    deletedWith: ownUrn,
    ignoreChanges: fc.array(fc.constantFrom(...paths), { maxLength: 2 }),
    import: text,
    protect: fc.boolean(),
    replaceOnChanges: fc.array(fc.constantFrom(...paths), { maxLength: 2 }),
    replaceWith: urns,
    replacementTrigger: value,
    retainOnDelete: fc.boolean(),
  },
  { requiredKeys: [] },
);
const alias = fc.oneof(
  ownUrn,
  fc.record({ name, type: fc.constantFrom(...types), parent: ownUrn, noParent: fc.boolean() }, { requiredKeys: [] }),
);

export interface Shape {
  readonly aliases: boolean;
}

function optionsWith({ aliases }: Shape): fc.Arbitrary<PlanOptions> {
  if (!aliases) return plainOptions;
  return fc
    .tuple(plainOptions, fc.array(alias, { maxLength: 2 }))
    .map(([rest, found]) => ({ ...rest, aliases: found }));
}

function resources(shape: Shape): fc.Arbitrary<PlanResource> {
  const more = fc.record<Partial<PlanResource>>(
    {
      kind: fc.constantFrom("resource", "resource", "resource", "component", "provider", "read"),
      id: text,
      inputs: values,
      component: ownUrn,
      parent: ownUrn,
      dependencies: urns,
      propertyDependencies: fc.dictionary(fc.constantFrom(...keys), urns, { maxKeys: 3 }),
      source: text,
    },
    { requiredKeys: ["kind", "inputs", "propertyDependencies"] },
  );
  return fc
    .tuple(fc.constantFrom(...types), name, more, optionsWith(shape))
    .map(([type, called, rest, options]) => resource(type, called, { ...rest, options }));
}

function components(shape: Shape): fc.Arbitrary<PlanComponent> {
  return fc
    .tuple(fc.constantFrom(...nouns), name, values, optionsWith(shape), values, fc.constantFrom("toy", "other"))
    .map(([noun, called, spec, options, documents, cloud]) =>
      component(noun, called, spec, { options, documents, cloud }),
    );
}

const notes: fc.Arbitrary<PlanNote> = fc.record(
  { id: name, fate: fc.constantFrom("near", "emulated", "warning", "note"), message: text, path: text, about: ownUrn },
  { requiredKeys: ["id", "fate", "message"] },
);

const exposure: fc.Arbitrary<PlanExposure> = fc.record(
  {
    direction: fc.constantFrom("in", "out"),
    at: ownUrn,
    place: name,
    peer: fc.constantFrom("internet", "10.0.0.0/8", "10.1.0.0/16", "::/0", "[unknown]", "sg-1", "999.1/77"),
    from: ownUrn,
    protocol: fc.constantFrom("tcp", "any"),
    ports: fc.constantFrom("80", "80-90", "any", "90-80"),
    by: urns,
  },
  { requiredKeys: ["direction", "at", "place", "peer", "protocol", "ports", "by"] },
);

/** Any plan, hostile ones too. */
export function plans(shape: Shape): fc.Arbitrary<Plan> {
  const selector = (one: { readonly urn: string }) => one.urn;
  return fc
    .record({
      stack: fc.constantFrom("dev", "prod"),
      cloud: fc.constantFrom("toy", "other"),
      resources: fc.uniqueArray(resources(shape), { maxLength: 8, selector }),
      components: fc.uniqueArray(components(shape), { maxLength: 6, selector }),
      outputs: values,
      notes: fc.array(notes, { maxLength: 4 }),
      exposure: fc.array(exposure, { maxLength: 5 }),
    })
    .map(plan);
}
