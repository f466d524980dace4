import type { Change } from "../support/trial.js";
import type { Cloud } from "./credentials.js";

/** A change of the program that a cloud takes without a new network or a new balancer. */
export interface LiveChange {
  readonly why: string;
  readonly edits: readonly Change[];
  /** The lines of the engine's steps, where they are known. */
  readonly expected?: readonly string[];
}

export interface Scenario {
  readonly program: string;
  readonly clouds: readonly Cloud[];
  /** From the first preview to the end of destroy, about. */
  readonly minutes: Partial<Record<Cloud, number>>;
  readonly changes: readonly LiveChange[];
}

export const scenarios: readonly Scenario[] = [
  {
    program: "web-stack",
    clouds: ["oci", "aws", "openstack"],
    minutes: { oci: 40, aws: 30, openstack: 30 },
    changes: [
      {
        why: "a health check, a largest size and a threshold",
        edits: [
          { from: 'path: "/hello", interval: 10', to: 'path: "/hello", interval: 15' },
          { from: "size: { min: 1, max: 2 }", to: "size: { min: 1, max: 3 }" },
          { from: "above: 40", to: "above: 50" },
        ],
      },
      { why: "a policy", edits: [{ from: 'policy: "round-robin"', to: 'policy: "least-connections"' }] },
      {
        why: "user data of the app tier: its members are replaced",
        edits: [{ from: "port=8080 upstream=\\n", to: "port=8080 upstream= color=green\\n" }],
      },
    ],
  },
  {
    program: "oci-flask-autoscaling",
    clouds: ["oci"],
    minutes: { oci: 40 },
    changes: [
      {
        why: "a health check and a threshold",
        edits: [
          { from: "interval: 10", to: "interval: 15" },
          { from: "above: 40", to: "above: 50" },
        ],
      },
    ],
  },
  {
    program: "aws-alb-autoscaling",
    clouds: ["aws"],
    minutes: { aws: 25 },
    changes: [
      {
        why: "a health check, a largest size and a target",
        edits: [
          { from: "interval: 30", to: "interval: 20" },
          { from: "max: 4", to: "max: 5" },
          { from: "target: 30", to: "target: 40" },
        ],
      },
    ],
  },
  {
    program: "aws-cpu-tracking",
    clouds: ["aws"],
    minutes: { aws: 20 },
    changes: [
      {
        why: "a health check and a target",
        edits: [
          { from: "interval: 30", to: "interval: 20" },
          { from: "target: 80", to: "target: 70" },
        ],
      },
    ],
  },
  {
    program: "openstack-octavia",
    clouds: ["openstack"],
    minutes: { openstack: 20 },
    changes: [
      {
        why: "health checks, a largest size and a threshold",
        edits: [
          { from: "interval: 5", to: "interval: 6" },
          { from: "max: 3", to: "max: 4" },
          { from: "above: 60", to: "above: 70" },
        ],
      },
    ],
  },
];

export function scenarioOf(cloud: Cloud, program: string): Scenario {
  const known = scenarios.filter(({ clouds }) => clouds.includes(cloud));
  const found = known.find((scenario) => scenario.program === program);
  if (found) return found;
  throw new Error(
    `there is no scenario ${program} on ${cloud}: name one of ${known.map((one) => one.program).join(", ")}`,
  );
}
