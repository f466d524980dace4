import { afterEach, expect, test, vi } from "vitest";
import { styleOf } from "../../src/cli/style.js";

afterEach(() => vi.unstubAllEnvs());

function shown(isTTY: boolean): string {
  return styleOf({ isTTY } as NodeJS.WriteStream)("bold", "x");
}

test("a terminal has colours", () => {
  vi.stubEnv("NO_COLOR", "");
  expect(shown(true)).toBe("\u001b[1mx\u001b[22m");
});

test("a file, a pipe, and whoever says NO_COLOR have none", () => {
  vi.stubEnv("NO_COLOR", "");
  expect(shown(false)).toBe("x");
  vi.stubEnv("NO_COLOR", "1");
  expect(shown(true)).toBe("x");
});
