// Sources: Octavia API v2 reference and its validators (protocols, headers, timeouts in milliseconds), Octavia feature matrix
// (listeners), terraform-provider-openstack 1.54.1 (no tls_versions, no redirect_http_code; timeouts and limits
// that are left out are kept); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, nativeName, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { unknownWord } from "../../core/vocabulary.js";
import { type DeclaredListener, type ListenerSpec, setsOf } from "../../spec/listener.js";
import { urlOf } from "../../spec/listener-parts.js";
import { type DeclaredLoadBalancer, sourcesOf } from "../../spec/load-balancer.js";
import { storedCertificate } from "./certificate.js";
import { fixedName } from "./fixed-name.js";
import { optionsOf } from "./load-balancer.js";
import { inTurn, resource } from "./resources.js";
import { redirection, routeSupport, routes } from "./routes.js";
import { forwardedHeaders, settingsOf } from "./settings.js";
import { tierSubnet } from "./subnets.js";
import { flatTags } from "./tags.js";
import { clientRules } from "./ways.js";

/** Octavia's own. Said always: the provider keeps what is no longer asked for. */
const usual = { idle: 50, memberConnect: 5000, tcpInspect: 0, connections: -1 } as const;

const support = {
  port: native(),
  protocol: {
    http: native("HTTP"),
    https: native("TERMINATED_HTTPS"),
    tcp: native("TCP"),
    tls: unsupported(
      "Octavia ends encryption for http only",
      'protocol: "tcp", which hands it on to members, or an application balancer with "https"',
    ),
  },
  redirect: variant(near("every request is sent to one fixed URL: its path is lost with provider 3.x"), {
    status: { 301: near("clients are answered with 302: provider 3.x cannot choose"), 302: native() },
  }),
  routes: routeSupport,
  certificate: {
    name: native(),
    pem: variant(native(), { publicCertificate: native(), privateKey: native(), chain: native() }),
  },
  minimumTls: {
    "1.2": near("Octavia's own default, 1.2 and 1.3, which an operator may change: provider 3.x cannot set it"),
    "1.3": unsupported("provider 3.x cannot set versions of TLS", '"1.2"'),
  },
  idleTimeout: when("driver", {
    amphora: native(undefined, { default: usual.idle }),
    ovn: unsupported("OVN balancers have no timeouts of their own", "leave it out"),
  }),
  hostname: native(),
  physicalName: native(),
} as const satisfies SupportOf<ListenerSpec>;

export const listener: Adapter<ListenerSpec> = { support, rules, plan };

function rules(it: DeclaredListener): Issue[] {
  const { certificate, redirect, hostname } = it.spec;
  const named =
    certificate?.kind === "name"
      ? unknownWord(settingsOf(it).certificates, "certificates", certificate.name, "listener.certificate")
      : [];
  const nowhere = {
    path: "listener.redirect",
    message: "needs a host name to send clients to: provider 3.x redirects to one fixed URL",
    instead: `hostname on "${redirect?.to.name}", or on this listener`,
  };
  const lost = redirect && redirect.to.spec.hostname === undefined && hostname === undefined;
  return [...named, ...(lost ? [nowhere] : [])];
}

function plan(it: DeclaredListener): Plan {
  const { spec } = it;
  const { loadBalancer, backendSet, redirect } = spec;
  const certificate = storedCertificate(it);
  const planned: Planned = resource(
    "openstack:loadbalancer/listener:Listener",
    {
      loadbalancerId: outputOf(loadBalancer, "loadBalancerId") as Ref,
      protocol: nativeName(support.protocol[spec.protocol]),
      protocolPort: spec.port,
      ...(backendSet ? { defaultPoolId: outputOf(backendSet, "backendSetId") as Ref } : {}),
      ...(certificate.containerRef === undefined ? {} : { defaultTlsContainerRef: certificate.containerRef }),
      ...allowedCidrs(loadBalancer),
      ...timeouts(it),
      ...insertHeaders(it),
      ...connectionLimit(loadBalancer),
      ...flatTags(loadBalancer.spec.tags),
      ...fixedName(it),
    },
    { options: { deleteBeforeReplace: true, dependsOn: ready(spec) } },
  );
  return {
    resources: {
      ...clientRules(it),
      ...certificate.resources,
      ...inTurn({ listener: planned, ...(redirect ? redirection(targetUrl(spec)) : routes(spec)) }),
    },
    outputs: { listenerId: ref("listener.id"), url: urlOf(it) },
  };
}

/** Sets are whole before anyone is sent to them. */
function ready(spec: ListenerSpec): Ref[] {
  return [...new Set(setsOf(spec))].map((set) => ref(set, "monitor"));
}

/** Nothing when everyone may connect. Members' rules do this under OVN. */
function allowedCidrs(balancer: DeclaredLoadBalancer): { allowedCidrs?: string[] } {
  const sources = sourcesOf(balancer.spec);
  if (settingsOf(balancer).driver === "ovn" || sources.some(({ kind }) => kind === "internet")) return {};
  const ranges = sources.flatMap((source) => {
    if (source.kind === "range") return source.cidr;
    return source.kind === "tier" ? (tierSubnet(source.tier)?.cidr ?? []) : [];
  });
  return { allowedCidrs: [...new Set(ranges)] };
}

function timeouts({ spec }: DeclaredListener) {
  if (settingsOf(spec.loadBalancer).driver === "ovn") return {};
  const { memberConnectTimeout, tcpInspectTimeout } = optionsOf(spec.loadBalancer);
  const idle = (spec.idleTimeout ?? usual.idle) * 1000;
  return {
    timeoutClientData: idle,
    timeoutMemberData: idle,
    timeoutMemberConnect: memberConnectTimeout ?? usual.memberConnect,
    timeoutTcpInspect: tcpInspectTimeout ?? usual.tcpInspect,
  };
}

/** Values are texts; headers about client certificates go to encrypted listeners only. */
function insertHeaders({ spec: { protocol, loadBalancer } }: DeclaredListener) {
  if (protocol !== "http" && protocol !== "https") return {};
  const forwarded = Object.fromEntries(forwardedHeaders.map((name) => [name, true]));
  const wanted = { ...forwarded, ...optionsOf(loadBalancer).insertHeaders };
  const fitting = Object.entries(wanted).filter(([name]) => protocol === "https" || !name.startsWith("X-SSL"));
  return { insertHeaders: Object.fromEntries(fitting.map(([name, on]) => [name, String(on)])) };
}

function connectionLimit(balancer: DeclaredLoadBalancer): { connectionLimit?: number } {
  if (settingsOf(balancer).driver === "ovn") return {};
  return { connectionLimit: optionsOf(balancer).connectionLimit ?? usual.connections };
}

function targetUrl({ redirect, hostname }: ListenerSpec): string {
  const { port, hostname: targetName } = redirect?.to.spec ?? {};
  return `https://${targetName ?? hostname}${port === 443 ? "" : `:${port}`}`;
}
