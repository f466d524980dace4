import type { Diagnostic, NoteChange, PolicyViolation } from "../diff/model.js";
import {
  type Block,
  code,
  counted,
  type Item,
  type Line,
  lineOf,
  listOf,
  prose,
  type Section,
  sectionOf,
  strong,
  words,
} from "./blocks.js";
import type { Detail } from "./detail.js";
import { aboutOf } from "./risks.js";

export function notesOf(notes: readonly NoteChange[], detail: Detail): Section[] {
  const of = (status: NoteChange["status"]) => byFate(notes.filter((note) => note.status === status));
  return sectionOf("Capability notes", [
    ...listOf(of("added").map(itemOf), detail.rows),
    ...restOf(of("removed"), of("same"), detail),
  ]);
}

const fates = ["near", "emulated", "warning", "note"] as const;

function byFate(notes: readonly NoteChange[]): NoteChange[] {
  return fates.flatMap((fate) => notes.filter((note) => note.fate === fate));
}

const levels = ["mandatory", "advisory", "remediate", "disabled"] as const;

export function policiesOf(policies: readonly PolicyViolation[] | undefined, { rows }: Detail): Section[] {
  const sorted = levels.flatMap((level) => (policies ?? []).filter((policy) => policy.level === level));
  const items = sorted.map(({ policy, level, message, resource }): Item => {
    const about: Line = resource === undefined ? [] : [words(" on "), code(resource)];
    return {
      line: [
        level === "mandatory" ? strong(level) : words(level),
        words(": "),
        code(policy),
        ...about,
        words(": "),
        prose(message),
      ],
    };
  });
  return sectionOf("Policies", listOf(items, rows));
}

const severities = ["error", "warning", "info"] as const;

export function diagnosticsOf(diagnostics: readonly Diagnostic[], { rows }: Detail): Section[] {
  const sorted = severities.flatMap((severity) => diagnostics.filter((one) => one.severity === severity));
  const items = sorted.map(({ severity, component, message }): Item => {
    const first = severity === "error" ? strong(severity) : words(severity);
    return {
      line: [
        first,
        words(component === undefined ? ": " : " "),
        ...(component === undefined ? [] : aboutOf(component)),
        prose(message),
      ],
    };
  });
  return sectionOf("Diagnostics", listOf(items, rows));
}

/** `new, near: listener http: the path is lost (near:listener.redirect)`. */
function itemOf({ status, id, fate, component, path, message }: NoteChange): Item {
  const state: Readonly<Record<NoteChange["status"], Line>> = {
    added: [strong("new"), words(`, ${fate}: `)],
    removed: [words(`gone, ${fate}: `)],
    same: [words(`${fate}: `)],
  };
  const place = path !== undefined && id.includes(path) ? undefined : path;
  const subject = [component, place].filter((one) => one !== undefined).join(" ");
  const about: Line = subject === "" ? [] : [code(subject), words(": ")];
  return { line: [...state[status], ...about, prose(message), words(" ("), code(id), words(")")] };
}

/** What asks for nothing: a line that opens. */
function restOf(gone: readonly NoteChange[], same: readonly NoteChange[], detail: Detail): Block[] {
  const kept = detail.same ? same : [];
  const counts = [
    ...(gone.length === 0 ? [] : [`${counted(gone.length, "note")} gone`]),
    ...(kept.length === 0 ? [] : [`${counted(kept.length, "note")} unchanged`]),
  ];
  if (counts.length === 0) return [];
  const title = words(counts.join(", "));
  const told = detail.sameNotes ? [...gone, ...kept] : gone;
  if (told.length === 0) return [lineOf(title)];
  return [{ kind: "fold", title: [title], blocks: listOf(told.map(itemOf), detail.rows) }];
}
