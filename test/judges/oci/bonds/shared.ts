// Sources: Networking, Load Balancing, Autoscaling, Logging and Identity API references; read 2026-11.
import { type Around, at, balancerOf } from "../around.js";
import { numberOf } from "../forms.js";
import type { Recorded } from "../record.js";
import { types } from "../types.js";
import { type Bond, bonds } from "./bond.js";

const networking = "Networking API reference; read 2026-11";
const balancing = "Load Balancing API reference; read 2026-11";

interface Span {
  readonly from: number;
  readonly to: number;
}
function spanOf(range: unknown): Span {
  const [host = "", bits = ""] = String(range).split("/");
  const from = numberOf(host);
  return { from, to: from + 2 ** (32 - Number(bits)) - 1 };
}
const isWithin = (inner: Span, outer: Span) => outer.from <= inner.from && inner.to <= outer.to;
const isApart = (one: Span, other: Span) => one.to < other.from || other.to < one.from;

const liesInVcn: Bond["holds"] = ({ inputs }, { byId }) => {
  const ranges = byId(inputs.vcnId).flatMap((vcn) => at(vcn.inputs, "cidrBlocks"));
  if (ranges.length === 0) return undefined;
  return ranges.some((range) => isWithin(spanOf(inputs.cidrBlock), spanOf(range)));
};
const liesApart: Bond["holds"] = (one, { ofType }) => {
  const others = ofType(types.subnet).filter((other) => other !== one && other.inputs.vcnId === one.inputs.vcnId);
  if (others.length === 0) return undefined;
  return others.every(({ inputs }) => isApart(spanOf(inputs.cidrBlock), spanOf(one.inputs.cidrBlock)));
};

/** A group admits cards of its own network only. */
function inOneVcn(groups: unknown, subnets: unknown, { byId }: Around): boolean | undefined {
  const vcns = [...byId(groups), ...byId(subnets)].map(({ inputs }) => inputs.vcnId);
  return vcns.length < 2 ? undefined : new Set(vcns).size === 1;
}

/** Nobody else of the type has the same, where it has any. */
function alone(keyOf: (one: Recorded) => unknown): Bond["holds"] {
  return (one, { ofType }) => {
    const key = JSON.stringify(keyOf(one));
    return !ofType(one.type).some((other) => other !== one && JSON.stringify(keyOf(other)) === key);
  };
}
const onBalancer = (key: string) => (one: Recorded) => [balancerOf(one), one.inputs[key]];

const setsOf = (listener: Recorded, { beside }: Around) =>
  beside(listener, types.set).filter(({ inputs }) => inputs.name === listener.inputs.defaultBackendSetName);
const cookies = ["sessionPersistenceConfiguration", "lbCookieSessionPersistenceConfiguration"] as const;
const hasCookie = ({ inputs }: Recorded) => cookies.some((key) => inputs[key] !== undefined);

const speaksToCookies: Bond["holds"] = (one, around) => {
  const sets = setsOf(one, around).filter(hasCookie);
  return sets.length === 0 ? undefined : one.inputs.protocol !== "TCP";
};
const keepsSecrets: Bond["holds"] = (one, around) => {
  const secure = setsOf(one, around).flatMap(({ inputs }) =>
    at(inputs, "lbCookieSessionPersistenceConfiguration.isSecure").filter((value) => value === true),
  );
  return secure.length === 0 ? undefined : one.inputs.sslConfiguration !== undefined;
};
const leadsSomewhere: Bond["holds"] = (one, { beside }) => {
  const uris = at(one.inputs, "items.redirectUri") as { protocol?: string; port?: number }[];
  const encrypted = beside(one, types.listener).filter(({ inputs }) => inputs.sslConfiguration !== undefined);
  const ports = encrypted.map(({ inputs }) => inputs.port);
  return uris.length === 0 ? undefined : uris.every(({ port }) => ports.includes(port));
};
const isNoSpare: Bond["holds"] = (one, { beside }) => {
  const [set] = beside(one, types.set).filter(({ inputs }) => inputs.name === one.inputs.backendsetName);
  return set?.inputs.policy === "IP_HASH" ? one.inputs.backup !== true : undefined;
};

const birthSize: Bond["holds"] = (one, { byId }) => {
  const [initial] = at(
    (one.inputs.policies as { policyType: string }[]).filter(({ policyType }) => policyType === "threshold"),
    "capacity.initial",
  );
  const [pool] = byId(at(one.inputs, "autoScalingResources.id"));
  return initial === undefined || !pool ? undefined : pool.inputs.size === initial;
};

const goesHome: Bond["holds"] = (one, { program }) => {
  const provider = program.resources.find(({ urn }) => urn === one.provider);
  return String(provider?.inputs.region ?? program.region) === program.homeRegion;
};

export const sharedBonds: readonly Bond[] = [
  ...bonds([types.subnet], networking, { "lie in a range of its network": liesInVcn, "overlap no other": liesApart }),
  ...bonds([types.group], networking, {
    "have up to 120 rules": (one, { ofType }) =>
      ofType(types.securityRule).filter(({ inputs }) => inputs.networkSecurityGroupId === one.id).length <= 120,
  }),
  ...bonds([types.securityRule], networking, { "be the only one of its kind": alone(({ inputs }) => [inputs]) }),
  ...bonds([types.balancer], networking, {
    "have groups and subnets of one network": ({ inputs }, around) =>
      inOneVcn(inputs.networkSecurityGroupIds, inputs.subnetIds, around),
  }),
  ...bonds([types.networkBalancer], networking, {
    "have groups and a subnet of one network": ({ inputs }, around) =>
      inOneVcn(inputs.networkSecurityGroupIds, inputs.subnetId, around),
  }),
  ...bonds([types.pool], "terraform-provider-oci issue 827", {
    "have groups and subnets of one network": ({ inputs }, around) => {
      const [configuration] = around.byId(inputs.instanceConfigurationId);
      const groups = at(configuration?.inputs, "instanceDetails.launchDetails.createVnicDetails.nsgIds");
      return inOneVcn(groups, at(inputs, "placementConfigurations.primaryVnicSubnets.subnetId"), around);
    },
  }),
  ...bonds(
    [types.set, types.listener, types.ruleSet, types.routing, types.networkSet, types.networkListener],
    balancing,
    {
      "be the only one of its name on its balancer": alone(onBalancer("name")),
    },
  ),
  ...bonds([types.certificate], balancing, {
    "be the only one of its name on its balancer": alone(onBalancer("certificateName")),
  }),
  ...bonds([types.listener, types.networkListener], balancing, {
    "be the only one on its port": alone(onBalancer("port")),
  }),
  ...bonds([types.member], balancing, {
    "be the only one of its address and port in its set": alone(({ inputs }) => [
      inputs.loadBalancerId,
      inputs.backendsetName,
      inputs.ipAddress,
      inputs.port,
    ]),
    "be no spare where addresses choose": isNoSpare,
  }),
  ...bonds([types.listener], balancing, {
    "speak HTTP where cookies choose": speaksToCookies,
    "be encrypted where cookies are secure": keepsSecrets,
  }),
  ...bonds([types.ruleSet], balancing, { "lead to an encrypted listener of its balancer": leadsSomewhere }),
  ...bonds([types.autoscaling], "Autoscaling API reference; read 2026-11", {
    "be the only one of its pool": alone(({ inputs }) => at(inputs, "autoScalingResources.id")),
    "begin with the size of its pool": birthSize,
  }),
  ...bonds([types.log], "Logging API reference; read 2026-11", {
    "be the only one of its balancer and category": alone(({ inputs }) => at(inputs, "configuration.source")),
    "be the only one of its name in its group": alone(({ inputs }) => [inputs.logGroupId, inputs.displayName]),
  }),
  ...bonds([types.dynamicGroup, types.policy], "Identity documentation: other regions answer 403; read 2026-11", {
    "be written in the home region": goesHome,
    "be the only one of its name": alone(({ inputs }) => inputs.name),
  }),
];
