import { type Model, modelOf, type Shape } from "./models.js";
import { isUnknown } from "./resource.js";

export interface Judgement {
  /** `Matcher.HttpCode: …` */
  readonly findings: readonly string[];
  /** Each member that was met, `[]` for each entry of a list, with whether its value was known. */
  readonly members: ReadonlyMap<string, boolean>;
}

interface Place {
  readonly model: Model;
  readonly findings: string[];
  readonly members: Map<string, boolean>;
}

/** What the model of a service has against a request; values that only a deployment knows are borne. */
export function checkRequest(service: string, operation: string, request: unknown): Judgement {
  const model = modelOf(service);
  const shape = model.operations[operation]?.input?.shape;
  if (shape === undefined) return { findings: ["is no operation"], members: new Map() };
  const place: Place = { model, findings: [], members: new Map() };
  check(place, shape, request, "");
  return { findings: place.findings, members: place.members };
}

function check(place: Place, name: string, value: unknown, path: string): void {
  const shape = place.model.shapes[name] as Shape;
  if (path !== "") meet(place, path, value);
  if (isUnknown(value)) return;
  const wrong = wrongType(shape, value);
  if (wrong !== undefined) {
    place.findings.push(`${path}: ${shown(value)} is no ${wrong}`);
    return;
  }
  place.findings.push(...constraintsBroken(shape, value).map((text) => `${path}: ${text}`));
  checkInside(place, shape, value, path);
}

function meet({ members }: Place, path: string, value: unknown): void {
  const pattern = path.replace(/\[\d+\]/g, "[]");
  members.set(pattern, members.get(pattern) === true || !isUnknown(value));
}

function checkInside(place: Place, shape: Shape, value: unknown, path: string): void {
  if (shape.type === "structure") checkMembers(place, shape, value as Record<string, unknown>, path);
  if (shape.type !== "list") return;
  const element = shape.member?.shape as string;
  (value as unknown[]).forEach((one, index) => void check(place, element, one, `${path}[${index}]`));
}

function checkMembers(place: Place, { members = {}, required = [] }: Shape, value: object, path: string): void {
  const given = Object.entries(value).filter(([, one]) => one !== undefined);
  const inside = (key: string) => (path === "" ? key : `${path}.${key}`);
  for (const [key, one] of given) {
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    if (member) check(place, member.shape, one, inside(key));
    else place.findings.push(`${inside(key)}: is no member`);
  }
  const missing = required.filter((key) => !given.some(([name]) => name === key));
  place.findings.push(...missing.map((key) => `${inside(key)}: is missing`));
}

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  structure: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  list: (value) => Array.isArray(value),
  string: (value) => typeof value === "string",
  blob: (value) => typeof value === "string",
  boolean: (value) => typeof value === "boolean",
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  long: (value) => Number.isSafeInteger(value),
  double: (value) => Number.isFinite(value),
  float: (value) => Number.isFinite(value),
};

function wrongType({ type }: Shape, value: unknown): string | undefined {
  const fits = types[type];
  if (!fits) throw new Error(`shapes of type ${type} are not checked: write how`);
  return fits(value) ? undefined : type;
}

function constraintsBroken(shape: Shape, value: unknown): string[] {
  const size = sizeOf(shape, value);
  const what = typeof value === "number" ? "" : ` ${unitOf(shape)}`;
  return [
    ...(shape.enum && !shape.enum.includes(value as string) ? [`${shown(value)} is none of its words`] : []),
    ...(shape.min !== undefined && size < shape.min ? [`${size}${what} is below ${shape.min}`] : []),
    ...(shape.max !== undefined && size > shape.max ? [`${size}${what} is above ${shape.max}`] : []),
    ...(shape.pattern !== undefined && !matches(shape.pattern, value as string)
      ? [`${shown(value)} is not like ${shape.pattern}`]
      : []),
  ];
}

function sizeOf({ type }: Shape, value: unknown): number {
  if (typeof value === "number") return value;
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "string") return Number.NaN;
  return type === "blob" ? Buffer.byteLength(value) : [...value].length;
}

function unitOf({ type }: Shape): string {
  return { list: "entries", blob: "bytes" }[type] ?? "characters";
}

const patterns = new Map<string, RegExp>();

/** Services compare the whole text with a pattern. */
function matches(pattern: string, value: string): boolean {
  const whole = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, "u");
  patterns.set(pattern, whole);
  return whole.test(value);
}

function shown(value: unknown): string {
  const text = typeof value === "number" ? String(value) : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
