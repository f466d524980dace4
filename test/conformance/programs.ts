import type { Declared } from "../../src/core/declared.js";
import type { Stack } from "./harness.js";

export const pem = {
  publicCertificate: "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
  privateKey: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n",
  chain: "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
};

/** A network with a tier in it. */
export function withTier(stack: Stack, program: (network: Declared, web: Declared) => Declared): Declared {
  const network = stack.network();
  return program(network, stack.tier({ network }));
}

export function redirected(stack: Stack, hostname?: string): Declared {
  const backendSet = stack.set();
  const named = hostname === undefined ? {} : { hostname };
  const to = stack.listener({ backendSet, protocol: "https", port: 443, certificate: "shop", ...named }, "https");
  return stack.listener({ loadBalancer: backendSet.parent, redirect: { to } }, "http");
}

export function routed(stack: Stack): Declared {
  const backendSet = stack.set();
  const api = stack.set({ loadBalancer: backendSet.parent }, "api");
  return stack.listener({
    backendSet,
    routes: {
      api: { path: "/api/*", backendSet: api },
      admin: { host: "admin.example.com", path: "/admin", backendSet: api },
      partners: { host: "*.partners.example.com", backendSet: api },
    },
  });
}
