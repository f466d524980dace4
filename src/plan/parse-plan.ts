import { PlanError } from "./errors.js";
import type { Plan } from "./model.js";
import { isRecord } from "./project.js";
import { planFileSchema, planVersion } from "./schema.js";
import { type Breach, breachesOf, shown, strangeness } from "./schema-breaches.js";

export interface ParseOptions {
  /** What the text is called in errors. Default: `the plan`. */
  readonly label?: string | undefined;
  /** Bytes that the text may have. Default 64 MiB. */
  readonly maxBytes?: number | undefined;
}

const mebibyte = 2 ** 20;
/** More breaches than these are not told. */
const most = 5;

/** A plan from its JSON, every field checked: the text may come from anyone. */
export function parsePlan(text: string, { label = "the plan", maxBytes = 64 * mebibyte }: ParseOptions = {}): Plan {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) {
    throw new PlanError(
      `${label} has ${bytes} bytes, more than the ${maxBytes} that are read\n  instead: a plan of one stack, from \`webtier plan --format json\``,
    );
  }
  const given = parseJson(text, label);
  checkVersion(given, label);
  const strange = strangeness(given);
  if (strange.length > 0) throw breached(label, strange);
  const checked = planFileSchema.safeParse(given);
  if (!checked.success) throw breached(label, breachesOf(checked.error.issues, given));
  const { $schema: _, ...plan } = checked.data;
  const twisted = twists(plan as Plan);
  if (twisted.length > 0) throw breached(label, twisted);
  return plan as Plan;
}

const remake = "instead: write it with `webtier plan --format json`";

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    throw new PlanError(`${label} is not JSON\n  ${remake}`);
  }
}

function checkVersion(given: unknown, label: string): void {
  if (!isRecord(given)) throw new PlanError(`${label} holds no plan\n  ${remake}`);
  if (given.version === planVersion) return;
  if (typeof given.version !== "number") throw new PlanError(`${label} says no version of its form\n  ${remake}`);
  throw new PlanError(
    `${label} has form ${given.version}: this webtier reads form ${planVersion}\n  instead: make both plans with one version of webtier`,
  );
}

function breached(label: string, breaches: readonly Breach[]): PlanError {
  const told = breaches.slice(0, most).map(({ path, reason }) => `  ${path}: ${reason}`);
  const rest = breaches.length > most ? ["  and more"] : [];
  return new PlanError([`${label} does not keep to the form of plans`, ...told, ...rest, `  ${remake}`].join("\n"));
}

/** What a schema cannot say: every URN once, and no resource above itself. */
function twists({ components, resources }: Plan): Breach[] {
  const all = [...components, ...resources];
  const parents = new Map<string, string | undefined>();
  const breaches: Breach[] = [];
  for (const { urn, parent } of all) {
    if (parents.has(urn)) breaches.push({ path: shown(urn), reason: "stands in it twice" });
    parents.set(urn, parent);
  }
  const rooted = new Set<string>();
  for (const { urn } of all) {
    const climbed = new Set<string>();
    let next: string | undefined = urn;
    while (next !== undefined && !rooted.has(next) && !climbed.has(next)) {
      climbed.add(next);
      next = parents.get(next);
    }
    if (next !== undefined && climbed.has(next)) breaches.push({ path: shown(urn), reason: "is its own parent" });
    for (const one of climbed) rooted.add(one);
  }
  return breaches;
}
