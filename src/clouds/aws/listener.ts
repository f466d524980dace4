// Sources: Elastic Load Balancing API reference (CreateListener, CreateRule; botocore 1.43.11 service model), the TLS policy
// tables of the ALB and NLB user guides, terraform-provider-aws internal/service/elbv2; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref, secret } from "../../core/planned.js";
import { native, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import { type DeclaredListener, isEncrypted, type ListenerSpec } from "../../spec/listener.js";
import { certificateRole, urlOf } from "../../spec/listener-parts.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import { resource } from "./resources.js";
import { peerOf, tcpRule } from "./rules.js";
import { settingsOf } from "./settings.js";

const wholeBalancer = unsupported(
  "the idle timeout belongs to the whole application load balancer",
  "loadBalancers: { <balancer>: { idleTimeout: … } } in the settings",
);

const support = {
  port: native(),
  protocol: { http: native("HTTP"), https: native("HTTPS"), tcp: native("TCP"), tls: native("TLS") },
  redirect: { status: { 301: native("HTTP_301"), 302: native("HTTP_302") } },
  routes: { each: { host: native(), path: native() } },
  certificate: {
    name: native(),
    pem: variant(native(), { publicCertificate: native(), privateKey: native(), chain: native() }),
  },
  minimumTls: {
    "1.2": native("ELBSecurityPolicy-TLS13-1-2-2021-06"),
    "1.3": native("ELBSecurityPolicy-TLS13-1-3-2021-06"),
  },
  idleTimeout: when("protocol", {
    http: wholeBalancer,
    https: wholeBalancer,
    tcp: native(undefined, { range: [60, 6000] }),
    tls: unsupported("a TLS listener closes silent connections after 350 seconds", "leave it out"),
  }),
  hostname: native(),
} as const satisfies SupportOf<ListenerSpec>;

export const listener: Adapter<ListenerSpec> = { support, rules, plan };

function rules(it: DeclaredListener): Issue[] {
  const { certificate, backendSet, protocol } = it.spec;
  const named =
    certificate?.kind === "name"
      ? unknownWord(settingsOf(it).certificates, "certificates", certificate.name, "listener.certificate")
      : [];
  const behind = backendSet?.spec.protocol;
  const mixed = protocol === "tcp" && behind === "tls";
  return [
    ...named,
    ...(mixed
      ? [
          {
            path: "listener.backendSet",
            message: `a tcp listener cannot open encrypted connections to "${backendSet?.name}"`,
            instead: 'protocol: "tls" on the listener, or "tcp" on the set',
          },
        ]
      : []),
  ];
}

function plan(it: DeclaredListener): Plan {
  const { spec } = it;
  const { loadBalancer } = spec;
  const own = loadBalancer.plan.resources.group !== undefined;
  const ingress = own
    ? sourcesOf(loadBalancer.spec).map((source) => tcpRule(loadBalancer, "ingress", spec.port, peerOf(source)))
    : [];
  const certificate = importedCertificate(spec);
  return {
    resources: {
      ...certificate,
      ...Object.assign({}, ...ingress),
      listener: resource("aws:lb/listener:Listener", {
        loadBalancerArn: outputOf(loadBalancer, "loadBalancerId") as Ref,
        port: spec.port,
        protocol: support.protocol[spec.protocol].as,
        ...encryption(it, Object.keys(certificate)[0]),
        ...(spec.idleTimeout === undefined ? {} : { tcpIdleTimeoutSeconds: spec.idleTimeout }),
        defaultActions: [defaultAction(spec)],
      }),
      ...routes(spec),
    },
    outputs: { listenerId: ref("listener.arn"), url: urlOf(it) },
  };
}

function importedCertificate({ certificate }: ListenerSpec): Record<string, Planned> {
  if (certificate?.kind !== "pem") return {};
  const { publicCertificate, privateKey, chain } = certificate;
  const planned = resource("aws:acm/certificate:Certificate", {
    certificateBody: publicCertificate,
    privateKey: secret(privateKey),
    ...(chain === undefined ? {} : { certificateChain: chain }),
  });
  return { [certificateRole(publicCertificate)]: planned };
}

function encryption(it: DeclaredListener, imported: string | undefined) {
  const { certificate, minimumTls = "1.2", protocol } = it.spec;
  if (!isEncrypted(protocol) || !certificate) return {};
  const named = certificate.kind === "name" ? meaning(settingsOf(it).certificates, certificate.name) : undefined;
  return { certificateArn: named ?? ref(`${imported}.arn`), sslPolicy: support.minimumTls[minimumTls].as };
}

function defaultAction({ backendSet, redirect }: ListenerSpec) {
  if (backendSet) return forwardTo(outputOf(backendSet, "backendSetId") as Ref);
  return {
    type: "redirect",
    redirect: {
      protocol: "HTTPS",
      port: String(redirect?.to.spec.port),
      statusCode: support.redirect.status[redirect?.status ?? 301].as,
    },
  };
}

function forwardTo(targetGroupArn: Ref) {
  return { type: "forward", targetGroupArn };
}

function routes({ routes: given = {} }: ListenerSpec): Record<string, Planned> {
  const entries = Object.entries(given).map(([name, { host, path, backendSet }], index) => [
    `route:${name}`,
    resource("aws:lb/listenerRule:ListenerRule", {
      listenerArn: ref("listener.arn"),
      priority: index + 1,
      conditions: [
        ...(host === undefined ? [] : [{ hostHeader: { values: [host] } }]),
        ...(path === undefined ? [] : [{ pathPattern: { values: [path] } }]),
      ],
      actions: [forwardTo(outputOf(backendSet, "backendSetId") as Ref)],
    }),
  ]);
  return Object.fromEntries(entries);
}
