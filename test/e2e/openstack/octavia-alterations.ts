import type { Alteration } from "../support/alterations.js";

/** What the author of the walk-through changes, and all that each change touches. */
export const octaviaAlterations: readonly Alteration[] = [
  {
    why: "another policy of a set",
    round: 1,
    edits: [{ from: 'policy: "least-connections"', to: 'policy: "round-robin"' }],
    expected: ["update index:BackendSet reports", "update loadbalancer/pool:Pool reports-pool [lbMethod]"],
  },
  {
    why: "more servers at most",
    round: 1,
    edits: [{ from: "{ min: 1, max: 3 }", to: "{ min: 1, max: 4 }" }],
    expected: [
      "update index:InstancePool scaled",
      "update orchestration/stackV1:StackV1 scaled-stack [templateOpts.Bin, timeout]",
    ],
  },
  {
    why: "another path of a route",
    round: 1,
    edits: [{ from: 'path: "/carts/*"', to: 'path: "/cart/*"' }],
    expected: ["update index:Listener http", "update loadbalancer/l7RuleV2:L7RuleV2 http-route-path-carts [value]"],
  },
];
