import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { BackendSet } from "../components/backend-set.js";
import type { Listener } from "../components/listener.js";
import type { LoadBalancer } from "../components/load-balancer.js";
import type { Declared } from "../core/declared.js";
import type { Noun } from "../core/noun.js";
import { because } from "../core/parse.js";
import type { DeclaredBackendSet } from "./backend-set.js";
import {
  type CloudChoice,
  hostMatch,
  hostname,
  partName,
  pathMatch,
  pem,
  physicalName,
  port,
  reference,
  settingName,
} from "./fields.js";
import { listenerRules, plainHttp } from "./listener-rules.js";
import type { DeclaredLoadBalancer } from "./load-balancer.js";

export interface ListenerArgs extends CloudChoice {
  /** The balancer that listens. */
  loadBalancer: LoadBalancer;
  /** Port. 1..65535, once on each balancer. */
  port: number;
  /**
   * What clients speak: http or https on an application balancer, tcp or tls on a network one.
   *
   * - oci: "tls" not available: a network load balancer passes encrypted connections on without opening them
   * - openstack: "tls" not available: Octavia ends encryption for http only
   * - cloudstack: "https" and "tls" not available for release before-4.22: the virtual router ends TLS from release
   *   4.22 on
   */
  protocol: "http" | "https" | "tcp" | "tls";
  /** Where everything goes that no route takes. Either this or `redirect`. */
  backendSet?: BackendSet;
  /**
   * Answers every request with the way to another listener. For http.
   *
   * - openstack: near: every request is sent to one fixed URL: its path is lost with provider 3.x
   * - cloudstack: not available: a load balancer rule forwards and does nothing else
   */
  redirect?: Redirect;
  /**
   * Requests that go elsewhere, by name; the first that fits wins. For http and https.
   *
   * - cloudstack: not available: a load balancer rule has one group of members
   */
  routes?: Record<string, Route>;
  /**
   * For https and tls: the name of a certificate in the settings, or PEM texts.
   *
   * - cloudstack: "name" and "pem" not available for release before-4.22: the virtual router ends TLS from release 4.22
   *   on
   */
  certificate?: string | PemCertificate;
  /**
   * Oldest TLS version that clients may use. For https and tls. Default `1.2`.
   *
   * - openstack: "1.2" near; "1.3" not available
   * - cloudstack: "1.2" and "1.3" not available: the oldest TLS version cannot be chosen
   */
  minimumTls?: "1.2" | "1.3";
  /**
   * Time after which a silent connection is closed. Seconds, whole, 1..6000.
   *
   * - aws: not available for protocol http, https or tls; 60..6000 for protocol tcp
   * - openstack: default 50 for driver amphora; not available for driver ovn
   * - cloudstack: not available: a load balancer rule has no such option
   */
  idleTimeout?: number;
  /** The name that clients use; `url` is made of it. It changes nothing on the cloud. */
  hostname?: string;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: not available: listeners have no name
   * - oci: must hold letters, digits, _ and single hyphens only
   */
  physicalName?: string;
}

export interface Redirect {
  /** An https listener of the same balancer. */
  to: Listener;
  /**
   * Whether clients may remember it (301) or not (302). Default 301, where a cloud lets it be chosen.
   *
   * - openstack: "301" near: clients are answered with 302: provider 3.x cannot choose
   */
  status?: 301 | 302;
}

export interface Route {
  /**
   * Host name, or `*.` and one.
   *
   * - aws: 1..128 characters: must hold a dot, with letters alone behind the last one
   */
  host?: string;
  /**
   * Path, exact or a prefix that ends in `*`. Up to 128 characters.
   *
   * - aws: must hold letters, digits and _-.$/~'@:+&* only
   * - oci: must hold no ': conditions here are quoted with it
   */
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

type Certificate =
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
  redirect?: Omit<Redirect, "to"> & { to: DeclaredListener };
  routes?: Record<string, Omit<Route, "backendSet"> & { backendSet: DeclaredBackendSet }>;
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

const certificateText = pem(/^(?!.*PRIVATE KEY-----).*-----BEGIN CERTIFICATE-----/s, "certificate");
const keyText = pem(/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/, "private key");

const pemCertificate = z.strictObject({
  publicCertificate: certificateText,
  privateKey: keyText,
  chain: certificateText.optional(),
});

const certificateName = settingName.refine(
  (value) => !value.includes("-----BEGIN"),
  because("is PEM text where a name is meant", "{ publicCertificate: …, privateKey: … }, or a name from certificates"),
);

const certificate = z
  .union([certificateName, pemCertificate])
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
    idleTimeout: z.int().min(1).max(6000).optional(),
    hostname: hostname.optional(),
    physicalName: physicalName.optional(),
  },
  sensitive: ["publicCertificate", "privateKey", "chain"],
  parent: ({ loadBalancer }) => loadBalancer,
  facets: ({ loadBalancer, protocol }) => ({
    ...(loadBalancer ? { kind: loadBalancer.spec.kind } : {}),
    ...(protocol ? { protocol } : {}),
  }),
  rules: listenerRules,
  remarks: ({ spec }) => plainHttp(spec),
};

/** Every set that a listener may send to, the default one first. */
export function setsOf({ backendSet, routes = {} }: ListenerSpec): DeclaredBackendSet[] {
  return [...(backendSet ? [backendSet] : []), ...Object.values(routes).map((one) => one.backendSet)];
}
