import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(__dirname, "../..");
const example = join(root, "examples/web-stack");

/** One replacement in a file of the repository; `from` stands there once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A repository of the example as its users keep it, with `webtier` installed. */
export class Repository {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "webtier-review-")));

  constructor() {
    for (const file of [
      "index.ts",
      "server.sh",
      "Pulumi.yaml",
      "Pulumi.aws.yaml",
      "Pulumi.oci.yaml",
      "Pulumi.openstack.yaml",
    ]) {
      cpSync(join(example, file), join(this.folder, file));
    }
    cpSync(join(example, "Pulumi.aws.yaml"), join(this.folder, "Pulumi.production.yaml"));
    writeFileSync(join(this.folder, "package.json"), '{ "name": "shop", "dependencies": { "webtier": "*" } }\n');
    writeFileSync(join(this.folder, ".gitignore"), "node_modules\n");
    const modules = join(this.folder, "node_modules");
    mkdirSync(modules);
    symlinkSync(root, join(modules, "webtier"));
    for (const name of ["@pulumi", "typescript"]) symlinkSync(join(root, "node_modules", name), join(modules, name));
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("config", "user.name", "test");
    this.git("config", "user.email", "test@example.com");
    this.commit("web stack");
  }

  /** Edits the files and commits them; the commit before is `HEAD~1` then. */
  change(edits: readonly Edit[]): void {
    this.git("checkout", "--quiet", "-B", "change", "main");
    for (const { file, from, to } of edits) {
      const path = join(this.folder, file);
      const text = readFileSync(path, "utf8");
      if (text.split(from).length !== 2) throw new Error(`${file} does not hold this once: ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    }
    this.commit("change");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private commit(message: string): void {
    this.git("add", "--all");
    const date = "2026-01-01T00:00:00Z";
    this.git("commit", "--quiet", "--allow-empty", `--message=${message}`, `--date=${date}`);
  }

  private git(...words: string[]): void {
    const dated = { ...process.env, GIT_COMMITTER_DATE: "2026-01-01T00:00:00Z", GIT_CONFIG_GLOBAL: "/dev/null" };
    execFileSync("git", words, { cwd: this.folder, env: dated, stdio: ["ignore", "ignore", "inherit"] });
  }
}
