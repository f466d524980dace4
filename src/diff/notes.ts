import type { Plan, PlanNote } from "../plan/model.js";
import type { Matching } from "./matching.js";
import type { NoteChange } from "./model.js";
import { byText, placeOf } from "./urns.js";

type Labels = (urn: string) => string;

/** A note with other words is another one. */
export function noteChanges(base: Plan, head: Plan, { identityInBase }: Matching, label: Labels): NoteChange[] {
  const olds = keyed(base, identityInBase);
  const news = keyed(head, placeOf);
  const of = (status: NoteChange["status"], notes: readonly PlanNote[]) =>
    notes.map((note) => changeOf(status, note, label));
  const added = [...news].filter(([key]) => !olds.has(key)).map(([, note]) => note);
  const removed = [...olds].filter(([key]) => !news.has(key)).map(([, note]) => note);
  const kept = [...news].filter(([key]) => olds.has(key)).map(([, note]) => note);
  return [...of("added", added), ...of("removed", removed), ...of("same", kept)].sort((a, b) =>
    byText(orderOf(a), orderOf(b)),
  );
}

function keyed({ notes }: Plan, identity: (urn: string) => string): Map<string, PlanNote> {
  return new Map(
    notes.map((note) => {
      const { id, fate, about, path = null, message } = note;
      return [JSON.stringify([id, fate, about === undefined ? null : identity(about), path, message]), note];
    }),
  );
}

function changeOf(status: NoteChange["status"], note: PlanNote, label: Labels): NoteChange {
  const { id, fate, about, path, message } = note;
  return {
    status,
    id,
    fate,
    ...(about === undefined ? {} : { component: label(about) }),
    ...(path === undefined ? {} : { path }),
    message,
  };
}

const statuses = ["added", "removed", "same"];

function orderOf({ status, component = "", id, path = "", message }: NoteChange): string {
  return JSON.stringify([statuses.indexOf(status), component, id, path, message]);
}
