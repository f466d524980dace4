import { expect, test } from "vitest";
import { compartmentId, imageIn, made, notesOf, stackOn } from "./plans.js";

test("an image is captured from an instance, with the time that takes", () => {
  const image = imageIn(stackOn());
  expect(made(image)).toEqual({
    image: {
      type: "oci:Core/image:Image",
      args: { compartmentId, instanceId: "ocid1.instance.oc1..demo", displayName: "web" },
      options: { customTimeouts: { create: "120m", update: "120m", delete: "120m" } },
    },
  });
  expect(image.plan.outputs).toEqual({ imageId: { ref: "image.id" } });
  expect(notesOf(image)).toEqual([
    'warning:image.instance: "source" is stopped each time that the image is taken, and started again; its block volumes are left out',
  ]);
});

test("another revision is another image, made before the old one goes", () => {
  const image = imageIn(stackOn(), { revision: "2026-11-21", tags: { team: "web" }, physicalName: "Web" });
  expect(made(image)).toEqual({
    image: {
      type: "oci:Core/image:Image",
      args: {
        compartmentId,
        freeformTags: { team: "web" },
        instanceId: "ocid1.instance.oc1..demo",
        displayName: "Web-2026-11-21",
      },
      options: {
        replaceOnChanges: ["displayName"],
        customTimeouts: { create: "120m", update: "120m", delete: "120m" },
      },
    },
  });
});

test("an image bears the defined tags of the settings", () => {
  const definedTags = { "Operations.owner": "web" };
  const { image } = made(imageIn(stackOn({ definedTags }))) as { image: { args: { definedTags: object } } };
  expect(image.args.definedTags).toEqual(definedTags);
});
