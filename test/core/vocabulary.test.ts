import { expect, test } from "vitest";
import { meaning, unknownWord } from "../../src/core/vocabulary.js";

const images = { web: "image-1", app: "image-2" };

test("a name means what the settings say", () => {
  expect(meaning(images, "web")).toBe("image-1");
});

test("a name that the settings lack means nothing", () => {
  expect([meaning(images, "db"), meaning(undefined, "web")]).toEqual([undefined, undefined]);
});

test("what every object inherits is no name", () => {
  expect(["constructor", "toString", "__proto__"].map((name) => meaning(images, name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a known name is no mistake", () => {
  expect(unknownWord(images, "images", "web", "instanceTemplate.image")).toEqual([]);
});

test("an unknown name is refused with the known ones, in order", () => {
  expect(unknownWord(images, "images", "db", "instanceTemplate.image")).toEqual([
    { path: "instanceTemplate.image", message: '"db" is not among images in the settings', instead: '"app" or "web"' },
  ]);
});

test("without any names the refusal shows how to give one", () => {
  expect(unknownWord(undefined, "images", "db", "instanceTemplate.image")).toEqual([
    {
      path: "instanceTemplate.image",
      message: '"db" is not among images in the settings',
      instead: "images: { db: … } in the settings",
    },
  ]);
});
