import { poolIn, templateIn } from "../../clouds/oci/plans.js";
import { cloudFor, type Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const freeTier = true;
const arm = (ocpus: number, memoryInGbs: number) => ({
  freeTier,
  machines: { small: { shape: "VM.Standard.A1.Flex", ocpus, memoryInGbs } },
});
const away = "a smaller maximum, or no freeTier in the settings";

function pools(stack: Stack, ...sizes: (number | object)[]): void {
  const template = templateIn(stack);
  const autoscaling = { metric: "cpu", target: 60 };
  for (const [index, size] of sizes.entries())
    poolIn(stack, { template, size, ...(typeof size === "number" ? {} : { autoscaling }) }, `pool-${index}`);
}

function largest(
  what: string,
  most: number,
  settings: object,
  bad: (number | object)[],
  good: (number | object)[],
): Case {
  return {
    says: "always free compute",
    settings,
    bad: (stack) => pools(stack, ...bad),
    good: (stack) => pools(stack, ...good),
    path: "instancePool.size",
    text: `makes ${what} when all pools are at their largest; ${most} are without charges; instead: ${away}`,
  };
}

export const freeTierCases: readonly Case[] = [
  largest("3 micro instances", 2, { freeTier }, [3], [2]),
  largest("3 micro instances", 2, { freeTier }, [1, { min: 1, max: 2 }], [1, 1]),
  largest("3 micro instances (2 in pools and 1 others)", 2, { freeTier, otherInstances: 1 }, [2], [1]),
  largest("6 OCPUs of VM.Standard.A1.Flex", 4, arm(2, 6), [1, 2], [1, 1]),
  largest("36 GB of VM.Standard.A1.Flex", 24, arm(1, 12), [3], [2]),
  {
    says: "always free shapes",
    bad: () => cloudFor("oci", { freeTier, machines: { small: { shape: "VM.Standard2.1" } } }),
    good: () => cloudFor("oci", { freeTier }),
    path: "settings.machines.small",
    text: "VM.Standard2.1 is charged for; instead: VM.Standard.E2.1.Micro or VM.Standard.A1.Flex",
  },
  {
    says: "always free bandwidth: 10 Mbps",
    bad: () => cloudFor("oci", { freeTier, loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 100 } } } }),
    good: () => cloudFor("oci", { freeTier, loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 10 } } } }),
    path: "settings.loadBalancers.front.bandwidth",
    text: "100 Mbps are charged for; instead: { minimum: 10, maximum: 10 }",
  },
  {
    says: "always free: one flexible balancer",
    settings: { freeTier },
    bad: (stack) => {
      const network = stack.network();
      stack.balancer({ network });
      stack.balancer({ network }, "second");
    },
    good: (stack) => {
      const network = stack.network();
      stack.balancer({ network });
      stack.balancer({ network, kind: "network" }, "second");
    },
    path: "loadBalancer",
    text: 'makes 2 application balancers with "front"; one is without charges; instead: one balancer, kind: "network", or no freeTier in the settings',
  },
  {
    says: "other instances count within the free tier",
    bad: () => cloudFor("oci", { otherInstances: 1 }),
    good: () => cloudFor("oci", { freeTier, otherInstances: 1 }),
    path: "settings.otherInstances",
    text: "is for freeTier; instead: freeTier: true, or leave it out",
  },
];
