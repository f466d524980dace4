// Sources: Amazon CloudWatch API reference (dashboard body structure and syntax); read 2026-11.
import { json, type Planned, ref } from "../../core/planned.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { balancersOf } from "../../spec/instance-pool-rules.js";
import { bySet, suffixOf } from "./metric-source.js";
import { namespaces } from "./pool-alarms.js";
import { regionOf } from "./region.js";
import { resource } from "./resources.js";

interface Graph {
  readonly title: string;
  readonly stat: "Average" | "Maximum" | "Minimum" | "Sum";
  readonly metrics: readonly (readonly unknown[])[];
}

const sizes = ["GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances"];
const requests = { application: "RequestCount", network: "NewFlowCount" } as const;
const errors = ["HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count"];

/** A page with graphs of a pool and its balancers, under the pool's own name. */
export function poolDashboard(it: DeclaredInstancePool): Record<string, Planned> {
  if (it.spec.dashboard !== true) return {};
  const region = regionOf(it.spec.template.spec.tier.spec.network);
  const widgets = graphsOf(it).map((graph, index) => widget(graph, index, region));
  const planned = resource("aws:cloudwatch/dashboard:Dashboard", {
    dashboardName: ref("pool.name"),
    dashboardBody: json({ widgets }),
  });
  return { dashboard: planned };
}

function graphsOf(it: DeclaredInstancePool): Graph[] {
  const group = ["AutoScalingGroupName", ref("pool.name")];
  const balancers = balancersOf(it.spec).map((one) => ({ kind: one.spec.kind, of: ["LoadBalancer", suffixOf(one)] }));
  const answering = balancers.filter(({ kind }) => kind === "application");
  const healthy = (it.spec.backendSets ?? []).map((set) => {
    const { LoadBalancer, TargetGroup } = bySet(set);
    const namespace = namespaces[set.spec.loadBalancer.spec.kind];
    return [namespace, "HealthyHostCount", "LoadBalancer", LoadBalancer, "TargetGroup", TargetGroup];
  });
  const served = balancers.map(({ kind, of }) => [namespaces[kind], requests[kind], ...of]);
  const failed = answering.flatMap(({ of }) => errors.map((name) => [namespaces.application, name, ...of]));
  const graphs: Graph[] = [
    { title: "instances", stat: "Average", metrics: sizes.map((name) => ["AWS/AutoScaling", name, ...group]) },
    { title: "processors", stat: "Average", metrics: [["AWS/EC2", "CPUUtilization", ...group]] },
    { title: "requests and connections", stat: "Sum", metrics: served },
    { title: "healthy instances", stat: "Minimum", metrics: healthy },
    { title: "server errors", stat: "Sum", metrics: failed },
  ];
  return graphs.filter(({ metrics }) => metrics.length > 0);
}

const grid = { columns: 2, width: 12, height: 6 } as const;

function widget({ title, stat, metrics }: Graph, index: number, region: string) {
  const { columns, width, height } = grid;
  return {
    type: "metric",
    x: (index % columns) * width,
    y: Math.floor(index / columns) * height,
    width,
    height,
    properties: { title, view: "timeSeries", region, stat, period: 60, metrics },
  };
}
