import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { argsOf, made, notesOf, stackOn } from "./plans.js";

const options = { replaceOnChanges: ["description"], customTimeouts: { create: "90m" } };
const common = { sourceInstanceId: "i-0123456789abcdef0", snapshotWithoutReboot: false, tags: { Name: "golden" } };

test("an image is made of the instance that the settings name, which restarts", () => {
  const image = stackOn().image();
  expect(made(image)).toEqual({
    image: { type: "aws:ec2/amiFromInstance:AmiFromInstance", args: common, options },
  });
  expect(image.plan.outputs).toEqual({ imageId: { ref: "image.id" } });
  expect(notesOf(image)).toEqual(['note:image.restart: instance "source" restarts when the image is taken']);
});

test("a revision is the description, whose change makes another image", () => {
  const image = stackOn().image({ revision: "2026-11-21" });
  expect(argsOf(image, "image")).toEqual({ ...common, description: "revision 2026-11-21" });
});

test("a fixed name carries the revision, so that two revisions can be there together", () => {
  const image = stackOn().image({ physicalName: "Web Server", revision: "v1" });
  expect(argsOf(image, "image")).toEqual({ ...common, name: "Web Server-v1", description: "revision v1" });
});

test("an instance that goes on running is not restarted, and nothing is said", () => {
  const image = stackOn().image({ whileRunning: true, tags: { team: "web", Name: "gold" } });
  expect(argsOf(image, "image")).toEqual({
    ...common,
    snapshotWithoutReboot: true,
    tags: { Name: "gold", team: "web" },
  });
  expect(notesOf(image)).toEqual([]);
});

test("an instance may be known at deployment", () => {
  const sourceInstanceId = pulumi.output("i-0a1");
  const image = stackOn({ instances: { source: sourceInstanceId } }).image();
  expect(argsOf(image, "image")).toEqual({ ...common, sourceInstanceId });
});
