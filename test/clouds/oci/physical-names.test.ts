import fc from "fast-check";
import { expect, test } from "vitest";
import {
  certificateName,
  displayName,
  listenerName,
  partDisplayName,
  ruleName,
  setName,
} from "../../../src/clouds/oci/physical-names.js";
import type { Declared } from "../../../src/core/declared.js";

const component = (name: string, spec: object = {}) => ({ name, spec }) as Declared<{ physicalName?: string }>;
const named = (name: string, form: string[]) => setName(component(name), form);
const forms = [
  [],
  ["cookie"],
  ["timed-cookie"],
  ["own-cookie"],
  ["tcp"],
  ["cookie", "tcp"],
  ["timed-cookie", "tcp"],
  ["own-cookie", "tcp"],
];

test("names of sets are legal", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.constantFrom(...forms), (name, form) => {
      expect(named(name, form)).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/);
    }),
  );
});

test("no two sets meet, whatever their names and forms", () => {
  const words = fc.stringMatching(/^[a-z]{1,3}(-{1,3}(cookie|own-cookie|timed-cookie|tcp|[a-z]{1,8})){0,4}$/);
  const set = fc.tuple(words, fc.constantFrom(...forms));
  fc.assert(
    fc.property(set, set, ([name, form], [other, otherForm]) => {
      fc.pre(name !== other || form !== otherForm);
      expect(named(name, form)).not.toBe(named(other, otherForm));
    }),
    { numRuns: 2000 },
  );
});

test("a long name is cut and told apart by a hash", () => {
  expect(named("a-backend-set-with-quite-a-long-name", ["cookie"])).toBe("a-backend-set-w-30baa344--cookie");
  expect(named("a-backend-set-with-quite-a-long-name", [])).toBe("a-backend-set-with-quit-30baa344");
});

test("the mark of a form is no part of a name", () => {
  expect(named("pages--cookie", [])).toBe("pages-cookie-bc0ddfcc");
  expect(named("pages", ["cookie"])).toBe("pages--cookie");
});

test("listeners and certificates have room", () => {
  const long = "x".repeat(300);
  expect(listenerName(component(long), []).length).toBe(255);
  expect(listenerName(component(long), ["pem", "routes"]).length).toBe(255);
  expect(certificateName(long, "0123456789abcdef").length).toBe(255);
  expect(listenerName(component("front door"), [])).toBe("front-door-7279998f");
});

test("rule sets, policies and their rules hold no hyphens", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), (name) => {
      expect(ruleName(name)).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,31}$/);
    }),
  );
  expect(ruleName("shop_redirect")).toBe("shop_redirect");
});

test("what a console shows is the component's name, or the fixed one", () => {
  expect(displayName(component("shop"))).toBe("shop");
  expect(displayName(component("shop", { physicalName: "Shop front" }))).toBe("Shop front");
  expect(displayName(component("x".repeat(300))).length).toBe(100);
  expect(partDisplayName(component("shop"), "publicRoutes")).toBe("shop-public-routes");
});
