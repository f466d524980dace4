import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { BackendSet } from "../components/backend-set.js";
import type { Listener } from "../components/listener.js";
import type { LoadBalancer } from "../components/load-balancer.js";
import { childrenOf, type Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun, Remark } from "../core/noun.js";
import { because } from "../core/parse.js";
import { type DeclaredBackendSet, familyOf } from "./backend-set.js";
import {
  type CloudChoice,
  hostMatch,
  hostname,
  partName,
  pathMatch,
  pem,
  port,
  reference,
  settingName,
} from "./fields.js";
import type { DeclaredLoadBalancer } from "./load-balancer.js";

export interface ListenerArgs extends CloudChoice {
  /** The balancer that listens. */
  loadBalancer: LoadBalancer;
  /** Port. 1..65535, once on each balancer. */
  port: number;
  /** What clients speak: http or https on an application balancer, tcp or tls on a network one. */
  protocol: "http" | "https" | "tcp" | "tls";
  /** Where everything goes that no route takes. Either this or `redirect`. */
  backendSet?: BackendSet;
  /** Answers every request with the way to another listener. For http. */
  redirect?: Redirect;
  /** Requests that go elsewhere, by name; the first that fits wins. For http and https. */
  routes?: Record<string, Route>;
  /** For https and tls: the name of a certificate in the settings, or PEM texts. */
  certificate?: string | PemCertificate;
  /** Oldest TLS version that clients may use. For https and tls. Default `1.2`. */
  minimumTls?: "1.2" | "1.3";
  /** Time after which a silent connection is closed. Seconds, whole, 1..4000. */
  idleTimeout?: number;
  /** The name that clients use; `url` is made of it. It changes nothing on the cloud. */
  hostname?: string;
}

export interface Redirect {
  /** An https listener of the same balancer. */
  to: Listener;
  /** Whether clients may remember it (301) or not (302). Default 301. */
  status?: 301 | 302;
}

export interface Route {
  /** Host name, or `*.` and one. */
  host?: string;
  /** Path, exact or a prefix that ends in `*`. Up to 128 characters. */
  path?: string;
  /** Where such requests go. */
  backendSet: BackendSet;
}

export interface PemCertificate {
  /** The certificate. PEM. */
  publicCertificate: Input<string>;
  /** Its key. PEM, unencrypted. A secret from here on. */
  privateKey: Input<string>;
  /** Certificates between it and the root. PEM. */
  chain?: Input<string>;
}

export type Certificate =
  | { readonly kind: "name"; readonly name: string }
  | {
      readonly kind: "pem";
      readonly publicCertificate: Input<string>;
      readonly privateKey: Input<string>;
      readonly chain?: Input<string>;
    };

export type ListenerSpec = Omit<
  ListenerArgs,
  "cloud" | "loadBalancer" | "backendSet" | "redirect" | "routes" | "certificate"
> & {
  loadBalancer: DeclaredLoadBalancer;
  backendSet?: DeclaredBackendSet;
  redirect?: { to: DeclaredListener; status?: 301 | 302 };
  routes?: Record<string, { host?: string; path?: string; backendSet: DeclaredBackendSet }>;
  certificate?: Certificate;
};
export type DeclaredListener = Declared<ListenerSpec>;

const redirect = z.strictObject({
  to: reference<DeclaredListener>("Listener"),
  status: z.literal([301, 302]).optional(),
});

const route = z
  .strictObject({
    host: hostMatch.optional(),
    path: pathMatch.optional(),
    backendSet: reference<DeclaredBackendSet>("BackendSet"),
  })
  .refine(
    ({ host, path }) => host !== undefined || path !== undefined,
    because("takes every request", "a host, a path, or both"),
  );

const certificateText = pem(/-----BEGIN CERTIFICATE-----/, "certificate");
const keyText = pem(/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/, "private key");

const pemCertificate = z.strictObject({
  publicCertificate: certificateText,
  privateKey: keyText,
  chain: certificateText.optional(),
});

const certificate = z
  .union([settingName, pemCertificate])
  .transform(
    (value): Certificate =>
      typeof value === "string" ? { kind: "name", name: value } : ({ kind: "pem", ...value } as Certificate),
  );

export const listener: Noun<ListenerSpec> = {
  name: "Listener",
  fields: {
    loadBalancer: reference<DeclaredLoadBalancer>("LoadBalancer"),
    port,
    protocol: z.enum(["http", "https", "tcp", "tls"]),
    backendSet: reference<DeclaredBackendSet>("BackendSet").optional(),
    redirect: redirect.optional(),
    routes: z
      .record(partName, route)
      .refine((routes) => Object.keys(routes).length > 0, "needs at least one route")
      .optional(),
    certificate: certificate.optional(),
    minimumTls: z.enum(["1.2", "1.3"]).optional(),
    idleTimeout: z.int().min(1).max(4000).optional(),
    hostname: hostname.optional(),
  },
  sensitive: ["publicCertificate", "privateKey", "chain"],
  parent: ({ loadBalancer }) => loadBalancer,
  facets: ({ loadBalancer, protocol }) => ({
    ...(loadBalancer ? { kind: loadBalancer.spec.kind } : {}),
    ...(protocol ? { protocol } : {}),
  }),
  rules: (it) => [
    ...familyRules(it.spec),
    ...portRules(it),
    ...tlsRules(it.spec),
    ...targetRules(it.spec),
    ...redirectRules(it.spec),
  ],
  remarks: ({ spec }) => plainHttp(spec),
};

export function isEncrypted(protocol: string): boolean {
  return protocol === "https" || protocol === "tls";
}

/** Every set that a listener may send to, the default one first. */
export function setsOf({ backendSet, routes = {} }: ListenerSpec): DeclaredBackendSet[] {
  return [...(backendSet ? [backendSet] : []), ...Object.values(routes).map((one) => one.backendSet)];
}

function familyRules({ loadBalancer, protocol }: ListenerSpec): Issue[] {
  const { kind } = loadBalancer.spec;
  if (familyOf(protocol) === kind) return [];
  const instead = kind === "application" ? '"http" or "https"' : '"tcp" or "tls"';
  return [
    {
      path: "listener.protocol",
      message: `"${protocol}" is not spoken by the ${kind} balancer "${loadBalancer.name}"`,
      instead,
    },
  ];
}

function portRules({ spec }: DeclaredListener): Issue[] {
  const twin = childrenOf<ListenerSpec>(spec.loadBalancer, "Listener").find((other) => other.spec.port === spec.port);
  if (!twin) return [];
  return [
    {
      path: "listener.port",
      message: `${spec.port} is taken by listener "${twin.name}" of balancer "${spec.loadBalancer.name}"`,
      instead: "another port",
    },
  ];
}

function tlsRules({ protocol, certificate: given, minimumTls }: ListenerSpec): Issue[] {
  if (isEncrypted(protocol)) {
    return given
      ? []
      : [
          {
            path: "listener.certificate",
            message: `is required for ${protocol}`,
            instead: "a name from certificates in the settings, or PEM texts",
          },
        ];
  }
  const instead = protocol === "http" ? 'protocol: "https", or leave it out' : 'protocol: "tls", or leave it out';
  return Object.entries({ certificate: given, minimumTls }).flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ path: `listener.${key}`, message: `is for encrypted listeners; this one is ${protocol}`, instead }],
  );
}

function targetRules(spec: ListenerSpec): Issue[] {
  const { backendSet, redirect: way, routes, loadBalancer, protocol } = spec;
  const both = {
    path: "listener.redirect",
    message: "stands against backendSet: a listener forwards or redirects",
    instead: "one of the two",
  };
  const none = {
    path: "listener.backendSet",
    message: "is required unless the listener redirects",
    instead: "a backend set, or redirect: { to: … }",
  };
  const routed = {
    path: "listener.routes",
    message: `needs requests to look at; ${protocol} has none`,
    instead: 'an application balancer with protocol "http" or "https"',
  };
  const lost = {
    path: "listener.routes",
    message: "stands against redirect: every request is redirected",
    instead: "one of the two",
  };
  const strangers = setsOf(spec).filter((set) => set.spec.loadBalancer !== loadBalancer);
  return [
    ...(backendSet && way ? [both] : []),
    ...(backendSet || way ? [] : [none]),
    ...(routes && familyOf(protocol) === "network" ? [routed] : []),
    ...(routes && way ? [lost] : []),
    ...strangers.map((set) => ({
      path: "listener.backendSet",
      message: `"${set.name}" belongs to balancer "${set.spec.loadBalancer.name}", the listener to "${loadBalancer.name}"`,
      instead: "a set of the same balancer",
    })),
  ];
}

function redirectRules({ redirect: way, protocol, loadBalancer }: ListenerSpec): Issue[] {
  if (!way) return [];
  const { to } = way;
  const wrongKind = {
    path: "listener.redirect",
    message: `is for http listeners; this one is ${protocol}`,
    instead: 'protocol: "http"',
  };
  const wrongTarget = {
    path: "listener.redirect.to",
    message: `"${to.name}" is ${to.spec.protocol}`,
    instead: "an https listener",
  };
  const elsewhere = {
    path: "listener.redirect.to",
    message: `"${to.name}" belongs to balancer "${to.spec.loadBalancer.name}"`,
    instead: `a listener of "${loadBalancer.name}"`,
  };
  return [
    ...(protocol === "http" ? [] : [wrongKind]),
    ...(to.spec.protocol === "https" ? [] : [wrongTarget]),
    ...(to.spec.loadBalancer === loadBalancer ? [] : [elsewhere]),
  ];
}

function plainHttp({ loadBalancer, protocol, redirect: way }: ListenerSpec): Remark[] {
  if (loadBalancer.spec.visibility !== "public" || protocol !== "http" || way) return [];
  return [
    {
      id: "plain-http",
      path: "listener.protocol",
      message: "a public http listener carries everything readable; redirect it to an https one",
    },
  ];
}
