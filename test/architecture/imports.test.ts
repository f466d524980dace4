import { expect, test } from "vitest";
import { clouds, planned } from "../../src/clouds/registry.js";
import { type Import, type Source, sources } from "./sources.js";

const sdks = Object.values(clouds).map((load) => load().sdk);

/** The part of src that a file belongs to; every cloud is one of its own. */
function partOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  if (first === "clouds" && path.split("/").length > 2) return `clouds/${second}`;
  return path.includes("/") ? first : path.replace(/\.ts$/, "");
}

/** What each part may import: `values`, and what more as types only. */
interface Arrows {
  readonly values: readonly string[];
  readonly types?: readonly string[];
}

const cloud: Arrows = { values: ["core", "spec"], types: ["components"] };
const arrows: Readonly<Record<string, Arrows>> = {
  index: { values: ["components", "spec", "core", "clouds"] },
  components: { values: ["spec", "core"] },
  spec: { values: ["core"], types: ["components"] },
  core: { values: [] },
  clouds: {
    values: [...Object.keys(clouds), ...Object.keys(planned)].map((name) => `clouds/${name}`),
    types: ["core"],
  },
  plan: { values: ["core", "clouds"] },
  diff: { values: ["plan", "core", "clouds"] },
  render: { values: ["diff", "plan", "core"] },
  report: { values: ["diff", "plan", "core"] },
  comment: { values: ["core"] },
  testing: { values: ["plan", "core", "clouds"], types: ["components"] },
  cli: { values: ["plan", "diff", "render", "report", "comment", "core", "clouds"] },
};

function isAllowed({ path }: Source, { from, typesOnly }: Import): boolean {
  const part = partOf(path);
  const target = partOf(from);
  const { values, types = [] } = part.startsWith("clouds/") ? cloud : (arrows[part] ?? { values: [] });
  return target === part || values.includes(target) || (typesOnly && types.includes(target));
}

function isOurs({ from }: Import): boolean {
  return sources.some(({ path }) => path === `${from}.ts`);
}

function strays(forbidden: (source: Source, one: Import) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports.filter((one) => forbidden(source, one)).map(({ from }) => `${source.path} -> ${from}`),
  );
}

test("every part imports only what its arrows allow", () => {
  expect(strays((source, one) => isOurs(one) && !isAllowed(source, one))).toEqual([]);
});

test("every part of src has arrows", () => {
  const parts = [...new Set(sources.map(({ path }) => partOf(path)))].filter((part) => !part.startsWith("clouds/"));
  expect(parts.sort()).toEqual(Object.keys(arrows).sort());
});

test("nothing imports the root", () => {
  expect(strays((_, { from }) => from === "index")).toEqual([]);
});

test("the list of clouds imports a cloud by its index only", () => {
  expect(
    strays(({ path }, { from }) => path === "clouds/registry.ts" && !/^(core\/.*|clouds\/[a-z]+\/index)$/.test(from)),
  ).toEqual([]);
});

test("a cloud imports its own SDK for types only, and no package but the common ones", () => {
  const common = ["@pulumi/pulumi", "yaml", "zod"];
  const packageOf = (from: string) =>
    from
      .split("/")
      .slice(0, from.startsWith("@") ? 2 : 1)
      .join("/");
  const strangers = strays((source, one) => {
    if (!source.path.startsWith("clouds/") || isOurs(one) || one.from.startsWith("node:")) return false;
    const name = packageOf(one.from);
    const own = clouds[source.path.split("/")[1] ?? ""]?.().sdk;
    return name === own ? !one.typesOnly : !common.includes(name);
  });
  expect(strangers).toEqual([]);
});

test("an SDK is imported by file, never by its root", () => {
  expect(strays((_, { from }) => sdks.includes(from))).toEqual([]);
});

test("nothing is exported as a default", () => {
  expect(sources.filter(({ exportsDefault }) => exportsDefault).map(({ path }) => path)).toEqual([]);
});
