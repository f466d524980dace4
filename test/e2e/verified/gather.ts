import { readdirSync, readFileSync } from "node:fs";
import { homedir, hostname } from "node:os";
import { basename, join } from "node:path";
import type { FigureRecord, StepRecord } from "../support/record.js";
import type { KeptRun, KeptStep, RunHead } from "./kept.js";

const root = join(__dirname, "../../..");

/** Takes together what the trials of a run recorded, without what belongs to this machine. */
export function gather(folder: string, run: RunHead): KeptRun {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort();
  const lines = files.flatMap((file) => {
    const texts = readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter((text) => text !== "");
    return texts.map((text) => ({
      trial: basename(file, ".jsonl"),
      record: JSON.parse(text) as StepRecord | FigureRecord,
    }));
  });
  return {
    run,
    steps: lines.flatMap(({ trial, record }) => (record.kind === "step" ? [shorten(trial, record)] : [])),
    figures: lines.flatMap(({ record }) => (record.kind === "figure" ? [record] : [])),
  };
}

/** What keeps a run from being kept: an example without a whole cycle that ended well and settled. */
export function lackingIn({ run, steps }: KeptRun, examples: readonly { program: string; cloud: string }[]): string[] {
  const level = run.level === "full" ? [] : [`the run was of level ${run.level}, not full`];
  const settled = examples.flatMap(({ program, cloud }) => {
    const own = steps.filter(
      (step) => step.program === `examples/${program}` && step.cloud === cloud && !step.fault && !step.code,
    );
    const verbs = ["up", "preview", "refresh", "destroy"].filter(
      (verb) => !own.some((step) => step.verb === verb && isSettled(step)),
    );
    return verbs.map(
      (verb) =>
        `${program} on ${cloud}: no ${verb}${verb === "preview" || verb === "refresh" ? " without a change" : " that ended well"}`,
    );
  });
  return [...level, ...settled];
}

function isSettled({ verb, changed }: KeptStep): boolean {
  return verb === "up" || verb === "destroy" || changed === undefined;
}

/** More than these are told by their types. */
const most = 12;

function shorten(trial: string, record: StepRecord): KeptStep {
  const { kind, program, cloud, why, verb, seconds, budget, code, changes, made, fault, errors } = record;
  const isNew = changes.every((line) => line.startsWith("create "));
  const isTold = changes.length > 0 && verb !== "preview" && verb !== "destroy" && !(isNew && changes.length > most);
  return {
    kind,
    trial,
    program,
    cloud,
    why,
    verb,
    seconds,
    ...(seconds > budget ? { budget } : {}),
    ...(code === 0 ? {} : { code }),
    ...(changes.length === 0 ? {} : { changed: changes.length }),
    ...(isTold ? { changes } : {}),
    ...(Object.keys(made).length === 0 ? {} : { made }),
    ...(fault ? { fault } : {}),
    ...(errors.length === 0 ? {} : { errors: toldErrors(errors) }),
  };
}

/** The engine tells a resource's error once more for the whole operation. */
function toldErrors(errors: readonly string[]): string[] {
  const told = [...new Set(errors.map(impersonal))].filter((text) => text !== "error: update failed");
  return told.length > few ? [...told.slice(0, few), `and ${told.length - few} more`] : told;
}

const few = 3;
const longest = 600;
const places = [root, homedir(), hostname()]
  .map((place) => place.replace(/\/$/, ""))
  .filter((place) => place.length > 2);

/** Without ids, and without the names of this machine and of its folders. */
function impersonal(text: string): string {
  const placeless = places.reduce((rest, place) => rest.replaceAll(place, "…"), text);
  const idless = placeless.replace(/\b(req-)?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}\b/g, "<id>");
  return idless.length > longest ? `${idless.slice(0, longest)} …` : idless;
}
