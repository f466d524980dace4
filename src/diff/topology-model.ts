export type PartStatus = "added" | "removed" | "changed" | "same";

export interface Topology {
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
}

export interface TopologyNode {
  /** Unique in the picture, short: `n0`. */
  readonly id: string;
  readonly kind: "internet" | "range" | "network" | "balancer" | "listener" | "backends" | "pool" | "tier";
  readonly label: string;
  /** Second line: `https :443`. */
  readonly detail?: string;
  readonly status: PartStatus;
}

export interface TopologyEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly status: PartStatus;
}
