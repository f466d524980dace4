import { expect, test } from "vitest";
import { settings } from "../../fixtures/settings.js";
import { rightsIn } from "./pools.js";
import { notesOf, resourcesOf, stackWith } from "./stack.js";

const withRequests = { rights: { ...settings.openstack.rights, accessRules: true } };
const credential = (args: object, more: object = {}) => ({
  credential: {
    type: "openstack:identity/applicationCredential:ApplicationCredential",
    args: { description: "rights of instances", unrestricted: false, ...args },
    ...more,
  },
});

test("rights are an application credential with the roles of all that is allowed", () => {
  const allow = [
    { verb: "read", resource: "object-storage" },
    { verb: "manage", resource: "secrets" },
    { verb: "use", resource: "compute" },
  ];
  const it = rightsIn(stackWith(), { allow });
  expect(resourcesOf(it)).toEqual(credential({ roles: ["creator", "member"] }));
  expect(notesOf(it)).toEqual([
    "emulated:dynamicGroupPolicy.allow",
    "emulated:dynamicGroupPolicy.allow",
    "emulated:dynamicGroupPolicy.allow",
    "note:dynamicGroupPolicy.reach",
    "note:dynamicGroupPolicy.login",
  ]);
});

test("roles of one verb go before those of all verbs", () => {
  const roles = { "object-storage": ["member"], "read object-storage": ["reader"] };
  const stack = stackWith({ rights: { ...settings.openstack.rights, roles } });
  expect(resourcesOf(rightsIn(stack))).toEqual(credential({ roles: ["reader"] }));
});

test("without rules for requests, scopes are only near", () => {
  const allow = [{ verb: "read", resource: "object-storage", on: ["assets"] }];
  const it = rightsIn(stackWith(), { allow });
  expect(resourcesOf(it)).toEqual(credential({ roles: ["member"] }));
  expect(notesOf(it).slice(0, 2)).toEqual(["emulated:dynamicGroupPolicy.allow", "near:dynamicGroupPolicy.allow.on"]);
});

test("with rules for requests, a credential is kept to the container of a scope", () => {
  const allow = [{ verb: "read", resource: "object-storage", on: ["assets"] }];
  const service = "object-store";
  expect(resourcesOf(rightsIn(stackWith(withRequests), { allow }))).toEqual(
    credential({
      roles: ["member"],
      accessRules: [
        { service, method: "GET", path: "/v1/*/shop-assets" },
        { service, method: "HEAD", path: "/v1/*/shop-assets" },
        { service, method: "GET", path: "/v1/*/shop-assets/**" },
        { service, method: "HEAD", path: "/v1/*/shop-assets/**" },
      ],
    }),
  );
});

test("using is reading and a service's actions; managing is every method; equal requests are one", () => {
  const allow = [
    { verb: "use", resource: "instance-pools" },
    { verb: "use", resource: "autoscaling" },
    { verb: "manage", resource: "metrics" },
    { verb: "use", resource: "secrets", on: ["assets"] },
  ];
  const all = (service: string, methods: string[], path = "/**") =>
    methods.map((method) => ({ service, method, path }));
  expect(resourcesOf(rightsIn(stackWith(withRequests), { allow }))).toEqual(
    credential({
      roles: ["creator", "member", "reader"],
      accessRules: [
        ...all("orchestration", ["GET", "HEAD"]),
        ...all("orchestration", ["POST"], "/**/signal"),
        ...all("metric", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
        ...all("key-manager", ["GET", "HEAD"], "/v1/secrets/shop-assets"),
        ...all("key-manager", ["GET", "HEAD"], "/v1/secrets/shop-assets/**"),
      ],
    }),
  );
});

test("a credential of a fixed name gives the name up before its successor takes it", () => {
  expect(resourcesOf(rightsIn(stackWith(), { physicalName: "shop" }))).toEqual(
    credential({ roles: ["member"], name: "shop" }, { options: { deleteBeforeReplace: true } }),
  );
});

test("rights on servers are requests to the compute service", () => {
  const allow = [{ verb: "inspect", resource: "compute" }];
  const service = "compute";
  expect(resourcesOf(rightsIn(stackWith(withRequests), { allow }))).toEqual(
    credential({
      roles: ["member"],
      accessRules: [
        { service, method: "GET", path: "/**" },
        { service, method: "HEAD", path: "/**" },
      ],
    }),
  );
});
