import { quote } from "../core/text.js";
import type { Plan, PlanComponent, PlanResource } from "../plan/model.js";
import { differences, type Reading } from "./differences.js";
import type { Matching } from "./matching.js";
import type { Diagnostic } from "./model.js";
import { pathText } from "./paths.js";
import { byText } from "./urns.js";

export const uncomparedSecrets: Diagnostic = {
  severity: "info",
  message:
    "values of secrets were not compared: whether they differ is not known\n  instead: plan both sides with --fingerprint",
};

/** What no operation tells: providers that differ, and protection that goes. */
export function diagnosticsOf(base: Plan, head: Plan, matching: Matching, reading: Reading): Diagnostic[] {
  const all = [...providerDiagnostics(base, head, matching, reading), ...protectionDiagnostics(base, head, matching)];
  return all.sort((a, b) => byText(a.message, b.message));
}

function providerDiagnostics(base: Plan, head: Plan, { baseOf }: Matching, reading: Reading): Diagnostic[] {
  const olds = base.resources.filter(({ kind }) => kind === "provider");
  return head.resources
    .filter(({ kind }) => kind === "provider")
    .flatMap((provider): Diagnostic[] => {
      const old =
        olds.find(({ urn }) => urn === baseOf.get(provider.urn)) ?? olds.find((one) => areDefaults(one, provider));
      const found = old ? differences(settings(old), settings(provider), reading) : [];
      if (found.length === 0) return [];
      const paths = [...new Set(found.map(({ path }) => pathText(path)))];
      return [{ severity: "warning", message: `${told(provider)}: ${quote(paths, "and")} ${differ(paths)}; ${doubt}` }];
    });
}

const doubt = "whether that makes its resources anew is not predicted";

function differ(paths: readonly string[]): string {
  return paths.length === 1 ? "differs" : "differ";
}

function told({ type, name }: PlanResource): string {
  return `provider ${type.split(":").at(-1)} ${name}`;
}

/** The engine's own, one for each version of a package. */
function areDefaults(a: PlanResource, b: PlanResource): boolean {
  return a.type === b.type && [a, b].every(({ name }) => /^default(_|$)/.test(name));
}

function settings({ inputs }: PlanResource) {
  const { version: _, pluginDownloadURL: __, ...rest } = inputs;
  return rest;
}

function protectionDiagnostics(base: Plan, head: Plan, { baseOf }: Matching): Diagnostic[] {
  const olds = new Map([...base.components, ...base.resources].map((one) => [one.urn, one]));
  const wasProtected = ({ urn }: PlanComponent | PlanResource) =>
    olds.get(baseOf.get(urn) ?? "")?.options.protect === true;
  return [...head.components, ...head.resources.filter(({ kind }) => kind === "resource")]
    .filter((one) => wasProtected(one) && one.options.protect !== true)
    .map(({ type, name }) => ({ severity: "warning", message: `${type} ${name} is not protected any longer` }));
}
