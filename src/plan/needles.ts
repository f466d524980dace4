/** Texts to hide in others, however many there are of both. */
export interface Needles {
  readonly add: (text: string) => void;
  readonly hide: (text: string) => string;
}

/** What is shorter is not hidden. */
export function collectNeedles(shortest: number): Needles {
  const byStart = new Map<string, Set<string>>();
  return {
    add: (text) => {
      if (text.length < shortest) return;
      const start = text.slice(0, shortest);
      const known = byStart.get(start);
      if (known) known.add(text);
      else byStart.set(start, new Set([text]));
    },
    hide: (text) => (byStart.size === 0 ? text : without(text, shortest, byStart)),
  };
}

/** Every place that a needle covers is hidden, also where two of them overlap. */
function without(text: string, shortest: number, byStart: ReadonlyMap<string, ReadonlySet<string>>): string {
  let shown = "";
  let hiddenTo = 0;
  for (let place = 0; place + shortest <= text.length; place += 1) {
    const needles = byStart.get(text.slice(place, place + shortest));
    const end = needles === undefined ? 0 : endAt(text, place, needles);
    if (end === 0) continue;
    if (place >= hiddenTo) shown += text.slice(hiddenTo, place) + mark;
    hiddenTo = Math.max(hiddenTo, end);
  }
  return shown + text.slice(hiddenTo);
}

const mark = "[secret]";

/** Where the longest needle ends that begins here; 0 when none does. */
function endAt(text: string, place: number, needles: ReadonlySet<string>): number {
  let end = 0;
  for (const needle of needles) {
    if (place + needle.length > end && text.startsWith(needle, place)) end = place + needle.length;
  }
  return end;
}
