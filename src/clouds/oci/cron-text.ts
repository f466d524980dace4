// Numbers as fields of Quartz expressions, as short as they get.
const weekdayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

export function minutesText(values: readonly number[]): string {
  return steppedText(values, 59);
}

export function hoursText(values: readonly number[]): string {
  return steppedText(values, 23);
}

export function monthsText(values: readonly number[]): string {
  return values.length === 12 ? "*" : runsText(values);
}

/** By name: their numbers differ between dialects. */
export function weekdaysText(values: readonly number[]): string {
  return runsText(values, (value) => weekdayNames[value] ?? "");
}

/** `1,5-9`. */
export function runsText(values: readonly number[], nameOf: (value: number) => string = String): string {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run?.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  return runs
    .flatMap((run) =>
      run.length < 3 ? run.map(nameOf) : [`${nameOf(run[0] as number)}-${nameOf(run.at(-1) as number)}`],
    )
    .join(",");
}

/** `*`, `0/15`, or numbers. */
function steppedText(values: readonly number[], last: number): string {
  if (values.length === last + 1) return "*";
  const [first = 0, second = 0] = values;
  const step = second - first;
  const even = values.length > 2 && values.every((value, index) => value === first + index * step);
  return even && step > 1 && (values.at(-1) as number) + step > last ? `${first}/${step}` : runsText(values);
}
