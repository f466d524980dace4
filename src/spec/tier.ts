import { z } from "zod";
import type { Network } from "../components/network.js";
import type { Tier } from "../components/tier.js";
import type { Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun } from "../core/noun.js";
import { because } from "../core/parse.js";
import type { Note } from "../core/planned.js";
import { type CloudChoice, physicalName, port, reference } from "./fields.js";
import type { DeclaredNetwork } from "./network.js";
import { placeSchema, strangersAmong, twinsAmong } from "./places.js";

export interface TierArgs extends CloudChoice {
  /** The network that its members stand in. */
  network: Network;
  /**
   * Whether members stand in subnets with a way in from the internet or without one. Default `private`.
   *
   * - openstack: "public" near: members stand in the balancers' subnet, which members admit, and have no public address
   *   of their own
   * - cloudstack: "private" emulated; "public" not available
   */
  placement?: "private" | "public";
  /**
   * Fixed name of its security group on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: must be letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*, and not begin with sg-
   * - cloudstack: not available: a tier is an isolated network, which has its name from the Network
   */
  physicalName?: string;
  /**
   * Connections that members may open. Default: any, which every plan lists; `[]` for none.
   *
   * Connections to a balancer whose `allowFrom` names this tier are always among them.
   */
  egress?: Egress[];
  /** Connections that members take beside those of balancers: administration. Default: none. */
  access?: Access[];
}

export interface Egress {
  /**
   * Whereto: a range in CIDR form, another tier, or `"anywhere"`.
   *
   * - cloudstack: "tier" not available: rules name ranges, not groups of members
   */
  to: Tier | string;
  /** Port there. 1..65535. Default: every port and protocol. */
  port?: number;
  /** Protocol of the port. Default `tcp`. */
  protocol?: "tcp" | "udp";
}

export interface Access {
  /**
   * Port of the members. TCP, 1..65535.
   *
   * - cloudstack: not available: port forwarding leads to one virtual machine, and those of a pool come and go
   */
  port: number;
  /**
   * From where: ranges in CIDR form and tiers, or `"anyone"`.
   *
   * - cloudstack: "anyone", "range" and "tier" not available: port forwarding leads to one virtual machine, and those
   *   of a pool come and go
   */
  from: "anyone" | (Tier | string)[];
}

export type EgressPlace =
  | { readonly kind: "anywhere" }
  | { readonly kind: "range"; readonly cidr: string }
  | { readonly kind: "tier"; readonly tier: DeclaredTier };

export type AccessPlace =
  | { readonly kind: "anyone" }
  | { readonly kind: "range"; readonly cidr: string }
  | { readonly kind: "tier"; readonly tier: DeclaredTier };

export type EgressSpec = Omit<Egress, "to"> & { to: EgressPlace };
type AccessSpec = Omit<Access, "from"> & { from: AccessPlace[] };

export type TierSpec = Omit<TierArgs, "cloud" | "network" | "egress" | "access"> & {
  network: DeclaredNetwork;
  egress?: EgressSpec[];
  access?: AccessSpec[];
};
export type DeclaredTier = Declared<TierSpec>;

const egress = z.strictObject({
  to: placeSchema("anywhere"),
  port: port.optional(),
  protocol: z.enum(["tcp", "udp"]).optional(),
});

const access = z.strictObject({
  port,
  from: z
    .union([z.literal("anyone"), z.array(placeSchema("anyone")).min(1)], {
      error: because("must say from where", 'ranges and tiers, such as ["10.0.0.0/16"], or "anyone"'),
    })
    .transform((from): AccessPlace[] => (from === "anyone" ? [{ kind: "anyone" }] : from)),
});

export const tier: Noun<TierSpec> = {
  name: "Tier",
  fields: {
    network: reference<DeclaredNetwork>("Network"),
    placement: z.enum(["private", "public"]).optional(),
    physicalName: physicalName.optional(),
    egress: z.array(egress).optional(),
    access: z.array(access).optional(),
  },
  rules: ({ spec }) => [...placeRules(spec), ...portRules(spec), ...twinRules(spec)],
};

function placeRules({ network, egress: out = [], access: ways = [] }: TierSpec): Issue[] {
  return [
    ...out.flatMap(({ to }, index) => strangersAmong([to], network, () => `tier.egress[${index}].to`)),
    ...ways.flatMap(({ from }, at) => strangersAmong(from, network, (index) => `tier.access[${at}].from[${index}]`)),
  ];
}

function portRules({ egress: out = [] }: TierSpec): Issue[] {
  return out.flatMap(({ port: at, protocol }, index) =>
    at === undefined && protocol !== undefined
      ? [{ path: `tier.egress[${index}].protocol`, message: "is for a port, and there is none", instead: "a port too" }]
      : [],
  );
}

function twinRules({ egress: out = [], access: ways = [] }: TierSpec): Issue[] {
  const entries = ways.flatMap(({ port: at, from }, way) =>
    from.map((place, index) => ({ place, port: at, path: `tier.access[${way}].from[${index}]` })),
  );
  return [
    ...twinsAmong(
      out.map(({ to, port: at, protocol }) => [to, at, at === undefined ? undefined : (protocol ?? "tcp")]),
      (index) => `tier.egress[${index}]`,
    ),
    ...twinsAmong(
      entries.map(({ place, port: at }) => [place, at]),
      (index) => entries[index]?.path ?? "tier.access",
    ),
  ];
}

/** What members may open, with the default written out. */
export function egressOf({ egress: out }: TierSpec): readonly EgressSpec[] {
  return out ?? [{ to: { kind: "anywhere" } }];
}

/** Whether members may open connections to everything. */
export function opensAnything(spec: TierSpec): boolean {
  return egressOf(spec).some(({ to, port: at }) => to.kind === "anywhere" && at === undefined);
}

/** What a plan always says of a tier: what its members may open, and what may reach them. */
export function tierNotes(spec: TierSpec): Note[] {
  const note = (path: string, message: string): Note => ({ id: `note:${path}`, fate: "note", path, message });
  const out = egressOf(spec).map(({ to, port: at, protocol = "tcp" }) =>
    at === undefined ? placed(to) : `${placed(to)} on ${protocol} ${at}`,
  );
  const ways = (spec.access ?? []).map(({ port: at, from }) => `${from.map(placed).join(", ")} on tcp ${at}`);
  return [
    note(
      "tier.egress",
      out.length === 0 ? "members may open no connections" : `members may open connections to ${out.join("; ")}`,
    ),
    ...(ways.length === 0 ? [] : [note("tier.access", `members take connections from ${ways.join("; ")}`)]),
  ];
}

function placed(place: EgressPlace | AccessPlace): string {
  if (place.kind === "range") return place.cidr;
  return place.kind === "tier" ? `tier "${place.tier.name}"` : place.kind;
}
