import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { settings } from "../fixtures/settings.js";
import {
  cloudNames,
  exported,
  plan,
  printExports,
  recorder,
  resolutionNames,
  typeCheck,
  typed,
  typedTest,
  writeLoader,
  writeProject,
} from "./programs.js";
import { attempt, install, locked, lowest, manifest, run } from "./workshop.js";

const nodes = inject("nodes");
const sdkOf = (cloud: string) => `@pulumi/${cloud}`;
const sdks = cloudNames.map(sdkOf);
const today = (names: readonly string[]) => ["@pulumi/pulumi", ...names].map(locked);

interface Kind {
  readonly kind: string;
  readonly clouds: readonly string[];
  readonly packages: readonly string[];
  readonly majors: readonly string[];
}

const every = Object.keys(nodes);
const kinds: readonly Kind[] = [
  { kind: "no SDK", clouds: [], packages: today([]), majors: every },
  ...cloudNames.map((cloud) => ({
    kind: `the SDK of ${cloud}`,
    clouds: [cloud],
    packages: today([sdkOf(cloud)]),
    majors: every,
  })),
  { kind: "all SDKs", clouds: cloudNames, packages: today(sdks), majors: every },
  {
    kind: "the lowest versions of every range",
    clouds: cloudNames,
    packages: [...lowest(manifest.dependencies), ...lowest(manifest.peerDependencies)],
    majors: every,
  },
  {
    kind: "the newest @pulumi/pulumi",
    clouds: cloudNames,
    packages: ["@pulumi/pulumi@3.270.0", ...sdks.map(locked)],
    majors: every.filter((major) => Number(major) >= 22),
  },
];

const plans = new Map<string, string>();

describe.each(kinds)("with $kind", ({ kind, clouds, packages, majors }) => {
  const folder = join(inject("root"), kind.replaceAll(/\W+/g, "-"));
  const installed = cloudNames.filter((cloud) => clouds.includes(cloud));
  const absent = cloudNames.filter((cloud) => !clouds.includes(cloud));
  const running = (cloud: string) => majors.map((major) => ({ cloud: cloud as (typeof cloudNames)[number], major }));

  beforeAll(async () => {
    await install(folder, [inject("tarball"), ...packages]);
    writeProject(folder);
  });

  test.each(majors)("CommonJS and ESM find the same names on Node %s", async (major) => {
    const place = { cwd: folder, node: nodes[major] };
    const commonJs: string[] = JSON.parse(await run("node", printExports.commonJs, place));
    const esm: string[] = JSON.parse(await run("node", printExports.esm, place));
    expect(commonJs.sort()).toEqual(exported);
    expect(esm.filter((name) => !["default", "module.exports", "__esModule"].includes(name)).sort()).toEqual(
      [...exported, "Network"].sort(),
    );
  });

  test.each(resolutionNames)("one line type-checks under %s and reads no SDK", async (resolution) => {
    const program = 'import { Network } from "webtier"; new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });\n';
    const { files, ...rest } = await typeCheck(folder, program, resolution);
    expect(rest).toEqual({ code: 0, errors: [] });
    expect(files.filter((file) => file.includes("node_modules/webtier/dist/index.d.ts"))).toHaveLength(1);
    expect(files.filter((file) => sdks.some((sdk) => file.includes(`/${sdk}/`)))).toEqual([]);
  });

  test.each([
    ...resolutionNames.map((resolution) => ({ resolution, file: "index.ts" })),
    { resolution: "nodenext", file: "index.mts" } as const,
    { resolution: "nodenext", file: "index.cts" } as const,
  ])("a whole program type-checks as $file under $resolution", async ({ resolution, file }) => {
    const { code, errors } = await typeCheck(folder, typed, resolution, file);
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });

  test.each(resolutionNames)("a test of a user type-checks under %s", async (resolution) => {
    const { code, errors } = await typeCheck(folder, typedTest, resolution);
    expect({ code, errors }).toEqual({ code: 0, errors: [] });
  });

  test.each(installed.flatMap((cloud) => (["commonJs", "esm"] as const).map((form) => ({ cloud, form }))))(
    "webtier/testing records on $cloud from $form",
    async ({ cloud, form }) => {
      const { code, stdout, stderr } = await attempt("node", recorder(cloud, form), { cwd: folder });
      expect({ code, stdout, stderr }).toEqual({
        code: 0,
        stdout: `${JSON.stringify({ cloud, sizes: [[1, 4]] })}\n`,
        stderr: "",
      });
    },
  );

  test.each([
    ["CommonJS", ["--eval", 'require("webtier/cloudstack")']],
    ["ESM", ["--input-type=module", "--eval", 'import "webtier/cloudstack"']],
  ])("a cloud that is only planned cannot be imported from %s", async (_, program) => {
    const { code, stderr } = await attempt("node", program, { cwd: folder });
    expect({ code, reason: /ERR_\w+/.exec(stderr)?.[0] }).toEqual({ code: 1, reason: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
  });

  test.each(installed.flatMap((cloud) => resolutionNames.map((resolution) => ({ cloud, resolution }))))(
    "webtier/$cloud has its types under $resolution",
    async ({ cloud, resolution }) => {
      const program = [
        `import { ${cloud} } from "webtier/${cloud}";`,
        'import { Network } from "webtier";',
        `const cloud = ${cloud}(${JSON.stringify(settings[cloud])});`,
        'const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud });',
        `// @ts-expect-error the resources are typed, so none of this name is known`,
        `${cloud}.native(network).nothing;`,
        `// @ts-expect-error the settings are typed`,
        `${cloud}({ zoone: [] });`,
      ].join("\n");
      const { code, errors } = await typeCheck(folder, program, resolution);
      expect({ code, errors }).toEqual({ code: 0, errors: [] });
    },
  );

  test.each(installed.flatMap(running))("webtier plan shows $cloud on Node $major", async ({ cloud, major }) => {
    const { code, stdout, stderr } = await plan(folder, cloud, nodes[major]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    plans.set(`${cloud} on Node ${major} with ${kind}`, stdout);
  });

  test.each(installed)("only the SDK of %s is loaded", async (cloud) => {
    writeLoader(folder, cloud);
    const loaded: string[] = JSON.parse(
      (await run("node", ["loader.js"], { cwd: folder })).trim().split("\n")[0] ?? "",
    );
    expect(loaded).toEqual([cloud]);
  });

  test.each(absent)("a missing SDK of %s is told by its name", async (cloud) => {
    const { code, stderr } = await plan(folder, cloud);
    expect({ refused: code !== 0, stderr }).toEqual({
      refused: true,
      stderr: [
        `the SDK of ${cloud} is missing`,
        `  webtier:cloud: ${cloud} needs the package ${sdkOf(cloud)}, which is not installed`,
        `    instead: npm install ${sdkOf(cloud)}`,
        "",
      ].join("\n"),
    });
  });
});

test.each(cloudNames)("every Node and every version plans the same on %s", (cloud) => {
  const all = [...plans].filter(([key]) => key.startsWith(`${cloud} on`));
  const [first] = all;
  expect(all.length).toBe(kinds.filter(({ clouds }) => clouds.includes(cloud)).flatMap(({ majors }) => majors).length);
  for (const [key, text] of all) expect(withoutVersions(text), key).toBe(withoutVersions(first?.[1] ?? ""));
});

/**
 * SDKs of other versions name themselves in a plan, know other arguments of providers as secrets, and tell what is secret
 * and unknown at once as either; all else must be equal.
 */
function withoutVersions(plan: string): string {
  return plan
    .replace(/default_\d+_\d+_\d+/g, "default")
    .replace(/"version": "\d+\.\d+\.\d+"/g, '"version": "any"')
    .replace(/"additionalSecretOutputs": \[[^\]]*\],?\s*/g, "")
    .replaceAll('"[secret]"', '"[unknown]"');
}
