import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oci } from "../../../src/clouds/oci/index.js";
import type { OciSettings } from "../../../src/clouds/oci/settings.js";
import {
  BackendSet,
  DynamicGroupPolicy,
  Image,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { settled } from "../../pulumi/harness.js";

const registered: { type: string; name: string; inputs: Record<string, unknown> }[] = [];

beforeEach(() => {
  registered.length = 0;
  pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      registered.push({ type, name, inputs });
      return { id: `${name}-id`, state: { name, ...inputs } };
    },
    call: () => ({}),
  });
});

afterEach(settled);

const { availabilityDomains, ...rest } = settings.oci;
const plain = { ...rest, availabilityDomains: [...availabilityDomains], compartmentName: "shop" } as OciSettings;

function inputsOf(name: string): unknown {
  return registered.find((one) => one.name === name)?.inputs;
}

test("a pool stands behind its balancer with an image, rights, a policy and alarms", async () => {
  const cloud = oci(plain);
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud });
  const tier = new Tier("web", { network, access: [{ port: 22, from: ["10.7.0.0/16"] }] });
  const loadBalancer = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  const healthCheck = { protocol: "http" } as const;
  const pages = new BackendSet("pages", { loadBalancer, protocol: "http", port: 5000, healthCheck, tier });
  new Listener("http", { loadBalancer, port: 80, protocol: "http", backendSet: pages });
  const rights = new DynamicGroupPolicy("web", {
    network,
    allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
  });
  const image = new Image("web", { instance: "source", cloud });
  const template = new InstanceTemplate("web", {
    tier,
    image,
    machine: "small",
    userData: pulumi.output("#!/bin/sh\n"),
    sshKey: "ops",
    rights,
  });
  const pool = new InstancePool("web", {
    template,
    backendSets: [pages],
    size: { min: 1, max: 2 },
    autoscaling: { metric: "cpu", target: 50 },
    alarms: { notify: "ops", unhealthyInstances: {} },
  });
  await settled();
  expect(inputsOf("web-policy")).toMatchObject({
    statements: [
      "Allow dynamic-group web-dynamic-group to read object-family in compartment shop where target.bucket.name = 'shop-assets'",
    ],
  });
  expect(inputsOf("web-configuration")).toMatchObject({
    instanceDetails: {
      launchDetails: {
        sourceDetails: { imageId: "web-image-id" },
        createVnicDetails: { nsgIds: ["web-group-id"] },
        metadata: { user_data: "IyEvYmluL3NoCg==" },
      },
    },
  });
  expect(inputsOf("web-pool")).toMatchObject({
    instanceConfigurationId: "web-configuration-id",
    loadBalancers: [{ loadBalancerId: "front-balancer-id", backendSetName: "pages", port: 5000 }],
  });
  expect(inputsOf("web-autoscaling")).toMatchObject({ autoScalingResources: { id: "web-pool-id" } });
  const alarms = registered.filter(({ type }) => type === "oci:Monitoring/alarm:Alarm");
  expect(alarms.map(({ inputs }) => inputs.query)).toEqual([
    'UnHealthyBackendServers[1m]{resourceId = "front-balancer-id", backendSetName = "pages"}.max() > 0',
  ]);
  const rules = registered.filter(({ name }) => name.startsWith("web-ingress"));
  expect(rules.map(({ name }) => name)).toEqual([
    "web-ingress-tcp-22-10-7-0-0-16",
    "web-ingress-tcp-5000-balancer-front",
  ]);
  expect(Object.keys(oci.native(pool))).toEqual([
    "egress:tcp-5000-tier-web",
    "ingress:tcp-5000-balancer-front",
    "pool",
    "autoscaling",
    "alarm:unhealthy-front/pages",
  ]);
  expect(oci.native(image).image).toBeInstanceOf(pulumi.CustomResource);
  expect(oci.native(template).configuration).toBeInstanceOf(pulumi.CustomResource);
  expect(oci.native(rights).policy).toBeInstanceOf(pulumi.CustomResource);
});
