import { uncomparedSecrets } from "../diff/diagnostics.js";
import { diffPlans } from "../diff/diff-plans.js";
import type { Diagnostic, Diff, FailedDiff } from "../diff/model.js";
import type { Rates } from "../diff/options.js";
import type { Plan, PlanComponent } from "../plan/model.js";
import { labelOf } from "../plan/tree.js";
import { observedIn } from "./observe.js";
import { isOurUrn, planOfStates } from "./plan-of-states.js";
import type { PreviewRecord, RecordedDiagnostic } from "./record.js";
import { statesOf } from "./states.js";

interface ReportOptions {
  /** Of the commit that was previewed. */
  readonly commit?: string;
  readonly rates?: Rates;
}

/** What a preview of the engine tells a reviewer. */
export function reportOf(record: PreviewRecord, { commit, rates }: ReportOptions = {}): Diff | FailedDiff {
  const { base, head } = statesOf(record);
  const before = planOfStates(record, base);
  const whole = planOfStates(record, head);
  const after = record.linked ? { ...whole, outputs: before.outputs } : whole;
  const components = [...before.components, ...after.components];
  const news = record.diagnostics.filter((one) => !isNote(one)).map((one) => labelled(one, components));
  const { project, stack } = record;
  const failure = failureOf(record);
  if (failure !== undefined) {
    const rest = news.filter(({ severity }) => severity !== "error");
    return {
      version: 1,
      kind: "preview",
      project,
      stack,
      failed: { side: "head", message: failure },
      diagnostics: rest,
    };
  }
  const diff = diffPlans(before, after, {
    base: { label: "state" },
    head: { label: "preview", ...(commit === undefined ? {} : { commit }) },
    observed: observedIn(record),
    ...(rates === undefined ? {} : { rates }),
  });
  return {
    ...diff,
    counts: { ...diff.counts, same: diff.counts.same + leftOut(record) },
    diagnostics: [...diff.diagnostics.filter(isOfPlans), ...news, ...limitsOf(record, before)],
    ...(record.policies === undefined ? {} : { policies: record.policies }),
  };
}

/** A preview that a policy stops is whole; any other error leaves it without its rest. */
function failureOf({ diagnostics, policies = [], ended }: PreviewRecord): string | undefined {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const stopped =
    policies.some(({ level }) => level === "mandatory") && errors.every((text) => /polic(y|ies)/i.test(text));
  if (stopped) return undefined;
  if (errors.length > 0) return errors.join("\n\n");
  return ended ? undefined : "the events end before the preview does: they were cut off, or it was";
}

/** The engine has compared secrets; only two plans cannot. */
function isOfPlans({ message }: Diagnostic): boolean {
  return message !== uncomparedSecrets.message;
}

/** A component says its notes in the log too. */
function isNote({ urn, message }: RecordedDiagnostic): boolean {
  return isOurUrn(urn ?? "") && /\((?:near|emulated|warning):[\w.-]+\)$/.test(message);
}

function labelled({ urn, ...rest }: RecordedDiagnostic, components: readonly PlanComponent[]): Diagnostic {
  const component = components.find((one) => one.urn === urn);
  return component === undefined ? rest : { ...rest, component: labelOf(component) };
}

/** What the form of the record leaves out. */
function limitsOf(record: PreviewRecord, { outputs }: Plan): Diagnostic[] {
  const { linked } = record;
  const left = leftOut(record);
  const limits = [
    ...(left > 0
      ? [`${left} unchanged resources are not in this report: pulumi preview --json --show-sames names them`]
      : []),
    ...(linked && Object.keys(outputs).length > 0
      ? ["outputs of the stack are not compared: pulumi preview --json does not tell them"]
      : []),
    ...(linked
      ? []
      : ["an event log does not say what a value comes from: what only a deployment knows is not followed"]),
  ];
  return limits.map((message) => ({ severity: "info", message }));
}

/** Resources that the engine counted as unchanged and did not name. */
function leftOut({ same, steps }: PreviewRecord): number {
  return Math.max(0, same - steps.filter(({ op }) => op === "same").length);
}
