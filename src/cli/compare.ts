import { randomBytes } from "node:crypto";
import { diffPlans } from "../diff/diff-plans.js";
import type { Diagnostic, Diff, FailedDiff } from "../diff/model.js";
import type { Rates, SideOptions } from "../diff/options.js";
import { PlanError } from "../plan/errors.js";
import type { Plan } from "../plan/model.js";
import type { StackChoice } from "../plan/stacks.js";
import { askedNames, expectedNames, projectOf, refuseUnnamed, strangerIn } from "./expected-names.js";
import { type Names, namesOf, type Planned, type PlanSettings, planSide, stackNamesOf } from "./plan-side.js";
import type { Side } from "./sides.js";

export interface Sides {
  readonly base: Side;
  readonly head: Side;
}

interface CompareOptions {
  readonly timeout: number;
  /** Whose fingerprints are in plan files too. Default: a key that lasts as long as the run. */
  readonly fingerprint?: string;
  readonly untrustedHead: boolean;
  readonly rates?: Rates;
}

export interface Compared {
  readonly diff: Diff | FailedDiff;
  readonly exitCode: 0 | 1 | 2;
}

/** Both sides for one stack, and what differs. */
export async function compare(sides: Sides, choice: StackChoice, options: CompareOptions): Promise<Compared> {
  const settings = settingsOf(sides, options);
  const planned = await Promise.all([planSide(sides.base, choice, settings), planSide(sides.head, choice, settings)]);
  const expected = expectedNames(sides.base, planned[0], choice);
  const isFile = sides.head.source.kind === "plan";
  if (isFile && options.untrustedHead && planned[0].kind === "none") refuseUnnamed(sides.base, expected);
  const base = unless(strangerIn(sides.base, askedNames(choice)), planned[0]);
  const head = unless(strangerIn(sides.head, { ...expected, ...askedNames(choice) }), planned[1]);
  const told = nameBoth(sides, { base, head }, choice);
  const names = { ...told, ...(isFile ? expected : {}), ...askedNames(choice) };
  if (base.kind === "failed" || head.kind === "failed") return failed(names, base, head);
  if (base.kind === "none" && head.kind === "none")
    throw new PlanError(`nothing to compare: ${base.why}, and ${head.why}${offered(sides)}`);
  const diff = diffPlans(planOf(base, names), planOf(head, names), {
    base: optionsOf(sides.base),
    head: { ...optionsOf(sides.head), ...(options.untrustedHead ? { untrusted: true } : {}) },
    ...(options.rates === undefined ? {} : { rates: options.rates }),
  });
  return { diff: { ...diff, diagnostics: [...diff.diagnostics, ...absences(base, head)] }, exitCode: 0 };
}

function unless(error: PlanError | undefined, planned: Planned): Planned {
  return error === undefined ? planned : { kind: "failed", error };
}

/** A file was planned with a key of its own, or none: only the caller can know it. */
function settingsOf({ base, head }: Sides, { timeout, fingerprint }: CompareOptions): PlanSettings {
  const hasFile = base.source.kind === "plan" || head.source.kind === "plan";
  const key = fingerprint ?? (hasFile ? undefined : randomBytes(32).toString("hex"));
  return key === undefined ? { timeout } : { timeout, fingerprint: key };
}

function nameBoth(sides: Sides, { base, head }: Record<keyof Sides, Planned>, choice: StackChoice): Names {
  const [plan] = [head, base].flatMap((one) => (one.kind === "plan" ? [one.plan] : []));
  const names: Partial<Names> = plan ?? namesOf(sides.head, choice) ?? namesOf(sides.base, choice) ?? {};
  const { project = "unknown", stack } = { ...projectOf(sides.base), ...projectOf(sides.head), ...names };
  return { project, stack: stack ?? choice.stack ?? choice.cloud ?? "unknown" };
}

function offered({ base, head }: Sides): string {
  const names = [...new Set([...stackNamesOf(base), ...stackNamesOf(head)])].sort();
  return names.length === 0 ? "" : `\n  instead: --stack with one of ${names.join(", ")}`;
}

function planOf(side: Planned, { project, stack }: Names): Plan {
  if (side.kind === "plan") return side.plan;
  const nothing = { components: [], resources: [], outputs: {}, notes: [], exposure: [], sizes: [] };
  return { version: 1, project, stack, ...nothing };
}

function optionsOf({ label, commit }: Side): SideOptions {
  return { label, ...(commit === undefined ? {} : { commit }) };
}

/** The head is told first: its mistakes are those of the change. */
function failed({ project, stack }: Names, base: Planned, head: Planned): Compared {
  const side = head.kind === "failed" ? "head" : "base";
  const [error, other] = [head, base].flatMap((one) => (one.kind === "failed" ? [one.error] : []));
  const diagnostics: Diagnostic[] =
    other === undefined ? [] : [{ severity: "error", message: `the base fails too: ${other.message}` }];
  return {
    diff: {
      version: 1,
      kind: "offline",
      project,
      stack,
      failed: { side, message: error?.message ?? "" },
      diagnostics,
    },
    exitCode: error?.exitCode ?? 1,
  };
}

function absences(base: Planned, head: Planned): Diagnostic[] {
  if (base.kind === "none") return [{ severity: "info", message: `${base.why}: all of it is new` }];
  if (head.kind !== "none") return [];
  const message = `${head.why}: all of it is shown as deleted, and stays in the cloud until pulumi destroy`;
  return [{ severity: "warning", message }];
}
