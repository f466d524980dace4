import { childrenOf } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Remark } from "../core/noun.js";
import { type DeclaredBackendSet, familyOf } from "./backend-set.js";
import type { DeclaredListener, ListenerSpec } from "./listener.js";
import { isEncrypted } from "./listener-parts.js";
import type { DeclaredLoadBalancer } from "./load-balancer.js";
import { nameRules } from "./siblings.js";

/** What is wrong with a listener on every cloud. */
export function listenerRules(it: DeclaredListener): Issue[] {
  return [
    ...familyRules(it.spec),
    ...portRules(it),
    ...tlsRules(it.spec),
    ...targetRules(it.spec),
    ...redirectRules(it.spec),
    ...routeRules(it.spec),
    ...nameRules(it, it.spec.loadBalancer),
  ];
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
  return [
    ...(backendSet && way ? [both] : []),
    ...(backendSet || way ? [] : [none]),
    ...(routes && familyOf(protocol) === "network" ? [routed] : []),
    ...(routes && way ? [lost] : []),
    ...(backendSet ? strangers(backendSet, loadBalancer, "listener.backendSet") : []),
  ];
}

function strangers(set: DeclaredBackendSet, loadBalancer: DeclaredLoadBalancer, path: string): Issue[] {
  if (set.spec.loadBalancer === loadBalancer) return [];
  return [
    {
      path,
      message: `"${set.name}" belongs to balancer "${set.spec.loadBalancer.name}", the listener to "${loadBalancer.name}"`,
      instead: "a set of the same balancer",
    },
  ];
}

/** The first route that fits wins, so an equal one behind it never does. */
function routeRules({ routes = {}, loadBalancer }: ListenerSpec): Issue[] {
  const first = new Map<string, string>();
  return Object.entries(routes).flatMap(([name, { host, path, backendSet }]) => {
    const condition = `${host?.toLowerCase() ?? ""} ${path ?? ""}`;
    const other = first.get(condition);
    if (other === undefined) first.set(condition, name);
    const lost = {
      path: `listener.routes.${name}`,
      message: `takes what route "${other}" took before it`,
      instead: "another host or path, or one route",
    };
    return [
      ...(other === undefined ? [] : [lost]),
      ...strangers(backendSet, loadBalancer, `listener.routes.${name}.backendSet`),
    ];
  });
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

export function plainHttp({ loadBalancer, protocol, redirect: way }: ListenerSpec): Remark[] {
  if (loadBalancer.spec.visibility !== "public" || protocol !== "http" || way) return [];
  return [
    {
      id: "plain-http",
      path: "listener.protocol",
      message: "a public http listener carries everything readable; redirect it to an https one",
    },
  ];
}
