import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { nativeName } from "../../core/support.js";
import { type BackendSetSpec, type DeclaredBackendSet, backendSet as noun } from "../../spec/backend-set.js";
import type { BackendSetSupport } from "./backend-set.js";
import { healthChecker, isRequest } from "./health-checker.js";
import { staleMembers } from "./member-notes.js";
import { pathsOf } from "./member-rules.js";
import { setName } from "./physical-names.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { encryption } from "./tls.js";

export function planApplicationSet(it: DeclaredBackendSet, support: BackendSetSupport): Plan {
  const { spec } = it;
  return {
    resources: {
      backendSet: resource(
        "oci:LoadBalancer/backendSet:BackendSet",
        {
          name: setName(it, formOfApplicationSet(spec)),
          loadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
          policy: policyOf(spec, support),
          healthChecker: checker(spec, support),
          ...stickiness(spec),
          ...(spec.protocol === "https" ? { sslConfiguration: towardsMembers(it) } : {}),
        },
        { options: { deleteBeforeReplace: false } },
      ),
      ...members(spec),
      ...pathsOf(it),
    },
    outputs: { backendSetId: ref("backendSet.name") },
    notes: staleMembers(spec),
  };
}

/** What the provider cannot take back in place. */
export function formOfApplicationSet(spec: BackendSetSpec): string[] {
  const { stickiness: given } = spec;
  const timed = given?.kind === "balancer-cookie" && given.duration !== undefined;
  return [
    ...(given?.kind === "balancer-cookie" ? [timed ? "timed-cookie" : "cookie"] : []),
    ...(given?.kind === "application-cookie" ? ["own-cookie"] : []),
    ...(isRequest(spec) ? [] : ["tcp"]),
  ];
}

function policyOf(spec: BackendSetSpec, { policy, stickiness: sticky }: BackendSetSupport): string {
  const facets = noun.facets?.(spec);
  if (spec.stickiness?.kind === "source-address") return nativeName(sticky["source-address"], facets);
  return nativeName(policy[spec.policy ?? "round-robin"], facets);
}

function checker(spec: BackendSetSpec, { healthCheck }: BackendSetSupport) {
  const { intervalInMillis, rest } = healthChecker(spec);
  const { protocol } = spec.healthCheck;
  return {
    protocol: nativeName(healthCheck.protocol[protocol], noun.facets?.(spec)),
    intervalMs: intervalInMillis,
    isForcePlainText: spec.protocol === "https" && protocol !== "https",
    ...rest,
  };
}

const balancerCookie = "X-Oracle-BMC-LBS-Route";

function stickiness({ stickiness: given }: BackendSetSpec) {
  if (given?.kind === "application-cookie")
    return { sessionPersistenceConfiguration: { cookieName: given.cookie, disableFallback: false } };
  if (given?.kind !== "balancer-cookie") return {};
  return {
    lbCookieSessionPersistenceConfiguration: {
      cookieName: balancerCookie,
      disableFallback: false,
      path: "/",
      isHttpOnly: true,
      isSecure: false,
      ...(given.duration === undefined ? {} : { maxAgeInSeconds: given.duration }),
    },
  };
}

/** Members' certificates are verified against the authorities in the settings, if there are any. */
function towardsMembers(it: DeclaredBackendSet) {
  const { trustedAuthorities } = settingsOf(it);
  if (!trustedAuthorities) return { ...encryption("1.2"), verifyPeerCertificate: false };
  return {
    ...encryption("1.2"),
    verifyPeerCertificate: true,
    verifyDepth: 5,
    trustedCertificateAuthorityIds: trustedAuthorities,
  };
}

function members({ members: given = {}, port, loadBalancer }: BackendSetSpec): Record<string, Planned> {
  const entries = Object.entries(given).map(([name, member]) => [
    `member:${name}`,
    resource("oci:LoadBalancer/backend:Backend", {
      loadBalancerId: outputOf(loadBalancer, "loadBalancerId") as Ref,
      backendsetName: ref("backendSet.name"),
      ipAddress: member.address,
      port: member.port ?? port,
      weight: member.weight ?? 1,
      backup: member.backup ?? false,
    }),
  ]);
  return Object.fromEntries(entries);
}
