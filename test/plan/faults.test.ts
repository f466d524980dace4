import { spawnSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { fixture, runPlanCommand } from "./harness.js";

const unsupported = `BackendSet "app" asks aws for what it cannot do
  backendSet.policy: "source-ip" is not available: an application load balancer chooses a target per request
    instead: stickiness with a cookie, or a balancer of kind "network"
`;

const faults: [fact: string, stack: string, exitCode: number, stderr: string][] = [
  ["a program that throws is heard in its own words", "throws", 1, "the shop is closed\n"],
  ["an error for users is heard as it is", "refuses", 1, "no such shop\n"],
  ["a rejected promise is an error with its kind", "rejects", 1, "TypeError: later\n"],
  ["a logged error fails the plan", "logs", 1, "something is wrong\n"],
  [
    "the mistakes of all components come together",
    "fails",
    2,
    `${unsupported}\nListener "http" has invalid arguments\n  listener.port: 0 is below 1\n`,
  ],
  ["mistakes of components come before what followed from them", "breaks", 2, `${unsupported}\nand then this\n`],
  [
    "two resources with one URN are refused, all of them at once",
    "duplicate",
    1,
    `Duplicate resource URN 'urn:pulumi:duplicate::faults::aws:ec2/vpc:Vpc::one'; try giving it a unique name (index.js:35:5 and index.js:36:5)

Duplicate resource URN 'urn:pulumi:duplicate::faults::aws:ec2/vpc:Vpc::two'; try giving it a unique name (index.js:37:5 and index.js:38:5)
`,
  ],
  [
    "a setting that the stack lacks is asked for",
    "lacks",
    1,
    "Missing required configuration variable 'shop:size'\n\tplease set a value using the command `pulumi config set shop:size <value>`\n",
  ],
  ["what fails in an apply is heard", "applies", 1, "RangeError: too much size\n"],
  ["what fails after the program's last line is heard", "later", 1, "RangeError: too much time\n"],
  [
    "a program that waits for what never comes gives no plan",
    "waits",
    1,
    "the program ended before it was done: it left, or waits for what never comes\n",
  ],
  [
    "an encrypted value that must have a form asks for a stand-in",
    "unready",
    1,
    `Configuration 'faults:count' value '[unknown]' is not a valid number
  instead: a stand-in for the encrypted value, under "config" in Pulumi.unready.answers.yaml: a plan never decrypts
`,
  ],
];

test.each(faults)("%s", async (_, stack, exitCode, stderr) => {
  expect(await runPlanCommand(fixture("faults"), "--stack", stack)).toEqual({ exitCode, stdout: "", stderr });
});

test("what a program prints stays apart from its plan", async () => {
  const { exitCode, stdout, stderr } = await runPlanCommand(fixture("faults"), "--stack", "prints", "--format", "json");
  expect([exitCode, stderr]).toEqual([0, '{"version": 1}\nprinted\ncomplained\n']);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    project: "faults",
    stack: "prints",
    components: [],
    resources: [],
    outputs: {},
    notes: [],
    exposure: [],
    sizes: [],
  });
});

test("a program that lacks a file says which", async () => {
  const { exitCode, stdout, stderr } = await runPlanCommand(fixture("faults"), "--stack", "absent");
  expect([exitCode, stdout, stderr.split("\n")[0]]).toEqual([1, "", "Cannot find module './nowhere.js'"]);
});

test.each([
  ["a resource whose input never comes", "stuck"],
  ["a program that leaves before Pulumi has done", "exits"],
])("%s gives no plan", async (_, stack) => {
  const { exitCode, stdout, stderr } = await runPlanCommand(fixture("faults"), "--stack", stack);
  expect([exitCode, stdout, stderr.split("\n")[0]]).toEqual([1, "", "the program ended early, with exit code 1"]);
});

test("a program that does not end is ended, and nothing of it stays", async () => {
  const { exitCode, stderr } = await runPlanCommand(fixture("faults"), "--stack", "hangs", "--timeout", "8");
  const [started, ...said] = stderr.split("\n");
  expect([exitCode, said]).toEqual([
    1,
    ["the program did not end within 8 s", "  instead: more time with --timeout, or an end to what it waits for", ""],
  ]);
  for (const pid of String(started).split(" ").slice(1)) {
    await vi.waitFor(() => expect(stateOf(pid)).toMatch(/^Z?$/));
  }
});

/** Of a process: nothing, or a zombie that waits for its parent, when it has ended. */
function stateOf(pid: string): string {
  return spawnSync("ps", ["-o", "stat=", "-p", pid]).stdout.toString().trim();
}
