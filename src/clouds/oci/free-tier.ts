// Sources: Oracle Cloud Infrastructure documentation (always free resources: two VM.Standard.E2.1.Micro, four OCPUs and 24 GB of
// VM.Standard.A1.Flex, one flexible load balancer of 10 Mbps); read 2026-11.
import { type Declared, declaredOn } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { boundsOf } from "../../spec/pool-size.js";
import { adoptedBalancer } from "./adopted-balancer.js";
import { type OciMachine, type OciSettings, settingsOf } from "./settings.js";

const micro = "VM.Standard.E2.1.Micro";
const arm = "VM.Standard.A1.Flex";
const free = { instances: 2, ocpus: 4, memoryInGbs: 24, mbps: 10 } as const;

/** What the settings themselves ask for. */
export function freeTierRules({ freeTier, otherInstances, machines = {}, loadBalancers = {} }: OciSettings): Issue[] {
  if (freeTier !== true) {
    if (otherInstances === undefined) return [];
    return [
      { path: "settings.otherInstances", message: "is for freeTier", instead: "freeTier: true, or leave it out" },
    ];
  }
  const shapes = Object.entries(machines).flatMap(([name, { shape }]) =>
    shape === micro || shape === arm
      ? []
      : [{ path: `settings.machines.${name}`, message: `${shape} is charged for`, instead: `${micro} or ${arm}` }],
  );
  const bands = Object.entries(loadBalancers).flatMap(([name, { bandwidth }]) =>
    bandwidth === undefined || bandwidth.maximum === free.mbps
      ? []
      : [
          {
            path: `settings.loadBalancers.${name}.bandwidth`,
            message: `${bandwidth.maximum} Mbps are charged for`,
            instead: `{ minimum: ${free.mbps}, maximum: ${free.mbps} }`,
          },
        ],
  );
  return [...shapes, ...bands];
}

/** The whole program may have one balancer without charges. */
export function balancerRules(it: DeclaredLoadBalancer): Issue[] {
  if (settingsOf(it).freeTier !== true || it.spec.kind === "network") return [];
  const other = declaredOn(it.cloud).find(
    (one) => one.noun === "LoadBalancer" && isCharged(one as DeclaredLoadBalancer),
  );
  if (!other) return [];
  return [
    {
      path: "loadBalancer",
      message: `makes 2 application balancers with "${other.name}"; one is without charges`,
      instead: 'one balancer, kind: "network", or no freeTier in the settings',
    },
  ];
}

function isCharged(it: DeclaredLoadBalancer): boolean {
  return it.spec.kind === "application" && adoptedBalancer(it) === undefined;
}

type Pool = Declared<InstancePoolSpec>;

/** All pools at their largest, and what stands beside them. */
export function poolRules(it: DeclaredInstancePool): Issue[] {
  const { freeTier, otherInstances = 0 } = settingsOf(it);
  if (freeTier !== true) return [];
  const earlier = declaredOn(it.cloud).filter((one): one is Pool => one.noun === "InstancePool");
  const all = [...earlier, it];
  const sum = (share: (machine: OciMachine) => number) =>
    all.reduce((total, pool) => total + boundsOf(pool.spec.size).max * share(machineOf(pool)), 0);
  const instances = sum(({ shape }) => (shape === micro ? 1 : 0));
  const isMicro = machineOf(it).shape === micro;
  return [
    ...(isMicro
      ? tooMuch(instances + otherInstances, free.instances, `micro instances${counted(instances, otherInstances)}`)
      : []),
    ...(isMicro
      ? []
      : tooMuch(
          sum(({ ocpus = 0 }) => ocpus),
          free.ocpus,
          `OCPUs of ${arm}`,
        )),
    ...(isMicro
      ? []
      : tooMuch(
          sum(({ memoryInGbs = 0 }) => memoryInGbs),
          free.memoryInGbs,
          `GB of ${arm}`,
        )),
  ];
}

function counted(pools: number, others: number): string {
  return others === 0 ? "" : ` (${pools} in pools and ${others} others)`;
}

function machineOf({ spec, cloud }: Pool): OciMachine {
  const { machines } = cloud.settings as OciSettings;
  return meaning(machines, spec.template.spec.machine) ?? { shape: "" };
}

function tooMuch(sum: number, most: number, what: string): Issue[] {
  if (sum <= most) return [];
  return [
    {
      path: "instancePool.size",
      message: `makes ${sum} ${what} when all pools are at their largest; ${most} are without charges`,
      instead: "a smaller maximum, or no freeTier in the settings",
    },
  ];
}
