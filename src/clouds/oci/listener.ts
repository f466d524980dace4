// Sources: Load Balancing and Network Load Balancing API references (CreateListenerDetails, SSLConfigurationDetails,
// RedirectUri), terraform-provider-oci 8.23.0 (defaults, optional and computed fields), @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref, together } from "../../core/planned.js";
import { native, nativeName, type SupportOf, unsupported, variant } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import { type DeclaredListener, type ListenerSpec, listener as noun } from "../../spec/listener.js";
import { isEncrypted, urlOf } from "../../spec/listener-parts.js";
import { type LoadBalancerSpec, sourcesOf } from "../../spec/load-balancer.js";
import { type DeclaredTier, opensAnything } from "../../spec/tier.js";
import { afterEarlierParts } from "./chain.js";
import { ownCertificate } from "./own-certificate.js";
import { fixedListenerName, fixedNameRules, listenerName, uniqueNameRules } from "./physical-names.js";
import { redirection } from "./redirection.js";
import { resource } from "./resources.js";
import { routeRules, routingPolicy } from "./routes.js";
import { balancerPeer, peerOf, tcpRule } from "./rules.js";
import { settingsOf } from "./settings.js";
import { cipherSuites, encryption } from "./tls.js";

const support = {
  port: native(),
  protocol: {
    http: native("HTTP"),
    https: native("HTTP"),
    tcp: native("TCP"),
    tls: unsupported(
      "a network load balancer passes encrypted connections on without opening them",
      'protocol: "tcp" with the certificate on the members, or "https" on a balancer of kind "application"',
    ),
  },
  redirect: { status: { 301: native(301), 302: native(302) } },
  routes: {
    each: {
      host: native(),
      path: native(undefined, {
        pattern: { matches: /^[^']*$/, says: "hold no ': conditions here are quoted with it" },
      }),
    },
  },
  certificate: {
    name: native(),
    pem: variant(native(), { publicCertificate: native(), privateKey: native(), chain: native() }),
  },
  minimumTls: { "1.2": native(cipherSuites["1.2"]), "1.3": native(cipherSuites["1.3"]) },
  idleTimeout: native(),
  hostname: native(),
  physicalName: native(undefined, fixedListenerName),
} as const satisfies SupportOf<ListenerSpec>;

export const listener: Adapter<ListenerSpec> = {
  support,
  rules: (it) => [...certificateRules(it), ...routeRules(it.spec), ...nameRules(it)],
  plan,
};

function certificateRules(it: DeclaredListener): Issue[] {
  const { certificate } = it.spec;
  if (certificate?.kind !== "name") return [];
  return unknownWord(settingsOf(it).certificates, "certificates", certificate.name, "listener.certificate");
}

function nameRules(it: DeclaredListener): Issue[] {
  const form = formOf(it.spec);
  const role = it.spec.loadBalancer.spec.kind === "application" ? "listener" : "networkListener";
  return [
    ...fixedNameRules("listener", it.spec.physicalName, form),
    ...uniqueNameRules(it, "listener", role, listenerName(it, form)),
  ];
}

function plan(it: DeclaredListener): Plan {
  const { loadBalancer, port } = it.spec;
  const own = loadBalancer.plan.resources.group !== undefined;
  const ingress = own
    ? sourcesOf(loadBalancer.spec).map((source) => tcpRule(loadBalancer, "ingress", port, peerOf(source)))
    : [];
  const ways = limitedTiers(loadBalancer.spec).map((tier) => tcpRule(tier, "egress", port, balancerPeer(loadBalancer)));
  const isApplication = loadBalancer.spec.kind === "application";
  return {
    resources: {
      ...together([...ingress, ...ways]),
      ...(isApplication ? applicationListener(it) : { networkListener: networkListener(it) }),
    },
    outputs: { listenerId: ref(isApplication ? "listener.name" : "networkListener.name"), url: urlOf(it) },
  };
}

/** Tiers that may use the balancer and may not open every connection. */
function limitedTiers(spec: LoadBalancerSpec): DeclaredTier[] {
  return sourcesOf(spec).flatMap((source) =>
    source.kind === "tier" && !opensAnything(source.tier.spec) ? [source.tier] : [],
  );
}

const idleTimeouts = { application: 60, network: 360 } as const;

/** A port is taken once, so a listener that must be made anew waits until the old one is gone. */
const oneAtATime = { deleteBeforeReplace: true } as const;

function applicationListener(it: DeclaredListener): Record<string, Planned> {
  const { spec } = it;
  const certificate = ownCertificate(it);
  const redirect = redirection(it, support.redirect.status[spec.redirect?.status ?? 301].as);
  const policy = routingPolicy(it);
  return {
    ...certificate,
    ...redirect,
    ...policy,
    listener: resource(
      "oci:LoadBalancer/listener:Listener",
      {
        name: listenerName(it, formOf(spec)),
        loadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
        port: spec.port,
        protocol: protocolOf(spec),
        defaultBackendSetName: defaultSetOf(spec),
        connectionConfiguration: { idleTimeoutInSeconds: String(spec.idleTimeout ?? idleTimeouts.application) },
        ...(spec.redirect ? { ruleSetNames: [ref("redirect.name")] } : {}),
        ...(spec.routes ? { routingPolicyName: ref("routes.name") } : {}),
        ...(isEncrypted(spec.protocol) ? { sslConfiguration: towardsClients(it, Object.keys(certificate)[0]) } : {}),
      },
      { options: oneAtATime },
    ),
  };
}

/** What the provider cannot take back in place. */
function formOf({ certificate, redirect, routes }: ListenerSpec): string[] {
  return [
    ...(certificate?.kind === "pem" ? ["pem"] : []),
    ...(redirect ? ["redirect"] : []),
    ...(routes ? ["routes"] : []),
  ];
}

function protocolOf(spec: ListenerSpec): string {
  return nativeName(support.protocol[spec.protocol], noun.facets?.(spec));
}

/** Required even where every request is redirected: then it is the set behind the other listener. */
function defaultSetOf({ backendSet, redirect }: ListenerSpec): Ref {
  const set = backendSet ?? redirect?.to.spec.backendSet;
  return outputOf(set as NonNullable<typeof set>, "backendSetId") as Ref;
}

function towardsClients(it: DeclaredListener, own: string | undefined) {
  const { certificate, minimumTls = "1.2" } = it.spec;
  const named = certificate?.kind === "name" ? meaning(settingsOf(it).certificates, certificate.name) : undefined;
  return {
    ...(named === undefined ? { certificateName: ref(`${own}.certificateName`) } : { certificateIds: [named] }),
    ...encryption(minimumTls, support.minimumTls[minimumTls].as),
    verifyPeerCertificate: false,
  };
}

function networkListener(it: DeclaredListener): Planned {
  const { spec } = it;
  return resource(
    "oci:NetworkLoadBalancer/listener:Listener",
    {
      name: listenerName(it, []),
      networkLoadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
      port: spec.port,
      protocol: protocolOf(spec),
      defaultBackendSetName: defaultSetOf(spec),
      tcpIdleTimeout: spec.idleTimeout ?? idleTimeouts.network,
      isPpv2enabled: false,
      ipVersion: "IPV4",
    },
    { options: { ...oneAtATime, dependsOn: afterEarlierParts(it) } },
  );
}
