/** Any JSON value. In a plan, `"[unknown]"` stands for what only a deployment knows and `"[secret]"` for what nobody may read. */
export type Value = null | boolean | number | string | readonly Value[] | Values;
export interface Values {
  readonly [key: string]: Value;
}

export const unknown = "[unknown]";
export const secret = "[secret]";

/** What one program would register for one stack. Everything is sorted by URN; paths are relative to the project. */
export interface Plan {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  readonly cloud?: string;
  readonly components: readonly PlanComponent[];
  readonly resources: readonly PlanResource[];
  /** Outputs of the stack. */
  readonly outputs: Values;
  readonly notes: readonly PlanNote[];
  /** Who may open connections to what, read from the native resources. */
  readonly exposure: readonly PlanExposure[];
  readonly sizes: readonly PlanSize[];
}

/** One open way, in words of the stack. */
export interface PlanExposure {
  readonly direction: "in" | "out";
  /** What is guarded: a component's URN, or the URN of a native resource beside them. */
  readonly at: string;
  /** `load balancer front`. */
  readonly place: string;
  /** `internet`, `10.0.0.0/8`, `tier web`, an id, or `[unknown]`. */
  readonly peer: string;
  /** Its URN, when the peer is of this plan. */
  readonly from?: string;
  /** `tcp`, `udp`, `icmp`, `any`, or another. */
  readonly protocol: string;
  /** `443`, `1024-65535`, or `any`. */
  readonly ports: string;
  /** URNs of the rules that open it. */
  readonly by: readonly string[];
}

/** The bounds of a pool, its schedules included, and what moves it between them. */
export interface PlanSize {
  /** URN of the pool. */
  readonly pool: string;
  readonly min: number;
  readonly max: number;
  readonly initial?: number;
  readonly machine: string;
  readonly placement: "public" | "private";
  /** `cpu above 40 adds 1, below 20 removes 1`. */
  readonly scaling: readonly string[];
}

/** A noun of this library, in neutral terms. */
export interface PlanComponent {
  readonly urn: string;
  readonly type: string;
  readonly noun: string;
  readonly name: string;
  /** How the specs of other components refer to it. */
  readonly key: string;
  readonly cloud: string;
  readonly parent?: string;
  readonly spec: Values;
  /** Roles whose native arguments the program changed. */
  readonly customised: readonly string[];
  /** Texts that hold ids, as documents. */
  readonly documents: Values;
  readonly outputs: Values;
  readonly options: PlanOptions;
  readonly source?: string;
}

export type ResourceKind = "resource" | "component" | "provider" | "read";

/** Anything else that is registered: native resources, foreign components, providers, and what is only read. */
export interface PlanResource {
  readonly urn: string;
  readonly kind: ResourceKind;
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  /** The nearest component of this library above it. */
  readonly component?: string;
  /** Known for what is read. */
  readonly id?: string;
  readonly inputs: Values;
  /** Outputs that a component registers. */
  readonly outputs?: Values;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly provider?: string;
  readonly providers?: Readonly<Record<string, string>>;
  readonly options: PlanOptions;
  /** `file:line:column` of the user's code. */
  readonly source?: string;
}

/** Resource options as they apply, inherited ones included. */
export interface PlanOptions {
  readonly additionalSecretOutputs?: readonly string[];
  readonly aliases?: readonly PlanAlias[];
  readonly customTimeouts?: Readonly<Record<string, string>>;
  /** Absent when the program leaves it to the provider. */
  readonly deleteBeforeReplace?: boolean;
  readonly deletedWith?: string;
  readonly hideDiffs?: readonly string[];
  readonly ignoreChanges?: readonly string[];
  readonly import?: string;
  readonly pluginDownloadUrl?: string;
  readonly protect?: boolean;
  readonly replaceOnChanges?: readonly string[];
  readonly replaceWith?: readonly string[];
  readonly replacementTrigger?: Value;
  readonly retainOnDelete?: boolean;
  readonly version?: string;
}

export type PlanAlias = string | Readonly<Record<string, string | boolean>>;

export interface PlanNote {
  readonly id: string;
  readonly fate: "near" | "emulated" | "warning" | "note";
  readonly path?: string;
  readonly message: string;
  /** URN of what the note is about. */
  readonly about?: string;
}
