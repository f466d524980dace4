import { type Declared, isPlain, reachable } from "../../src/core/declared.js";
import { isPlaceholder, type Planned, type Ref } from "../../src/core/planned.js";
import type { Declaration, Fields, Shape, Table } from "./table.js";

interface Place {
  readonly table: Table;
  readonly it: Declared;
  readonly problems: string[];
}

/** What an SDK would not take of a component's plan: names, kinds, what is missing, and where references lead. */
export function problemsOf(it: Declared, table: Table): string[] {
  const place: Place = { table, it, problems: [] };
  for (const [role, planned] of Object.entries(it.plan.resources)) checkResource(place, role, planned);
  checkReferences(place, it.plan.outputs, "outputs");
  return place.problems.map((problem) => `${it.key} ${problem}`);
}

function checkResource(place: Place, role: string, { type, args, options = {} }: Planned): void {
  const declaration = place.table.types[type];
  if (!declaration) {
    place.problems.push(`${role}: ${type} is no type of the SDK`);
    return;
  }
  checkFields(place, args, declaration.inputs, declaration.required, role);
  for (const reference of options.dependsOn ?? []) {
    const { problem, path } = follow(place, reference.ref, reference.of);
    if (problem !== undefined) place.problems.push(`${role} depends on ${problem}`);
    else if (path.length > 0) place.problems.push(`${role} depends on ${reference.ref}, which is no resource`);
  }
  for (const path of [...(options.ignoreChanges ?? []), ...(options.replaceOnChanges ?? [])]) {
    if (!knows(declaration, path)) place.problems.push(`${role}: ${path} is no property of ${type}`);
  }
}

function knows({ inputs, outputs }: Declaration, path: string): boolean {
  const [name = ""] = stepsOf(path);
  return Object.hasOwn(inputs, name) || Object.hasOwn(outputs, name);
}

function checkFields(place: Place, value: object, fields: Fields, required: readonly string[], path: string): void {
  const given = Object.entries(value).filter(([, element]) => element !== undefined);
  for (const [key, element] of given) {
    const shape = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (shape === undefined) place.problems.push(`${path}.${key}: is no input`);
    else checkValue(place, element, shape, `${path}.${key}`);
  }
  const missing = required.filter((key) => !given.some(([name]) => name === key));
  for (const key of missing) place.problems.push(`${path}.${key}: is required`);
}

function checkValue(place: Place, value: unknown, shape: Shape, path: string): void {
  if (isEventual(value)) {
    checkReferences(place, value, path);
    return;
  }
  const kind = Array.isArray(value) ? "list" : typeof value;
  const expected = typeof shape === "string" ? shape : Object.keys(shape)[0];
  const fits = expected === "any" || expected === kind || (expected === "map" && kind === "object");
  if (!fits) place.problems.push(`${path}: is a ${kind}, not a ${expected}`);
  else if (typeof shape === "object") checkInside(place, value as object, shape, path);
}

function checkInside(place: Place, value: object, shape: Exclude<Shape, string>, path: string): void {
  if ("object" in shape) {
    const { fields, required } = objectOf(place.table, shape.object);
    checkFields(place, value, fields, required, path);
    return;
  }
  const element = "list" in shape ? shape.list : shape.map;
  for (const [key, one] of Object.entries(value)) checkValue(place, one, element, `${path}.${key}`);
}

/** A placeholder, or a value that Pulumi resolves. */
function isEventual(value: unknown): boolean {
  return (
    isPlaceholder(value) || (typeof value === "object" && !isPlain(value) && value !== null && !Array.isArray(value))
  );
}

/** Every reference, at any depth, leads to a property of a planned resource. */
function checkReferences(place: Place, value: unknown, path: string): void {
  if (Array.isArray(value)) value.forEach((one, index) => void checkReferences(place, one, `${path}.${index}`));
  if (!isPlain(value)) return;
  if (!isRef(value)) {
    for (const [key, one] of Object.entries(value)) checkReferences(place, one, `${path}.${key}`);
    return;
  }
  const { ref, of }: Ref = value;
  const target = follow(place, ref, of);
  const problem = target.problem ?? (target.path.length === 0 ? `${ref}, which is a whole resource` : undefined);
  if (problem !== undefined) place.problems.push(`${path} refers to ${problem}`);
}

function isRef(value: object): value is Ref {
  return isPlaceholder(value) && "ref" in value;
}

interface Target {
  /** Into the resource's outputs. */
  readonly path: readonly string[];
  readonly problem?: string;
}

function follow({ it, table }: Place, ref: string, of: string | undefined): Target {
  const from = of === undefined ? it : reachable(it).get(of);
  if (!from) return { path: [], problem: `${of}, which it does not reach` };
  const resources = [...Object.entries(from.plan.resources), ...from.shared];
  const [role, planned] = resources.find(([one]) => ref === one || ref.startsWith(`${one}.`)) ?? [];
  if (role === undefined || !planned) return { path: [], problem: `${ref} of ${from.key}, which plans none` };
  const path = stepsOf(ref.slice(role.length));
  const outputs = table.types[planned.type]?.outputs ?? {};
  return leads(table, outputs, path) ? { path } : { path, problem: `${ref}, which ${planned.type} does not have` };
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== "");
}

function leads(table: Table, fields: Fields, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  const shape = Object.hasOwn(fields, first) ? fields[first] : undefined;
  return shape !== undefined && leadsInto(table, shape, rest);
}

function leadsInto(table: Table, shape: Shape, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined || shape === "any") return true;
  if (typeof shape === "string") return false;
  if ("object" in shape) return leads(table, objectOf(table, shape.object).fields, path);
  if ("map" in shape) return leadsInto(table, shape.map, rest);
  return isIndex(table, shape.list, first) && leadsInto(table, shape.list, rest);
}

/** `0`, or `isPublic=true` for an element of which that holds. */
function isIndex(table: Table, element: Shape, step: string): boolean {
  const [property = "", value] = step.split("=");
  return value === undefined ? /^\d+$/.test(step) : leadsInto(table, element, [property]);
}

function objectOf(table: Table, name: string) {
  const found = table.objects[name];
  if (!found) throw new Error(`the table has no ${name}`);
  return found;
}
