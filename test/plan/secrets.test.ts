import { expect, test } from "vitest";
import { fixture, resource, runPlanCommand, shared } from "./harness.js";

let written = "";
const secrets = shared("secrets", { onOutput: (text) => (written += text) });

test("what a program marks as secret is hidden, at any depth", async () => {
  const { outputs } = await secrets();
  expect(outputs).toEqual({
    both: "[secret]",
    json: '{"password":"[secret]","port":1}',
    nested: "[secret]",
    password: "[secret]",
    template: "[secret]",
  });
  expect(resource(await secrets(), "web").inputs).toEqual({
    tags: { joined: "[secret]", nested: "[secret]" },
    userData: "[secret]",
  });
});

test("user data, keys and certificate bodies are hidden by their names", async () => {
  const plan = await secrets();
  expect(["tls", "machine", "sealed"].map((name) => resource(plan, name).inputs)).toEqual([
    { certificateBody: "[secret]", privateKey: "[secret]" },
    { availabilityDomain: "a", compartmentId: "c", metadata: { role: "web", user_data: "[secret]" } },
    { payload: "[secret]", name: '{"userData":"[secret]","port":80}' },
  ]);
});

test("components hide the same, and copies of what is secret elsewhere", async () => {
  const [component] = (await secrets()).components;
  expect([component?.spec, component?.documents]).toEqual([
    { hidden: "[secret]", copied: "x [secret] y" },
    { template: { user_data: "[secret]" } },
  ]);
});

test("encrypted configuration is never needed: a placeholder, or a stand-in from the answers", async () => {
  expect(resource(await secrets(), "configured").inputs).toEqual({
    tags: {
      token: "[secret]",
      plain: "[unknown]",
      joined: "user:[unknown]",
      key: "[secret]",
      user: "shop",
      count: "[secret]",
      next: "[secret]",
      octal: "007",
      list: "ba",
      userData: "[secret]",
    },
  });
});

test("what the program writes and logs hides them too", async () => {
  const { notes } = await secrets();
  expect(written).toBe("logged [secret]\nprinted [secret]\n");
  expect(notes.filter(({ message }) => message.startsWith("warned"))).toEqual([
    { id: "program:warning", fate: "warning", message: "warned [secret]" },
  ]);
});

test.each(["text", "json"])("no secret is in the %s output of the command", async (format) => {
  const { stdout, stderr, exitCode } = await runPlanCommand(fixture("secrets"), "--format", format);
  expect(exitCode).toBe(0);
  expect(`${stdout}${stderr}`).not.toMatch(/canary|Y2FuYXJ5/);
});
