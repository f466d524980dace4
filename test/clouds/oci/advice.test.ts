import { expect, test } from "vitest";
import { advise } from "../../../src/clouds/oci/advice.js";
import { billed } from "../../../src/clouds/oci/billed.js";
import { machine } from "../../../src/clouds/oci/machine.js";
import { changed, reviewed } from "../reviewed.js";

const set = reviewed("oci:LoadBalancer/backendSet:BackendSet", "pages-backend-set");
const networkSet = reviewed("oci:NetworkLoadBalancer/backendSet:BackendSet", "ports-backend-set");
const configuration = reviewed("oci:Core/instanceConfiguration:InstanceConfiguration", "web-configuration");
const pool = reviewed("oci:Core/instancePool:InstancePool", "web-pool", {
  propertyDependencies: { loadBalancers: [set.urn], instanceConfigurationId: [configuration.urn] },
});
const member = reviewed("oci:NetworkLoadBalancer/backend:Backend", "ports-member", {
  propertyDependencies: { backendSetName: [networkSet.urn] },
});

function refresh(name: string) {
  return {
    id: "oci:refresh",
    about: `urn:${name}`,
    message: `run \`pulumi up --refresh\`, or put \`options: { refresh: always }\` into Pulumi.yaml: members of ${name} are registered outside of its state, and would be sent empty`,
  };
}

test("a set that changes while a pool or a member stands in it is to be refreshed first", () => {
  expect([
    advise([changed("update", set, ["policy"]), changed("same", pool)]),
    advise([changed("update", networkSet, ["healthChecker.port"]), changed("same", member)]),
  ]).toEqual([[refresh("pages-backend-set")], [refresh("ports-backend-set")]]);
});

test("a set that nobody feeds yet, that is new, made anew or untouched needs no refresh", () => {
  expect([
    advise([changed("update", set, ["policy"])]),
    advise([changed("update", set, ["policy"]), changed("create", pool)]),
    advise([changed("create", set), changed("create", pool)]),
    advise([changed("replace", set, ["name"]), changed("update", pool, ["loadBalancers"])]),
    advise([changed("same", set), changed("same", pool)]),
  ]).toEqual([[], [], [], [], []]);
});

test("instances keep their template, unless the pool is made anew with it", () => {
  const anew = changed("replace", configuration, ["instanceDetails.launchDetails.shape"]);
  expect([
    advise([anew, changed("update", pool, ["instanceConfigurationId"])]),
    advise([anew, changed("replace", pool, ["instanceConfigurationId"])]),
    advise([changed("update", configuration, ["displayName"]), changed("same", pool)]),
  ]).toEqual([
    [
      {
        id: "oci:kept-instances",
        about: "urn:web-pool",
        message:
          'the instances of web-pool keep the template that they were made of: end them one by one to renew them, or ask for `rollout: { instances: "replaced" }`',
      },
    ],
    [],
    [],
  ]);
});

test("a policy of thresholds that is made anew sets the pool to its initial size", () => {
  const policy = (inputs: object) =>
    changed(
      "replace",
      reviewed("oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration", "web-autoscaling", {
        inputs: { ...inputs },
      }),
      ["policies"],
    );
  expect([
    advise([policy({ policies: [{ policyType: "threshold", capacity: { initial: 2, min: 1, max: 4 } }] })]),
    advise([policy({ policies: [{ policyType: "scheduled", capacity: { initial: 2 } }] })]),
    advise([policy({ policies: "[unknown]" })]),
    advise([policy({})]),
    advise([policy({ policies: [{ policyType: "threshold", capacity: { initial: "[unknown]" } }] })]),
  ]).toEqual([
    [
      {
        id: "oci:initial-size",
        about: "urn:web-autoscaling",
        message:
          "web-autoscaling sets its pool to 2, the initial size, whatever it has grown to: deploy it when that many suffice",
      },
    ],
    [],
    [],
    [],
    [],
  ]);
});

test("a protected balancer must be set free before it goes", () => {
  const balancer = reviewed("oci:LoadBalancer/loadBalancer:LoadBalancer", "front-balancer", {
    inputs: { isDeleteProtectionEnabled: true },
  });
  expect(advise([changed("replace", balancer, ["isPrivate"])])).toEqual([
    {
      id: "oci:deletion-protection",
      about: "urn:front-balancer",
      message:
        "delete protection keeps the old balancer of front-balancer: turn it off in a deployment of its own first",
    },
  ]);
});

test("a load balancer is paid for by its bandwidth, and nothing else is", () => {
  const of = (type: string, inputs = {}) => billed(reviewed(type, "one", { inputs }));
  const balancer = "oci:LoadBalancer/loadBalancer:LoadBalancer";
  const shapeDetails = { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 100 };
  expect([
    of(balancer, { shape: "flexible", shapeDetails }),
    of(balancer, { shape: "100Mbps" }),
    of(balancer, { shape: "flexible", shapeDetails: "[unknown]" }),
    of(balancer, { shape: "flexible", shapeDetails: { ...shapeDetails, maximumBandwidthInMbps: "[unknown]" } }),
    of(balancer),
    of("oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer"),
    of("oci:Core/natGateway:NatGateway"),
  ]).toEqual([
    "load balancer, 10 to 100 Mbps",
    "load balancer, 100Mbps",
    "load balancer",
    "load balancer",
    "load balancer",
    undefined,
    undefined,
  ]);
});

test("instances are sold by the shape of their configuration, and by its size where it has one", () => {
  const configuration = "oci:Core/instanceConfiguration:InstanceConfiguration";
  const of = (launchDetails: unknown, type = configuration) =>
    machine(reviewed(type, "one", { inputs: { instanceDetails: { launchDetails } } }));
  expect([
    of({ shape: "VM.Standard.E2.1.Micro" }),
    of({ shape: "VM.Standard.E4.Flex", shapeConfig: { ocpus: 2, memoryInGbs: 16 } }),
    of({ shape: "VM.Standard.E4.Flex", shapeConfig: { ocpus: 1 } }),
    of("[unknown]"),
    of(undefined),
    of({ shape: "VM.Standard.E2.1.Micro" }, "oci:Core/instance:Instance"),
    machine(reviewed(configuration, "one", { inputs: { instanceDetails: "[unknown]" } })),
  ]).toEqual([
    "VM.Standard.E2.1.Micro",
    "VM.Standard.E4.Flex, 2 OCPUs, 16 GB",
    "VM.Standard.E4.Flex, 1 OCPU",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
