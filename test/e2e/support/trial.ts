import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Outcome, readOutcome } from "./outcome.js";
import { recordStep } from "./record.js";
import type { Request, Verb } from "./request.js";

const root = join(__dirname, "../../..");

export interface TrialOptions {
  /** Names the folder of the trial and its part of the record. */
  readonly name: string;
  /** The folder under `examples/`, copied as it is, or the folder of a program of the tests. */
  readonly program: string;
  readonly project: string;
  /** The stack file that is written, `Pulumi.<stack>.yaml`. */
  readonly stack: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly entry?: string;
  /** Where the state is kept; beside the program otherwise. */
  readonly state?: string;
  /** Reads the cloud before each operation. */
  readonly refresh?: boolean;
  /** Hears what the engine says while it says it. */
  readonly hear?: (text: string) => void;
  /** Whether the run keeps what it measured. Default true. */
  readonly recorded?: boolean;
}

export interface Change {
  readonly file?: string;
  readonly from: string;
  readonly to: string;
}

/** One program on one real cloud: a copy of it, its state, and the engine's operations on both. */
export class Trial {
  readonly options: TrialOptions;
  readonly folder: string;
  readonly #state: string;
  #count = 0;
  #broken = "";
  #standing = false;

  constructor(options: TrialOptions) {
    this.options = options;
    const place = join(root, "test/e2e/.work", options.name);
    rmSync(place, { recursive: true, force: true });
    this.folder = join(place, "program");
    this.#state = options.state ?? join(place, "state");
    mkdirSync(this.#state, { recursive: true });
    cpSync(join(root, options.program), this.folder, { recursive: true });
    this.configure(options.config);
  }

  /** Writes the stack file anew. */
  configure(config: Readonly<Record<string, unknown>>): void {
    writeFileSync(join(this.folder, `Pulumi.${this.options.stack}.yaml`), stringify({ config }));
  }

  /** Changes the program as its author would; each text must stand there exactly once. */
  edit(...changes: readonly Change[]): void {
    for (const { file = this.options.entry ?? "index.ts", from, to } of changes) {
      const path = join(this.folder, file);
      const parts = readFileSync(path, "utf8").split(from);
      if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${from}`);
      writeFileSync(path, parts.join(to));
    }
  }

  preview = (step: Step = {}): Promise<Outcome> => this.run("preview", step);
  up = (step: Step = {}): Promise<Outcome> => this.run("up", step);
  refresh = (step: Step = {}): Promise<Outcome> => this.run("refresh", step);
  destroy = (step: Step = {}): Promise<Outcome> => this.run("destroy", step);
  /** At the end of all tests: takes down what a failed one left standing. */
  async end(): Promise<void> {
    if (this.#standing) await this.destroy({ why: "destroy of what a failed test left" });
  }
  /** Takes the lock of a killed operation away, and tells what it had begun. */
  cancel = (step: Step = {}): Promise<Outcome> => this.run("cancel", step);

  async run(
    verb: Verb,
    { why = verb, budget = budgets[verb], meanwhile, fails = false, ...how }: Step,
  ): Promise<Outcome> {
    if (this.#broken !== "" && verb !== "destroy") throw new Error(`${why} was not run: ${this.#broken}`);
    const began = performance.now();
    if (verb === "up") this.#standing = true;
    const { child, events, said } = this.#start(verb, how);
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    await meanwhile?.({ child, events, ended });
    const code = await ended;
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const outcome = readOutcome(verb, events, { code, seconds, said: said.join("") });
    const fault = meanwhile !== undefined || (fails && code !== 0);
    if (this.options.recorded ?? true) recordStep(this.options, { why, budget, outcome, fault });
    if (verb === "destroy" && code === 0) this.#standing = false;
    if (fails || meanwhile || code === 0) return outcome;
    this.#broken = `${why} failed before`;
    throw new Error(`${this.options.name}: ${why} failed\n${told(outcome)}`);
  }

  /** What the engine is told besides the environment of this process. */
  get environment(): Readonly<Record<string, string>> {
    const engine = { PULUMI_BACKEND_URL: `file://${this.#state}`, PULUMI_CONFIG_PASSPHRASE: "lab", ...quietEngine };
    return { ...engine, ...this.options.environment };
  }

  #start(verb: Verb, { environment = {}, refresh = false, parallel, forget }: Step) {
    const { stack, project, entry = "index.ts", hear = () => {} } = this.options;
    this.#count += 1;
    const base = join(this.folder, "..", `${String(this.#count).padStart(2, "0")}-${verb}`);
    const events = `${base}.events.jsonl`;
    const request: Request = {
      verb,
      stack,
      project,
      entry,
      events,
      folder: this.folder,
      environment: { ...this.environment, ...environment },
      ...(refresh || this.options.refresh ? { refresh: true } : {}),
      ...(parallel === undefined ? {} : { parallel }),
      ...(forget === undefined ? {} : { forget }),
    };
    writeFileSync(events, "");
    writeFileSync(`${base}.json`, JSON.stringify(request));
    const said: string[] = [];
    const child = spawn(process.execPath, ["-r", join(root, "scripts/typescript.cjs"), operator, `${base}.json`], {
      cwd: this.folder,
      env: { ...process.env, ...request.environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      detached: true,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        said.push(String(data));
        hear(String(data));
      });
    }
    return { child, events, said };
  }
}

/** The budget is in seconds; a step that is expected to fail says so. */
export interface Step {
  readonly why?: string;
  readonly budget?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly fails?: boolean;
  /** How many resources the engine works on at a time. */
  readonly parallel?: number;
  /** A refresh that forgets what an interrupted operation had begun to make. */
  readonly forget?: boolean;
  /** Reads the cloud first. */
  readonly refresh?: boolean;
  /** What happens to the running engine; the step's exit code is then the test's business. */
  readonly meanwhile?: (running: Running) => Promise<void>;
}

export interface Running {
  readonly child: ChildProcess;
  readonly events: string;
  readonly ended: Promise<number | null>;
}

const budgets: Readonly<Record<Verb, number>> = { preview: 30, up: 240, refresh: 60, destroy: 180, cancel: 20 };
const operator = join(__dirname, "operate.ts");
const quietEngine = {
  PULUMI_SKIP_UPDATE_CHECK: "true",
  PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  NO_COLOR: "1",
};

function told({ diagnostics, said }: Outcome): string {
  const errors = diagnostics.filter((line) => line.startsWith("error"));
  return errors.length > 0 ? errors.join("\n") : said.slice(-4000);
}
