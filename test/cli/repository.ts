import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const modules = join(__dirname, "../../node_modules");

/** A real git repository in a folder of its own, with the modules of this one. */
export interface Repository {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly remove: (path: string) => void;
  /** Commits all that there is, and says its name. */
  readonly commit: (message: string) => string;
  readonly git: (...words: readonly string[]) => string;
  /** Trees that git knows beside the first. */
  readonly trees: () => string[];
  readonly end: () => void;
}

export function makeRepository(): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "webtier-repository-")));
  const git = (...words: readonly string[]) =>
    execFileSync("git", words, { cwd: folder, encoding: "utf8", env }).trim();
  git("init", "--quiet", "--initial-branch", "main");
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  symlinkSync(modules, join(folder, "node_modules"));
  return {
    folder,
    git,
    write: (files) => {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    remove: (path) => rmSync(join(folder, path), { recursive: true }),
    commit: (message) => {
      git("add", "--all");
      git("commit", "--quiet", "--message", message);
      return git("rev-parse", "HEAD");
    },
    trees: () =>
      git("worktree", "list", "--porcelain")
        .split("\n")
        .filter((line) => line.startsWith("worktree "))
        .slice(1),
    end: () => rmSync(folder, { recursive: true }),
  };
}

const env = {
  ...process.env,
  GIT_AUTHOR_NAME: "Tester",
  GIT_AUTHOR_EMAIL: "tester@example.com",
  GIT_COMMITTER_NAME: "Tester",
  GIT_COMMITTER_EMAIL: "tester@example.com",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

export interface ProgramOf {
  readonly port?: number;
  readonly userData?: string;
  /** Statements before the program's own. */
  readonly first?: string;
}

/** A project with one stack for each name: a balancer that the internet reaches on one port. */
export function projectFiles(
  folder: string,
  { port = 80, userData = "#!/bin/sh", first = "" }: ProgramOf = {},
  stacks: readonly string[] = ["dev"],
): Record<string, string> {
  const at = (path: string) => (folder === "" ? path : `${folder}/${path}`);
  const stackFiles = stacks.map((name) => [at(`Pulumi.${name}.yaml`), "config:\n  webtier:cloud: aws\n"]);
  return {
    [at("Pulumi.yaml")]: "name: shop\nruntime: nodejs\nmain: index.js\n",
    ...Object.fromEntries(stackFiles),
    [at("index.js")]: `const pulumi = require("@pulumi/pulumi");
${first}
class Noun extends pulumi.ComponentResource {
  constructor(noun, name, inputs, options) {
    super(\`webtier:index:\${noun}\`, name, { cloud: "aws", ...inputs }, options);
  }
}
const front = new Noun("LoadBalancer", "front", { key: "loadBalancer:front", spec: { visibility: "public", kind: "application" } });
const group = new pulumi.CustomResource("aws:ec2/securityGroup:SecurityGroup", "front-group", { description: "front", name: undefined }, { parent: front });
new pulumi.CustomResource(
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "front-ingress-${port}",
  { securityGroupId: group.id, cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: ${port}, toPort: ${port} },
  { parent: front },
);
new pulumi.CustomResource("aws:ec2/launchTemplate:LaunchTemplate", "web", { imageId: "ami-1", userData: ${JSON.stringify(userData)} });
`,
  };
}
