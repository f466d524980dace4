import type { Row } from "../../src/core/capabilities.js";

const certificate = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
const other = "-----BEGIN CERTIFICATE-----\nMQ==\n-----END CERTIFICATE-----\n";
const key = (text: string) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----\n`;
const pem = { publicCertificate: certificate, privateKey: key("MA==") };

/** Values of options that no schema lists: by option, or by option and word where the word is not the value. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  "Network.cidr": ["10.30.0.0/16", "10.40.0.0/16"],
  "Network.zones": [1, 2],
  "Network.tags": [{ stage: "test" }],
  "LoadBalancer.allowFrom=internet": [["internet"]],
  "LoadBalancer.allowFrom=range": [["10.8.0.0/16"], ["10.9.0.0/16"]],
  "LoadBalancer.tags": [{ stage: "test" }],
  "BackendSet.stickiness=balancer-cookie": [{ kind: "balancer-cookie" }],
  "BackendSet.stickiness=application-cookie": [{ kind: "application-cookie", cookie: "session" }],
  "BackendSet.stickiness=source-address": [{ kind: "source-address" }],
  "BackendSet.stickiness.cookie": ["session", "cart"],
  "BackendSet.healthCheck.path": ["/hello", "/ready"],
  "BackendSet.healthCheck.expectedStatus=one": [204, 301],
  "BackendSet.healthCheck.expectedStatus=list": ["200,204"],
  "BackendSet.healthCheck.expectedStatus=range": ["200-299"],
  "BackendSet.members.<name>.address": ["10.20.9.1", "10.20.9.2"],
  "Listener.redirect.status=301": [301],
  "Listener.redirect.status=302": [302],
  "Listener.routes.<name>.host": ["shop.example.com", "api.example.com"],
  "Listener.routes.<name>.path": ["/api", "/shop"],
  "Listener.certificate=name": ["shop"],
  "Listener.certificate=pem": [pem],
  "Listener.certificate.publicCertificate": [certificate, other],
  "Listener.certificate.privateKey": [key("MA=="), key("MQ==")],
  "Listener.certificate.chain": [certificate, other],
  "Listener.hostname": ["shop.example.com", "www.example.com"],
};

const names = ["fixed-name", "other-name"];

/** `LoadBalancer.allowFrom=tier`. */
export function keyOf({ noun, path, value }: Row): string {
  return value === undefined ? `${noun}.${path}` : `${noun}.${path}=${value}`;
}

/** What to try: samples, the word, the ends of the range, or else `true`. */
export function valuesOf(row: Row, range: readonly [number, number] | undefined): readonly unknown[] {
  const { path, value } = row;
  const listed = samples[keyOf(row)];
  if (listed) return listed;
  if (path === "physicalName") return names;
  if (value !== undefined) return [value];
  const [low, high] = range ?? row.range ?? [];
  return low === undefined || high === undefined ? [true] : [low, high, Math.floor((low + high) / 2)];
}

/** What stands around an option that belongs to a kind. */
export function wholeOf({ noun, path, kind }: Row): unknown {
  return samples[`${noun}.${path.split(".").slice(0, -1).join(".")}=${kind}`]?.[0];
}
