/** What a reviewer must know of one cloud's native resources. Loads no SDK. */
export interface CloudReview {
  /** By native type. A test holds it to every type and property that the cloud's adapters can emit. */
  readonly disruptions: Readonly<Record<string, TypeDisruptions>>;
  /** Who reaches what, read from the native resources of a whole plan. */
  readonly reach: (resources: readonly Reviewed[]) => Reach[];
  /** What is paid for beside instances, by native type. */
  readonly billed: (resource: Reviewed) => string | undefined;
  /** What the instances are that a resource makes, as the cloud sells them; documents are those of its component. */
  readonly machine?: (resource: Reviewed, documents: Readonly<Record<string, unknown>>) => string | undefined;
  /** What to do with a change beside `pulumi up`. */
  readonly advise: (changes: readonly ReviewedChange[]) => Advice[];
}

/** From the mildest to the worst. */
export const disruptions = ["none", "in-place", "rolling", "connections-cut", "address-change", "outage"] as const;
export type Disruption = (typeof disruptions)[number];

export interface Effect {
  readonly effect: Disruption;
  /** What that means for whom the stack serves, in one clause: `clients must look the new address up`. */
  readonly says?: string;
  /** Where the fact stands: provider schema and version, or the vendor's page. */
  readonly source: string;
}

export interface PropertyEffect extends Effect {
  /** The provider makes the resource anew for a change of it. */
  readonly replaces?: true;
}

export interface TypeDisruptions {
  /** When it goes for good. */
  readonly deleted: Effect;
  /** When a new one takes its place before the old one goes. */
  readonly replaced: Effect;
  /** When the old one goes first; default: as `replaced`. */
  readonly deletedFirst?: Effect;
  /** By the path of a property, without indexes: `healthCheck.path`. The longest that begins a path counts; `*` is the rest. */
  readonly properties: Readonly<Record<string, PropertyEffect>>;
}

/** A native resource of a plan: `[unknown]` stands for what only a deployment knows. */
export interface Reviewed {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** URNs that a property's value comes from. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** The nearest component of this library above it. */
  readonly component?: string;
}

export interface ReviewedChange {
  readonly operation: "create" | "update" | "replace" | "delete" | "move" | "same";
  readonly before?: Reviewed;
  readonly after?: Reviewed;
  /** Paths of properties that change. */
  readonly properties: readonly string[];
}

export interface Advice {
  /** Stable. */
  readonly id: string;
  /** URN of the resource that it is about. */
  readonly about: string;
  readonly message: string;
}

/** One way that is open: a peer may open connections to a place, or a place to a peer. */
export interface Reach {
  readonly direction: "in" | "out";
  /** URN of the native resource that is guarded: a security group, a balancer. */
  readonly at: string;
  readonly peer: ReachPeer;
  /** Lower case; `any` is all of them. */
  readonly protocol: string;
  /** Absent: all ports, or a protocol without them. */
  readonly ports?: { readonly from: number; readonly to: number };
  /** URN of the rule that opens it. */
  readonly by: string;
}

export type ReachPeer =
  | { readonly kind: "range"; readonly cidr: string }
  /** URN of a native resource of the plan. */
  | { readonly kind: "resource"; readonly urn: string }
  /** Something that exists already, by its id. */
  | { readonly kind: "id"; readonly id: string }
  | { readonly kind: "unknown" };
