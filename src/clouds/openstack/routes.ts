// Sources: Octavia API v2 reference (layer 7 policies and rules), its haproxy template (a host rule looks at the whole header,
// port included; a policy without rules is not written), terraform-provider-openstack 1.54.1; read 2026-11.
import { outputOf, type Planned, type Ref, ref } from "../../core/planned.js";
import { type Entry, native, nativeName } from "../../core/support.js";
import type { ListenerSpec } from "../../spec/listener.js";
import { resource } from "./resources.js";

export const routeSupport = { each: { host: native("HOST_NAME"), path: native("PATH") } } as const;

/** Policies in the order of the routes; each waits for the one before it, so that positions hold. */
export function routes({ routes: given = {}, port, protocol }: ListenerSpec): Record<string, Planned> {
  const { host: hostRule, path: pathRule } = routeSupport.each;
  const planned = Object.entries(given).map(([name, { host, path, backendSet }], index) => {
    const policy = policyOf({
      action: "REDIRECT_TO_POOL",
      redirectPoolId: outputOf(backendSet, "backendSetId") as Ref,
      position: index + 1,
    });
    return {
      [`route:${name}`]: policy,
      ...(host === undefined
        ? {}
        : { [`routeHost:${name}`]: rule(`route:${name}`, hostRule, hostCompared(host, hostPort({ port, protocol }))) }),
      ...(path === undefined ? {} : { [`routePath:${name}`]: rule(`route:${name}`, pathRule, pathCompared(path)) }),
    };
  });
  return Object.assign({}, ...planned);
}

/** Sends every request to one URL. */
export function redirection(redirectUrl: string): Record<string, Planned> {
  return {
    redirect: policyOf({ action: "REDIRECT_TO_URL", redirectUrl, position: 1 }),
    redirectPath: rule("redirect", routeSupport.each.path, pathCompared("/*")),
  };
}

function policyOf(args: { action: string; position: number; redirectPoolId?: Ref; redirectUrl?: string }): Planned {
  return resource("openstack:loadbalancer/l7PolicyV2:L7PolicyV2", { listenerId: ref("listener.id"), ...args });
}

interface Compared {
  readonly compareType: "EQUAL_TO" | "STARTS_WITH" | "ENDS_WITH";
  readonly value: string;
}

function rule(policy: string, type: Entry, compared: Compared): Planned {
  return resource("openstack:loadbalancer/l7RuleV2:L7RuleV2", {
    l7policyId: ref(`${policy}.id`),
    type: nativeName(type),
    ...compared,
  });
}

/** Clients write the port into the host header unless it is the usual one. */
function hostPort({ port, protocol }: Pick<ListenerSpec, "port" | "protocol">): string {
  return port === (protocol === "https" ? 443 : 80) ? "" : `:${port}`;
}

function hostCompared(host: string, suffix: string): Compared {
  if (host.startsWith("*")) return { compareType: "ENDS_WITH", value: `${host.slice(1)}${suffix}` };
  return { compareType: "EQUAL_TO", value: `${host}${suffix}` };
}

function pathCompared(path: string): Compared {
  if (path.endsWith("*")) return { compareType: "STARTS_WITH", value: path.slice(0, -1) };
  return { compareType: "EQUAL_TO", value: path };
}
