// Stands in for vitest in the files that mutations run: keeps their tests, so that they can be run many times in one process.

type Body = (...args: unknown[]) => unknown;

interface Suite {
  readonly name: string;
  readonly before: Body[];
  readonly after: Body[];
}

export interface RecordedTest {
  readonly name: string;
  /** The row of `test.each`. */
  readonly args: readonly unknown[];
  readonly run: () => Promise<void>;
}

const recorded: RecordedTest[] = [];
let suites: Suite[] = [];

/** The tests of one file, found by importing it. */
export async function recordTests(file: string): Promise<RecordedTest[]> {
  recorded.length = 0;
  suites = [{ name: file, before: [], after: [] }];
  await import(/* @vite-ignore */ file);
  return [...recorded];
}

function record(name: string, body: Body, args: readonly unknown[] = []): void {
  const around = [...suites];
  const run = async () => {
    for (const { before } of around) for (const hook of before) await hook();
    try {
      await body(...args);
    } finally {
      for (const { after } of [...around].reverse()) for (const hook of after) await hook();
    }
  };
  recorded.push({ name: [...around.map((suite) => suite.name), name].join(" > "), args, run });
}

function enter(name: string, body: Body, args: readonly unknown[] = []): void {
  suites.push({ name, before: [], after: [] });
  body(...args);
  suites.pop();
}

type Register = (name: string, body: Body, args?: readonly unknown[]) => void;

function withEach(register: Register) {
  const each = (rows: readonly unknown[]) => (name: string, body: Body) => {
    for (const row of rows) {
      const args = Array.isArray(row) ? row : [row];
      register(`${name} ${JSON.stringify(args)?.slice(0, 80)}`, body, args);
    }
  };
  return Object.assign((name: string, body: Body) => register(name, body), { each });
}

function hook(kind: "before" | "after") {
  return (body: Body) => {
    suites.at(-1)?.[kind].push(body);
  };
}

export const test = withEach(record);
export const describe = withEach(enter);
export const beforeEach = hook("before");
export const afterEach = hook("after");
export const beforeAll = hook("before");
export const afterAll = hook("after");
