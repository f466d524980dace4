import { expect, test } from "vitest";
import { planProgram } from "../../src/plan/plan-program.js";
import { fixture, resource, shared } from "./harness.js";

const answered = shared("calls", { stack: "answered" });

test("functions, stack references and reads are answered from the file beside the stack", async () => {
  expect((await answered()).outputs).toEqual({
    image: "ami-1",
    architecture: "[unknown]",
    zone: "a",
    range: "10.7.0.0/16",
    vpc: "vpc-1",
  });
  expect((await answered()).notes).toEqual([]);
});

test("what is read is listed apart from what is made", async () => {
  const { kind, id } = resource(await answered(), "found");
  expect({ kind, id }).toEqual({ kind: "read", id: "vpc-1" });
});

test("they stay unknown when the file says so, and the plan names them", async () => {
  const { outputs, notes } = await planProgram({ directory: fixture("calls"), stack: "unknown" });
  expect(outputs).toEqual({
    image: "[unknown]",
    architecture: "[unknown]",
    zone: "[unknown]",
    range: "[unknown]",
    vpc: "vpc-1",
  });
  expect(notes.map(({ message }) => message)).toEqual([
    "left unknown: StackReference organization/base/dev",
    'left unknown: aws:ec2/getAmi:getAmi {"mostRecent":true,"owners":["self"]}; where the program awaits it, parts of its properties are missing',
    "left unknown: read aws:ec2/vpc:Vpc|vpc-1",
  ]);
});

test("without answers the plan says every call and what to write", async () => {
  await expect(planProgram({ directory: fixture("calls"), stack: "open" })).rejects.toMatchObject({
    exitCode: 1,
    message: `the program asks for what a plan cannot know
  StackReference organization/base/dev
  aws:ec2/getAmi:getAmi {"mostRecent":true,"owners":["self"]}
  read aws:ec2/vpc:Vpc|vpc-1
  instead: answers in Pulumi.open.answers.yaml beside the stack's file, or \`unknown: true\` there to leave them unknown
    stacks:
      organization/base/dev:
        outputs:
          property: value
    invokes:
      aws:ec2/getAmi:getAmi:
        - args:
            mostRecent: true
            owners:
              - self
          result:
            id: value
    reads:
      aws:ec2/vpc:Vpc|vpc-1:
        property: value`,
  });
});

test("a function whose result is awaited may stay unknown: its properties are, their parts are missing", async () => {
  const plan = await planProgram({ directory: fixture("awaited"), stack: "unknown" });
  expect(resource(plan, "web").inputs).toEqual({
    ami: "[unknown]",
    instanceType: "t3.micro",
    tags: {},
  });
  expect(plan.notes.map(({ message }) => message)).toEqual([
    'left unknown: aws:ec2/getAmi:getAmi {"owners":["self"]}; where the program awaits it, parts of its properties are missing',
  ]);
});

test("a function that no SDK describes cannot stay unknown", async () => {
  await expect(planProgram({ directory: fixture("awaited"), stack: "strange" })).rejects.toThrow(
    'shop:index:getStock {"of":"shoes"}, whose result no SDK describes: it cannot stay unknown',
  );
});

test("an answer may know one property and not another", async () => {
  const plan = await planProgram({ directory: fixture("awaited"), stack: "answered" });
  expect(resource(plan, "web").inputs).toEqual({ ami: "[unknown]", instanceType: "t3.micro", tags: { role: "web" } });
});

test("a file of answers with a wrong form is refused with all its mistakes", async () => {
  await expect(planProgram({ directory: fixture("awaited"), stack: "wrong" })).rejects.toThrow(
    /Pulumi\.wrong\.answers\.yaml is not a file of answers\n {2}invokes\.a:b:c\.0: needs either a result or unknown: true\n {2}file: Unrecognized key: "read"/,
  );
});
