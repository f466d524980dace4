// Source: Quartz 2.3.2, tutorial of cron triggers (second minute hour day-of-month month day-of-week [year]; 1 is Sunday; L, W, #);
// Autoscaling API reference, CronExecutionSchedule (seconds are 0); read 2026-11.

interface Field {
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
  /** Forms that only this field has. */
  readonly special?: RegExp;
}

const time: readonly Field[] = [
  { low: 0, high: 0 },
  { low: 0, high: 59 },
  { low: 0, high: 23 },
];
const dayOfMonth: Field = { low: 1, high: 31, special: /^(\?|L(-\d{1,2})?|LW|([1-9]|[12]\d|3[01])W)$/ };
const month: Field = {
  low: 1,
  high: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const dayOfWeek: Field = {
  low: 1,
  high: 7,
  names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
  special: /^(\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5]))$/,
};
const year: Field = { low: 1970, high: 2099 };

/** Whether a text is an expression of Quartz that fires on whole minutes. */
export function isQuartz(expression: string): boolean {
  const parts = expression.split(" ");
  const fields = [...time, dayOfMonth, month, dayOfWeek, ...(parts.length === 7 ? [year] : [])];
  const [, , , day, , weekday] = parts;
  const marks = [day, weekday].filter((one) => one === "?").length;
  return (
    parts.length === fields.length &&
    parts[0] === "0" &&
    marks === 1 &&
    parts.every((part, index) => isField(part, fields[index] as Field))
  );
}

function isField(text: string, field: Field): boolean {
  return field.special?.test(text) === true || text.split(",").every((part) => isPart(part, field));
}

/** `*`, `5`, `MON-FRI`, each with a step. */
function isPart(part: string, field: Field): boolean {
  const [span = "", step, ...more] = part.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (span === "*") return true;
  const ends = span.split("-").map((end) => numberIn(end, field));
  return ends.length <= 2 && ends.every((end) => end >= field.low && end <= field.high);
}

function numberIn(text: string, { names = [], low }: Field): number {
  const named = names.indexOf(text);
  if (named >= 0) return named + low;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
