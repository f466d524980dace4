import fc from "fast-check";
import { expect, test } from "vitest";
import { childName, familyOf, legalName, logicalNaming, type Naming } from "../../src/core/names.js";

const short: Naming = { max: 24, allowed: /[A-Za-z0-9-]/, filler: "-" };
const underscored: Naming = { max: 63, allowed: /[A-Za-z0-9_]/, filler: "_" };
const anyNaming = fc.constantFrom(short, underscored, logicalNaming);
const anyName = fc.oneof(fc.string({ minLength: 1 }), fc.string({ minLength: 1, maxLength: 200, unit: "binary" }));

test("a legal name that fits is kept", () => {
  expect(legalName("front-balancer", short)).toBe("front-balancer");
});

test("what had to change ends in a hash of the original", () => {
  expect(legalName("a-name-that-is-longer-than-it-may-be", short)).toBe("a-name-that-is--a3ee9d3d");
  expect(legalName("shop_front", short)).toMatch(/^shop-front-[0-9a-f]{8}$/);
});

test("a name that begins with no letter is given one", () => {
  expect(legalName("2nd", short)).toMatch(/^x2nd-[0-9a-f]{8}$/);
});

test("a beginning that the provider keeps for itself is given a letter before", () => {
  expect(legalName("internal-front", { ...short, reserved: /^internal-/ })).toMatch(/^xinternal-front-[0-9a-f]{8}$/);
});

test("letters beyond ASCII are replaced one by one", () => {
  expect(legalName("가게", short)).toMatch(/^x---[0-9a-f]{8}$/);
  expect(legalName("café", short)).toMatch(/^caf--[0-9a-f]{8}$/);
});

test("every name is legal and at most as long as it may be", () => {
  fc.assert(
    fc.property(anyName, anyNaming, (name, naming) => {
      const made = legalName(name, naming);
      expect(made.length).toBeLessThanOrEqual(naming.max);
      expect([...made].filter((character) => !naming.allowed.test(character))).toEqual([]);
      expect(made).toMatch(/^[A-Za-z]/);
    }),
  );
});

test("the same name always becomes the same", () => {
  fc.assert(
    fc.property(anyName, anyNaming, (name, naming) => {
      expect(legalName(name, naming)).toBe(legalName(name, naming));
    }),
  );
});

test("a legal name stays as it is when it is made legal again", () => {
  fc.assert(
    fc.property(anyName, anyNaming, (name, naming) => {
      const made = legalName(name, naming);
      expect(legalName(made, naming)).toBe(made);
    }),
  );
});

test("different names that had to change stay different", () => {
  fc.assert(
    fc.property(anyName, anyName, anyNaming, (one, other, naming) => {
      fc.pre(one !== other && legalName(one, naming) !== one && legalName(other, naming) !== other);
      expect(legalName(one, naming)).not.toBe(legalName(other, naming));
    }),
  );
});

test("names that differ beyond the limit only stay different", () => {
  const head = "a".repeat(40);
  expect(legalName(`${head}1`, short)).not.toBe(legalName(`${head}2`, short));
});

test("the family of a role is what stands before its colon", () => {
  expect([familyOf("balancer"), familyOf("member:a"), familyOf("ingress:tcp-443:x")]).toEqual([
    "balancer",
    "member",
    "ingress",
  ]);
});

test("a child's name is its component's with the role in kebab case", () => {
  expect(childName("front", "targetGroup")).toBe("front-target-group");
  expect(childName("front", "member:appOne")).toBe("front-member-appOne");
});

test("an ending stands behind the role, and makes it another name", () => {
  const ended = { ...logicalNaming, ending: "sticky" };
  expect(childName("pages", "pool", ended)).toBe("pages-pool-sticky");
  expect(childName("pages", "member:appOne", ended)).toBe("pages-member-appOne-sticky");
});

test("names that are shortened with their endings stay apart, from each other and from the one without", () => {
  const names = (component: string) =>
    [short, { ...short, ending: "sticky" }, { ...short, ending: "plain" }].map((naming) =>
      childName(component, "pool", naming),
    );
  expect(names("a-set-of-the-shop")).toEqual([
    "a-set-of-the-shop-pool",
    "a-set-of-the-sh-8c424e2b",
    "a-set-of-the-sh-8b7963b6",
  ]);
  expect(names("a-longer-set-of-the-shop")).toEqual([
    "a-longer-set-of-aad3210d",
    "a-longer-set-of-1f17d12b",
    "a-longer-set-of-eaeff911",
  ]);
});

test("a child with an ending is never called as the one without", () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom("pool", "member:a"), anyNaming, (name, role, naming) => {
      const ended = childName(name, role, { ...naming, ending: "sticky" });
      expect(ended).not.toBe(childName(name, role, naming));
      expect(ended.length).toBeLessThanOrEqual(naming.max);
    }),
  );
});

test("a child is never called as its component", () => {
  fc.assert(
    fc.property(anyName, fc.constantFrom("balancer", "member:a", "targetGroup"), anyNaming, (name, role, naming) => {
      expect(childName(name, role, naming)).not.toBe(name);
    }),
  );
});
