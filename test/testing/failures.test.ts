import * as pulumi from "@pulumi/pulumi";
import { afterEach, expect, test } from "vitest";
import { Network, Tier, WebtierError } from "webtier";
import { PlanError, record } from "webtier/testing";
import { settings } from "../fixtures/settings.js";
import { shop } from "./shop.js";

const options = { cloud: "aws", settings: settings.aws, project: "shop" } as const;
const network = () => new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });

/** Whatever a recording throws. */
async function errorOf(program: () => unknown, more: object = {}): Promise<Error> {
  try {
    await record(program, { ...options, ...more });
  } catch (error) {
    return error as Error;
  }
  throw new Error("the program was recorded");
}

afterEach(async () => {
  const stack = await record(network, options);
  expect(stack.components().map(({ name }) => name)).toEqual(["shop"]);
});

test("a refused program rejects with all issues of the component", async () => {
  const error = await errorOf(() => shop({ largest: 0 }));
  expect(error).toBeInstanceOf(WebtierError);
  const { code, issues } = error as WebtierError;
  expect([code, issues.map(({ path }) => path)]).toEqual(["WT_INVALID", ["instancePool.size.min"]]);
});

test("settings that are wrong reject", async () => {
  const error = await errorOf(network, { settings: { zoone: [] } });
  expect(error).toBeInstanceOf(WebtierError);
});

test("an error of the program is the error of the recording", async () => {
  const own = new Error("no luck");
  expect(
    await errorOf(() => {
      network();
      throw own;
    }),
  ).toBe(own);
  expect(await errorOf(() => Promise.reject(own))).toBe(own);
});

test("an error once an output is known rejects", async () => {
  const error = await errorOf(() => {
    network();
    pulumi.output("known").apply(() => {
      throw new Error("no luck in apply");
    });
  });
  expect(error.message).toBe("no luck in apply");
});

test("a rejection that nobody handles rejects, and the listeners of the process are back", async () => {
  const events = ["unhandledRejection", "uncaughtException"] as const;
  const listeners = () => events.map((event) => process.listeners(event as "exit"));
  const before = listeners();
  const error = await errorOf(() => {
    network();
    void Promise.reject(new Error("nobody waits"));
  });
  expect(error.message).toBe("nobody waits");
  expect(listeners()).toEqual(before);
});

test("an error in a timer rejects", async () => {
  const error = await errorOf(async () => {
    network();
    setTimeout(() => {
      throw new Error("too late");
    }, 5);
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
  expect(error.message).toBe("too late");
});

test("an error that the program only logs rejects", async () => {
  const error = await errorOf(() => {
    network();
    void pulumi.log.error("not like this");
  });
  expect([error instanceof PlanError, error.message]).toEqual([true, "not like this"]);
});

test("two resources of one URN reject", async () => {
  class Folder extends pulumi.ComponentResource {
    constructor(name: string) {
      super("shop:index:Folder", name);
      this.registerOutputs();
    }
  }
  const error = await errorOf(() => {
    new Folder("one");
    new Folder("one");
  });
  expect(error.message).toBe(
    "Duplicate resource URN 'urn:pulumi:test::shop::shop:index:Folder::one'; try giving it a unique name",
  );
});

test("a program that does not end is told so", async () => {
  const error = await errorOf(() => new Promise(() => {}), { timeout: 0.2 });
  expect(error.message).toBe(
    "the program did not end within 0.2 s\n  instead: more time with the option `timeout`, or an end to what it waits for",
  );
});

test("a program that registers nothing is told so", async () => {
  const error = await errorOf(() => ({ url: "https://example.com" }));
  expect(error.message).toBe(
    "the program registered nothing: a module that was imported before does not run again\n  instead: a function that declares the stack, or recordProject() for a project whose entry file does",
  );
});

test("a call that needs a cloud is told with what to answer", async () => {
  const asks = async () => {
    network();
    return { zone: await pulumi.runtime.invoke("aws:index/getZone:getZone", { name: "example.com" }) };
  };
  expect((await errorOf(asks)).message).toBe(
    [
      "the program asks for what a plan cannot know",
      '  aws:index/getZone:getZone {"name":"example.com"}',
      "  instead: answers in the option `answers`, or `unknown: true` there to leave them unknown",
      "    invokes:",
      "      aws:index/getZone:getZone:",
      "        - args:",
      "            name: example.com",
      "          result:",
      "            property: value",
    ].join("\n"),
  );
  const answers = { invokes: { "aws:index/getZone:getZone": [{ result: { id: "Z1" } }] } };
  expect((await record(asks, { ...options, answers })).outputs).toEqual({ zone: { id: "Z1" } });
});

test("answers in a wrong form are refused", async () => {
  expect((await errorOf(network, { answers: { invoke: {} } })).message).toBe(
    'the option `answers` holds no answers\n  file: Unrecognized key: "invoke"',
  );
});

test("another stack is answered by its outputs", async () => {
  const program = () => {
    const { outputs } = new pulumi.StackReference("acme/base/dev");
    new Tier("web", { network: network() });
    return { zone: outputs.apply((all) => all.zone) };
  };
  const answers = { stacks: { "acme/base/dev": { outputs: { zone: "eu" } } } };
  expect((await record(program, { ...options, answers })).outputs).toEqual({ zone: "eu" });
});
