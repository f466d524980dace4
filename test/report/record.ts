/**
 * Records what the real engine says of the load-balanced example on a stand-in for AWS of its own:
 * `node -r ./scripts/typescript.cjs test/report/record.ts`. Needs what `test/lab/build.sh` builds, and a built `dist`.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Change, Trial } from "../e2e/support/trial.js";
import { cacheFolder } from "../lab/places.js";
import { cleaned } from "./clean.js";

const root = join(__dirname, "../..");
const fixtures = join(__dirname, "fixtures");
const example = "aws-alb-autoscaling";
const region = "ap-northeast-2";
const rootDevice = "/dev/xvda";

const changes: readonly Change[] = [
  { from: "target: 30", to: "target: 50" },
  { from: 'image: "Web Server v1"', to: 'image: "Web Server v2"' },
  { from: "port: 80, protocol", to: "port: 8080, protocol" },
];

const mistake: Change = { from: "target: 50", to: "target: 500" };

async function record(): Promise<void> {
  const folders = builtFolders();
  process.env.PATH = [folders.get("pulumi"), folders.get("aws-plugin"), process.env.PATH].join(delimiter);
  process.env.AWSBIN = join(folders.get("aws-provider") ?? "", "terraform-provider-aws");
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "moto-"));
  const moto = startMoto(folders.get("moto") ?? "", port, home);
  try {
    await answers(port);
    await recordAll(`http://127.0.0.1:${port}`, join(folders.get("moto") ?? "", "venv/bin/python"));
  } finally {
    moto.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

async function recordAll(endpoint: string, python: string): Promise<void> {
  const environment = {
    AWS_ACCESS_KEY_ID: "lab",
    AWS_SECRET_ACCESS_KEY: "lab",
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
  };
  const names = ["Web Server v1", "Web Server v2"];
  const ids = registerImages(python, { ...process.env, ...environment }, names);
  const settings = {
    transform: "./texts",
    zones: [`${region}a`, `${region}c`],
    images: Object.fromEntries(names.map((name, index) => [name, { id: ids[index], rootDevice }])),
    machines: { small: "t2.micro" },
  };
  const trial = new Trial({
    name: "report",
    program: `examples/${example}`,
    project: example,
    stack: "aws",
    config: {
      "aws:region": region,
      "aws:skipMetadataApiCheck": "true",
      "webtier:cloud": "aws",
      "webtier:settings": settings,
    },
    environment,
    recorded: false,
  });
  await trial.preview();
  keepEvents(trial, "first");
  keepDigest(trial, "first");
  await trial.up();
  keepDigest(trial, "same");
  trial.edit(...changes);
  await trial.preview();
  keepEvents(trial, "change");
  keepDigest(trial, "change");
  keepDigest(trial, "change-sames", ["--show-sames"]);
  keepDigest(trial, "change-stream", [], { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" });
  trial.edit(mistake);
  await trial.preview({ fails: true });
  keepEvents(trial, "failed");
  keepDigest(trial, "failed");
  trial.edit({ from: mistake.to, to: mistake.from });
  await trial.destroy();
}

function registerImages(python: string, env: NodeJS.ProcessEnv, names: readonly string[]): (string | undefined)[] {
  const disk = { DeviceName: rootDevice, Ebs: { VolumeSize: 8 } };
  const calls = names.map((Name) => {
    const parameters = { Name, RootDeviceName: rootDevice, BlockDeviceMappings: [disk] };
    return `${JSON.stringify(["ec2", "register_image", parameters])}\n`;
  });
  const script = join(root, "test/e2e/aws/sdk.py");
  const said = execFileSync(python, [script], { env, input: calls.join(""), encoding: "utf8" });
  return said
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { answer?: { ImageId?: string } }).answer?.ImageId);
}

function keepEvents({ folder }: Trial, name: string): void {
  const place = join(folder, "..");
  const last = readdirSync(place)
    .filter((file) => file.endsWith(".events.jsonl"))
    .sort()
    .at(-1);
  const lines = readFileSync(join(place, last ?? ""), "utf8")
    .trim()
    .split("\n");
  keep(`${name}.events.jsonl`, shownEvents(lines.map((line) => (JSON.parse(line) as { event?: Event }).event)));
}

interface Event {
  readonly diagnosticEvent?: { readonly severity: string };
}

/** One a line; what only a debugger reads is left out. */
function shownEvents(events: readonly (Event | undefined)[]): string {
  const shown = events.filter((event) => event !== undefined && event.diagnosticEvent?.severity !== "debug");
  return shown.map((event) => `${JSON.stringify(event)}\n`).join("");
}

function keepDigest(trial: Trial, name: string, flags: readonly string[] = [], more: NodeJS.ProcessEnv = {}): void {
  const words = [join(__dirname, "preview-digest.ts"), trial.folder, "index.ts", "aws", ...flags];
  const file = join(trial.folder, "..", `${name}.said`);
  const { stderr } = spawnSync(process.execPath, ["-r", join(root, "scripts/typescript.cjs"), ...words], {
    cwd: trial.folder,
    env: { ...process.env, ...trial.environment, ...more },
    stdio: ["ignore", openSync(file, "w"), "pipe"],
    encoding: "utf8",
  });
  const stdout = readFileSync(file, "utf8");
  if (stdout === "") throw new Error(`${name}: no answer\n${stderr}`);
  if (stdout.startsWith("{\n")) {
    keep(`${name}.digest.json`, `${JSON.stringify(JSON.parse(stdout))}\n`);
    return;
  }
  const lines = stdout.trim().split("\n");
  keep(`${name}.events.jsonl`, shownEvents(lines.map((line) => JSON.parse(line) as Event)));
}

function keep(file: string, text: string): void {
  const clean = cleaned(text, [
    [root, "/work/project"],
    [cacheFolder(), "/work/cache"],
  ]);
  if (clean.length > 300_000) throw new Error(`${file} has ${clean.length} characters`);
  writeFileSync(join(fixtures, file), clean);
}

function builtFolders(): ReadonlyMap<string, string> {
  const words = ["pulumi", "aws-provider", "aws-plugin", "moto"];
  const said = execFileSync(join(root, "test/lab/build.sh"), words, { encoding: "utf8" });
  return new Map(
    said
      .trim()
      .split("\n")
      .map((line) => line.split(" ") as [string, string]),
  );
}

function startMoto(folder: string, port: number, home: string) {
  const environment = { HOME: home, PATH: "/usr/bin:/bin", LANG: "C.UTF-8", PYTHONNOUSERSITE: "1" };
  return spawn(join(folder, "venv/bin/python"), [join(folder, "server.py"), "-H", "127.0.0.1", "-p", String(port)], {
    env: { ...environment, MOTO_IAM_LOAD_MANAGED_POLICIES: "true", AWS_DEFAULT_REGION: region },
    stdio: "ignore",
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("moto did not start");
}

mkdirSync(fixtures, { recursive: true });
record().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
