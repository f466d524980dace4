export { expect, vi } from "vitest";
export { afterAll, afterEach, beforeAll, beforeEach, describe, test } from "./recorder.js";
