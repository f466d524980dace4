import { settings } from "../fixtures/settings.js";
import { attempt, type Result, repository, write } from "./workshop.js";

export type CloudName = keyof typeof settings;
export const cloudNames = Object.keys(settings) as CloudName[];

export const exported = [
  "AutoscalingPolicy",
  "BackendSet",
  "DynamicGroupPolicy",
  "HealthCheck",
  "Image",
  "InstancePool",
  "InstanceTemplate",
  "Listener",
  "LoadBalancer",
  "Network",
  "Pool",
  "Tier",
  "WebtierError",
];

export const printExports = {
  commonJs: ["--eval", 'console.log(JSON.stringify(Object.keys(require("webtier"))))'],
  esm: [
    "--input-type=module",
    "--eval",
    'import * as all from "webtier"; import { Network } from "webtier"; console.log(JSON.stringify([...Object.keys(all), Network.name]))',
  ],
};

/** All that Pulumi makes, and the two values. */
const names = [
  "AutoscalingPolicy",
  "BackendSet",
  "DynamicGroupPolicy",
  "HealthCheck",
  "InstancePool",
  "InstanceTemplate",
  "Listener",
  "LoadBalancer",
  "Network",
  "Tier",
].join(", ");

const declarations = `const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const tier = new Tier("web", { network });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
const healthCheck = new HealthCheck({ protocol: "http", path: "/hello" });
const pages = new BackendSet("pages", { loadBalancer: front, tier, protocol: "http", port: 80, healthCheck });
const http = new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages });
const rights = new DynamicGroupPolicy("web", {
  network,
  allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
});
const template = new InstanceTemplate("web", { tier, image: "web", machine: "small", userData: "#!/bin/sh\\ntrue\\n", rights });
const autoscaling = new AutoscalingPolicy({ metric: "cpu", scaleOut: { above: 70, add: 1 }, scaleIn: { below: 20, remove: 1 } });
const pool = new InstancePool("web", { template, backendSets: [pages], size: { min: 1, max: 4 }, autoscaling });
`;

const stack = `const { ${names} } = require("webtier");
${declarations}exports.url = http.url;
exports.group = pool.groupId;
`;

/** The same in TypeScript; as an ES module or not, by the name of its file. */
export const typed = `import { ${names} } from "webtier";
import type { Output } from "@pulumi/pulumi";
${declarations}export const url: Output<string> = http.url;
export const group: Output<string | undefined> = pool.groupId;
export const ids: Output<string | undefined>[] = [template.templateId, rights.principalId];
// @ts-expect-error bounds are numbers
new InstancePool("other", { template, size: { min: "one", max: 4 } });
`;

/** Records the same program in its own process and prints what is to be known of it; as an ES module or not. */
export function recorder(cloud: CloudName, form: "commonJs" | "esm"): string[] {
  const from = (module: string, used: string) =>
    form === "esm" ? `import { ${used} } from "${module}";` : `const { ${used} } = require("${module}");`;
  const program = [
    from("webtier", names),
    from("webtier/testing", "record"),
    `const program = () => { ${declarations} return { url: http.url }; };`,
    `record(program, { cloud: "${cloud}", settings: ${JSON.stringify(settings[cloud])} }).then((stack) =>`,
    "console.log(JSON.stringify({ cloud: stack.cloud, sizes: stack.sizes.map(({ min, max }) => [min, max]) })));",
  ].join("\n");
  return form === "esm" ? ["--input-type=module", "--eval", program] : ["--eval", program];
}

/** A test of a user, in TypeScript. */
export const typedTest = `import { PlanError, type Recorded, record, recordOn, recordProject } from "webtier/testing";
const one: Promise<Recorded> = record(() => ({}), { cloud: "aws", settings: {} });
const many: Promise<Record<"aws" | "oci", Recorded>> = recordOn({ aws: {}, oci: {} }, () => undefined);
export const open: Promise<boolean> = one.then((stack) => stack.reaches("internet", "tier web", 443, "tcp"));
export const bounds: Promise<number[]> = many.then(({ oci }) => oci.sizes.map(({ max }) => max));
export const whole: Promise<Recorded> = recordProject(".", { stack: "production" });
export const error: Error = new PlanError("no plan");
// @ts-expect-error only recorded clouds are there
many.then(({ openstack }) => openstack);
`;

/** A project with a stack for each cloud. */
export function writeProject(folder: string): void {
  write(folder, "shop/index.js", stack);
  write(folder, "shop/Pulumi.yaml", "name: shop\nruntime:\n  name: nodejs\n  options: { typescript: false }\n");
  for (const cloud of cloudNames) {
    const config = { "webtier:cloud": cloud, "webtier:settings": settings[cloud] };
    write(folder, `shop/Pulumi.${cloud}.yaml`, JSON.stringify({ config }));
  }
}

/** Prints which clouds' SDKs one program has loaded. */
export function writeLoader(folder: string, cloud: CloudName): void {
  const config = { "webtier:cloud": cloud, "webtier:settings": JSON.stringify(settings[cloud]) };
  const program = `const pulumi = require("@pulumi/pulumi");
pulumi.runtime.setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: () => ({}) });
pulumi.runtime.setAllConfig(${JSON.stringify(config)});
${stack}
const sdks = Object.keys(require.cache).flatMap((file) => /@pulumi[/\\\\](aws|oci|openstack)[/\\\\]/.exec(file)?.[1] ?? []);
console.log(JSON.stringify([...new Set(sdks)]));
`;
  write(folder, "loader.js", program);
}

export function plan(folder: string, cloud: CloudName, node?: string): Promise<Result> {
  const args = ["plan", "shop", "--stack", cloud, "--format", "json"];
  return attempt(`${folder}/node_modules/.bin/webtier`, args, { cwd: folder, node });
}

const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
  node10: { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
} as const;

export type Resolution = keyof typeof resolutions;
export const resolutionNames = Object.keys(resolutions) as Resolution[];

export interface Checked {
  readonly code: number;
  readonly errors: readonly string[];
  readonly files: readonly string[];
}

/** What the compiler says of a program, and the files that it read for it. */
export async function typeCheck(
  folder: string,
  program: string,
  resolution: Resolution,
  file = "index.ts",
): Promise<Checked> {
  const compilerOptions = {
    ...resolutions[resolution],
    target: "es2022",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  write(folder, `typed/${file}`, program);
  write(folder, "typed/tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
  const compiler = `${repository}/node_modules/typescript/bin/tsc`;
  const { code, stdout } = await attempt(process.execPath, [compiler, "--project", "typed", "--listFiles"], {
    cwd: folder,
  });
  const lines = stdout.split("\n");
  return {
    code,
    errors: lines.filter((line) => line.includes("error TS")),
    files: lines.filter((line) => line.startsWith("/")),
  };
}
