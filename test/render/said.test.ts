import { expect, test } from "vitest";
import type { Value } from "../../src/plan/model.js";
import { saidOf } from "../../src/render/said.js";

test.each<[string, Value, string | undefined]>([
  [
    "allowFrom",
    [
      { kind: "tier", tier: "tier:web" },
      { kind: "range", cidr: "10.0.0.0/8" },
    ],
    "web and 10.0.0.0/8",
  ],
  ["allowFrom[0]", { kind: "internet" }, "internet"],
  ["access", [{ port: 22, from: [{ kind: "range", cidr: "10.0.0.0/8" }] }], "tcp 22 from 10.0.0.0/8"],
  ["access[1]", { port: 53, protocol: "udp", from: [{ kind: "tier", tier: "tier:app" }] }, "udp 53 from app"],
  ["access[0].from", [{ kind: "range", cidr: "10.0.0.0/8" }], "10.0.0.0/8"],
  ["allow[0]", { verb: "read", resource: "object-storage", on: ["a", "b"] }, "read object-storage on a and b"],
  ["allow[0].on", ["a", "b"], "a and b"],
  ["backendSets", ["backendSet:front/pages", "backendSet:inner/app"], "pages and app"],
  ["backendSets[0]", "backendSet:front/pages", "pages"],
  ["backendSet", "backendSet:front/pages", "pages"],
  ["redirect", { to: "listener:front/https" }, "to https"],
  ["redirect.to", "listener:front/https", "https"],
  ["size", { min: 1, max: 4, kind: "scaled" }, "1 to 4 instances"],
  ["size", { count: 2, kind: "fixed" }, "2 instances"],
  ["routes", { shop: { path: "/shop", backendSet: "backendSet:front/shop" } }, "/shop → shop"],
  ["routes.shop", { host: "a.example", path: "/", backendSet: "backendSet:front/shop" }, "a.example/ → shop"],
  ["autoscaling.schedules.morning", { cron: "0 8 * * *", timeZone: "UTC", min: 2 }, "morning (0 8 * * * UTC) min 2"],
  ["autoscaling", { metric: "cpu", target: 50 }, "cpu kept near 50"],
  ["healthCheck", { protocol: "http", path: "/ready", interval: 10 }, "check http /ready every 10 s"],
  ["stickiness", { kind: "balancer-cookie", duration: 60 }, "balancer-cookie, duration 60"],
  ["certificate", { kind: "name", name: "shop" }, "shop"],
  ["certificate", { kind: "pem", certificate: "[secret]" }, "given as PEM"],
  ["image", { kind: "named", name: "web" }, "web"],
  ["image", { kind: "made", image: "image:web" }, "web"],
  ["bootDisk", { size: 20, key: "disks" }, "disk 20 GiB, disk key disks"],
  ["port", 80, undefined],
  ["path", "tier:web", undefined],
  ["tier", "other:web", undefined],
  ["backendSets", [], undefined],
  ["something", { a: 1 }, undefined],
  ["allowFrom", { a: 1 }, undefined],
  ["__proto__", { a: 1 }, undefined],
  ["constructor", ["a"], undefined],
  ["a..b[", ["a"], undefined],
])("%s: %j", (path, value, said) => {
  expect(saidOf(path, value)).toBe(said);
});
