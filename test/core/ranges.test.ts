import fc from "fast-check";
import { expect, test } from "vitest";
import { isWithin, partOf } from "../../src/core/ranges.js";

test("a range is cut into equal parts", () => {
  expect([0, 1, 15].map((index) => partOf("10.20.0.0/16", 4, index))).toEqual([
    "10.20.0.0/20",
    "10.20.16.0/20",
    "10.20.240.0/20",
  ]);
});

test("the last part of the last range holds no sign", () => {
  expect(partOf("255.255.0.0/16", 4, 15)).toBe("255.255.240.0/20");
});

test("zero bits give the whole range", () => {
  expect(partOf("10.20.0.0/16", 0, 0)).toBe("10.20.0.0/16");
});

test("a part that does not exist is a bug", () => {
  expect(() => partOf("10.20.0.0/16", 4, 16)).toThrow("webtier bug: 10.20.0.0/16 has no part 16 of 16");
  expect(() => partOf("10.20.0.0/30", 4, 0)).toThrow("webtier bug: 10.20.0.0/30 has no part 0 of 16");
});

test("a range lies within itself and within wider ones, not within narrower or other ones", () => {
  const outer = "10.20.0.0/16";
  const inner = ["10.20.0.0/16", "10.20.255.0/24", "10.20.1.1/32", "10.0.0.0/8", "10.21.0.0/24"];
  expect(inner.map((one) => isWithin(one, outer))).toEqual([true, true, true, false, false]);
});

test("every part lies within its range, and two parts never meet", () => {
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(octet, octet, fc.integer({ min: 0, max: 6 }), fc.nat(), fc.nat(), (a, b, bits, first, second) => {
      const whole = `${a}.${b}.0.0/16`;
      const [one, other] = [first, second].map((index) => partOf(whole, bits, index % 2 ** bits)) as [string, string];
      expect(isWithin(one, whole)).toBe(true);
      expect(isWithin(one, other)).toBe(one === other);
    }),
  );
});
