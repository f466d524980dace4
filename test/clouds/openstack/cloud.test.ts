import { expect, test } from "vitest";
import { openstack } from "../../../src/clouds/openstack/index.js";
import { cloudFor } from "../../conformance/harness.js";
import { settings } from "../../fixtures/settings.js";
import { stackWith } from "./stack.js";

const types = [
  "openstack:keymanager/containerV1:ContainerV1",
  "openstack:keymanager/secretV1:SecretV1",
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2",
  "openstack:loadbalancer/l7RuleV2:L7RuleV2",
  "openstack:loadbalancer/listener:Listener",
  "openstack:loadbalancer/loadBalancer:LoadBalancer",
  "openstack:loadbalancer/member:Member",
  "openstack:loadbalancer/monitor:Monitor",
  "openstack:loadbalancer/pool:Pool",
  "openstack:networking/floatingIp:FloatingIp",
  "openstack:networking/floatingIpAssociate:FloatingIpAssociate",
  "openstack:networking/network:Network",
  "openstack:networking/router:Router",
  "openstack:networking/routerInterface:RouterInterface",
  "openstack:networking/secGroup:SecGroup",
  "openstack:networking/secGroupRule:SecGroupRule",
  "openstack:networking/subnet:Subnet",
];

test.each(types)("the SDK has %s", (type) => {
  const found = cloudFor("openstack").load(type) as unknown as { readonly __pulumiType: string };
  expect(found.__pulumiType).toBe(type);
});

test("amphora is assumed until the settings say otherwise", () => {
  expect(cloudFor("openstack").facets).toEqual({ driver: "amphora", pools: "servers", rights: "roles" });
  expect(cloudFor("openstack", { driver: "ovn" }).facets).toEqual({ driver: "ovn", pools: "servers", rights: "roles" });
});

test("what pools and rights become follows from the settings", () => {
  const given = { pools: "heat", rights: { ...settings.openstack.rights, accessRules: true } };
  expect(cloudFor("openstack", given).facets).toEqual({
    driver: "amphora",
    pools: "heat",
    rights: "roles and requests",
  });
  expect(cloudFor("openstack", { rights: undefined }).facets).toEqual({
    driver: "amphora",
    pools: "servers",
    rights: "none",
  });
});

test("the settings of a program are those of its stack file", () => {
  const externalNetwork = { id: "0b0e8a7c-3d1f-4c55-9e53-6c1f3c8f1a01", name: "External" };
  expect(openstack({ externalNetwork }).settings).toEqual({ externalNetwork });
});

test("asked for exactness, what is only near is refused", () => {
  const exact = stackWith({ fidelity: "exact" });
  expect(exact.network({ zones: 1 }).spec).toEqual({ cidr: "10.20.0.0/16", zones: 1 });
  expect(() => exact.network({ zones: 2 })).toThrow();
});
