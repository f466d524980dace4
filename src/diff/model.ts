import type { Disruption } from "../core/review.js";
import type { PlanExposure, Value } from "../plan/model.js";
import type { Topology } from "./topology-model.js";

/** What differs between two plans of one program, for a reviewer. Equal plans give equal bytes; everything is sorted. */
export interface Diff {
  readonly version: 1;
  /** `offline`: two plans, made without state or credentials. `preview`: the engine's own preview of a stack. */
  readonly kind: "offline" | "preview";
  readonly project: string;
  readonly stack: string;
  readonly base: Side;
  readonly head: Side;
  /** Native resources by operation. */
  readonly counts: Counts;
  readonly verdict: Verdict;
  readonly risks: readonly Risk[];
  readonly exposure: readonly ExposureChange[];
  readonly rights: readonly RightChange[];
  readonly components: readonly ComponentChange[];
  readonly notes: readonly NoteChange[];
  readonly advice: readonly AdviceLine[];
  readonly capacity: Capacity;
  readonly topology: Topology;
  readonly resources: readonly ResourceChange[];
  readonly outputs: readonly FieldChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent: policies were not run. */
  readonly policies?: readonly PolicyViolation[];
}

/** A plan that could not be made: this is told, and never the last good one. */
export interface FailedDiff {
  readonly version: 1;
  readonly kind: "offline" | "preview";
  readonly project: string;
  readonly stack: string;
  readonly failed: { readonly side: "base" | "head"; readonly message: string };
  readonly diagnostics: readonly Diagnostic[];
}

export interface Side {
  /** A ref, a folder, a file, or what the caller calls it. */
  readonly label: string;
  readonly cloud?: string;
  /** Of the commit, when it is known. */
  readonly commit?: string;
  /** The program that made it could not be trusted. */
  readonly untrusted?: true;
}

export interface Counts {
  readonly create: number;
  readonly update: number;
  readonly replace: number;
  readonly delete: number;
  /** Renamed or given another parent through aliases, and otherwise the same. */
  readonly move: number;
  readonly same: number;
}

export interface Verdict {
  /** `none`: nothing differs that a deployment would change. */
  readonly state: "changes" | "none";
  /** The worst of all risks. */
  readonly worst: Disruption;
  readonly exposure: "wider" | "narrower" | "changed" | "same";
  /** Capability notes of fate near or emulated that are new. */
  readonly degraded: number;
}

/** What may hurt, the worst first: destroyed and protected resources before all others. */
export interface Risk {
  readonly kind: "destroy" | "replace" | "update" | "cloud";
  readonly effect: Disruption;
  /** URN of the native resource; of the stack for `cloud`. */
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Label of the component it belongs to: `load balancer front`. */
  readonly component?: string;
  readonly protected?: true;
  /** Of what exists, where the engine said it. */
  readonly id?: string;
  /** Paths of the properties that cause it. */
  readonly because: readonly string[];
  /** Names of resources whose replacement it follows. */
  readonly follows: readonly string[];
  /** What it means, in one clause. */
  readonly says: string;
  readonly source?: string;
}

export interface ExposureChange {
  readonly status: "added" | "removed" | "same";
  /** An added way that nothing of the base covers. */
  readonly wider?: true;
  /** A removed way that nothing of the head covers. */
  readonly narrower?: true;
  readonly way: PlanExposure;
}

/** What instances may do on their cloud, in the words of the program. */
export interface RightChange {
  readonly status: "added" | "removed";
  readonly component: string;
  readonly right: string;
}

export interface FieldChange {
  /** `healthCheck.path`. */
  readonly path: string;
  readonly before?: Value;
  readonly after?: Value;
}

export type ComponentStatus = "added" | "removed" | "changed" | "renamed" | "same";

/** A noun of this library. `renamed` may have changed fields too. */
export interface ComponentChange {
  readonly status: ComponentStatus;
  readonly urn: string;
  /** Where it differs. */
  readonly baseUrn?: string;
  readonly noun: string;
  readonly name: string;
  readonly baseName?: string;
  /** `backend set pages`. */
  readonly label: string;
  /** In a tree: how deep it stands. The order of the list is that of the tree. */
  readonly depth: number;
  /** `http :5000, round-robin, check http /hello every 10 s`. */
  readonly before?: string;
  readonly after?: string;
  readonly fields: readonly FieldChange[];
  /** Of its native resources, where no field says it: what the settings make of the same spec. Never empty. */
  readonly native?: readonly FieldChange[];
  /** Roles whose native arguments the program changed. */
  readonly customised: readonly string[];
  /** `file:line:column`. */
  readonly source?: string;
}

export interface NoteChange {
  readonly status: "added" | "removed" | "same";
  readonly id: string;
  readonly fate: "near" | "emulated" | "warning" | "note";
  /** Label of the component. */
  readonly component?: string;
  readonly path?: string;
  readonly message: string;
}

export interface AdviceLine {
  readonly id: string;
  readonly component?: string;
  readonly message: string;
}

export interface Amount {
  readonly min: number;
  readonly max: number;
}

export interface CapacityRow {
  /** `instance pool web`, `NAT gateway`, `public address`. */
  readonly what: string;
  /** The machine of a pool, or what else its price hangs on. */
  readonly of?: string;
  /** What the program calls that machine, where `of` is what the cloud calls it. */
  readonly machine?: string;
  readonly before?: Amount;
  readonly after?: Amount;
}

export interface Capacity {
  /** Every pool, and everything else that is billed and differs. */
  readonly rows: readonly CapacityRow[];
  readonly instances: { readonly before: Amount; readonly after: Amount };
  /** Only when the caller gave rates. */
  readonly money?: {
    readonly currency: string;
    /** A month of 730 hours. */
    readonly before: Amount;
    readonly after: Amount;
    /** Rows that the rates do not name. */
    readonly unrated: readonly string[];
  };
}

export type Operation = "create" | "update" | "replace" | "delete" | "move" | "same";

export interface ResourceChange {
  readonly operation: Operation;
  readonly urn: string;
  readonly baseUrn?: string;
  readonly type: string;
  readonly name: string;
  /** URN of the component of this library that it belongs to. */
  readonly component?: string;
  readonly effect: Disruption;
  readonly says?: string;
  /** The old one goes before the new one is made. */
  readonly deletedFirst?: true;
  readonly protected?: true;
  /** Stays in the cloud when the stack lets go of it. */
  readonly retained?: true;
  readonly id?: string;
  readonly properties: readonly PropertyChange[];
  readonly source?: string;
}

export interface PropertyChange extends FieldChange {
  readonly effect: Disruption;
  /** A change of it makes the resource anew. */
  readonly replaces?: true;
  /** Its value comes from a resource that is made anew. */
  readonly follows?: string;
  /** The values are secret; that they differ is known. */
  readonly hidden?: true;
}

export interface Diagnostic {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly component?: string;
}

export interface PolicyViolation {
  readonly policy: string;
  readonly level: "mandatory" | "advisory" | "remediate" | "disabled";
  readonly message: string;
  readonly resource?: string;
}

export type { PartStatus, Topology, TopologyEdge, TopologyNode } from "./topology-model.js";
