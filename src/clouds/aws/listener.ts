// Sources: Elastic Load Balancing API reference (CreateListener; botocore 1.43.11 service model), the TLS policy tables and the
// condition types of rules in the ALB and NLB user guides, terraform-provider-aws internal/service/elbv2; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref, secret, together } from "../../core/planned.js";
import { native, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredListener, ListenerSpec } from "../../spec/listener.js";
import { certificateRole, isEncrypted, urlOf } from "../../spec/listener-parts.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import { opensAnything } from "../../spec/tier.js";
import { regionRules } from "./region.js";
import { resource } from "./resources.js";
import { forwardTo, routeRules } from "./routes.js";
import { groupPeer, peerOf, tcpRule } from "./rules.js";
import { settingsOf } from "./settings.js";
import { labelled, tagsOf } from "./tags.js";

const wholeBalancer = unsupported(
  "the idle timeout belongs to the whole application load balancer",
  "loadBalancers: { <balancer>: { idleTimeout: … } } in the settings",
);

const support = {
  port: native(),
  protocol: { http: native("HTTP"), https: native("HTTPS"), tcp: native("TCP"), tls: native("TLS") },
  redirect: { status: { 301: native("HTTP_301"), 302: native("HTTP_302") } },
  routes: {
    each: {
      host: native(undefined, {
        length: [1, 128],
        pattern: { matches: /\.[A-Za-z]+$/, says: "hold a dot, with letters alone behind the last one" },
      }),
      path: native(undefined, {
        pattern: { matches: /^[A-Za-z0-9_.$/~'@:+&*-]+$/, says: "hold letters, digits and _-.$/~'@:+&* only" },
      }),
    },
  },
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
  physicalName: unsupported("listeners have no name", "leave it out"),
} as const satisfies SupportOf<ListenerSpec>;

export const listener: Adapter<ListenerSpec> = { support, rules, plan };

function rules(it: DeclaredListener): Issue[] {
  return [...certificateRules(it), ...encryptionRules(it), ...policyRules(it)];
}

function certificateRules(it: DeclaredListener): Issue[] {
  const { certificate, loadBalancer } = it.spec;
  if (certificate?.kind !== "name") return [];
  const { certificates } = settingsOf(it);
  const path = "listener.certificate";
  return [
    ...unknownWord(certificates, "certificates", certificate.name, path),
    ...regionRules(meaning(certificates, certificate.name), loadBalancer.spec.network, path),
  ];
}

function encryptionRules({ spec: { backendSet, protocol } }: DeclaredListener): Issue[] {
  if (protocol !== "tcp" || backendSet?.spec.protocol !== "tls") return [];
  return [
    {
      path: "listener.backendSet",
      message: `a tcp listener cannot open encrypted connections to "${backendSet.name}"`,
      instead: 'protocol: "tls" on the listener, or "tcp" on the set',
    },
  ];
}

function policyRules(it: DeclaredListener): Issue[] {
  const { minimumTls, loadBalancer } = it.spec;
  const policy = chosenPolicy(it);
  if (minimumTls === undefined || policy === undefined) return [];
  return [
    {
      path: "listener.minimumTls",
      message: `stands against sslPolicy "${policy}", which the settings choose for balancer "${loadBalancer.name}"`,
      instead: "one of the two",
    },
  ];
}

function chosenPolicy(it: DeclaredListener): string | undefined {
  return meaning(settingsOf(it).loadBalancers, it.spec.loadBalancer.name)?.sslPolicy;
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
      ...together([...ingress, ...waysOut(it)]),
      listener: resource("aws:lb/listener:Listener", {
        loadBalancerArn: outputOf(loadBalancer, "loadBalancerId") as Ref,
        port: spec.port,
        protocol: support.protocol[spec.protocol].as,
        ...encryption(it, Object.keys(certificate)[0]),
        ...(spec.idleTimeout === undefined ? {} : { tcpIdleTimeoutSeconds: spec.idleTimeout }),
        defaultActions: [defaultAction(spec)],
        ...labelled(tagsOf(loadBalancer)),
      }),
      ...routeRules(spec),
    },
    outputs: { listenerId: ref("listener.arn"), url: urlOf(it) },
  };
}

/** Members whose connections are listed may open those that the balancer admits them with. */
function waysOut({ spec: { loadBalancer, port } }: DeclaredListener): Record<string, Planned>[] {
  return sourcesOf(loadBalancer.spec).flatMap((source) =>
    source.kind === "tier" && !opensAnything(source.tier.spec)
      ? [tcpRule(source.tier, "egress", port, groupPeer(loadBalancer))]
      : [],
  );
}

function importedCertificate({ certificate, loadBalancer }: ListenerSpec): Record<string, Planned> {
  if (certificate?.kind !== "pem") return {};
  const { publicCertificate, privateKey, chain } = certificate;
  const planned = resource("aws:acm/certificate:Certificate", {
    certificateBody: publicCertificate,
    privateKey: secret(privateKey),
    ...(chain === undefined ? {} : { certificateChain: chain }),
    ...labelled(tagsOf(loadBalancer)),
  });
  return { [certificateRole(publicCertificate)]: planned };
}

function encryption(it: DeclaredListener, imported: string | undefined) {
  const { certificate, minimumTls = "1.2", protocol } = it.spec;
  if (!isEncrypted(protocol) || !certificate) return {};
  const named = certificate.kind === "name" ? meaning(settingsOf(it).certificates, certificate.name) : undefined;
  return {
    certificateArn: named ?? ref(`${imported}.arn`),
    sslPolicy: chosenPolicy(it) ?? support.minimumTls[minimumTls].as,
  };
}

function defaultAction({ backendSet, redirect }: ListenerSpec) {
  if (backendSet) return forwardTo(backendSet);
  return {
    type: "redirect",
    redirect: {
      protocol: "HTTPS",
      port: String(redirect?.to.spec.port),
      statusCode: support.redirect.status[redirect?.status ?? 301].as,
    },
  };
}
