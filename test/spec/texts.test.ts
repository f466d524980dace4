import { expect, test } from "vitest";
import { HealthCheck, LoadBalancer, Network, Tier } from "../../src/index.js";
import { cloudFor, cloudNames, type Refused, Stack } from "../conformance/harness.js";
import { pem } from "../conformance/programs.js";
import { configOf, mockEngine, refusal } from "../pulumi/harness.js";

const stackOn = (name: (typeof cloudNames)[number]) => new Stack(cloudFor(name));

/** Everything that a refusal says, as a plan or a log would show it. */
function said(program: () => unknown): string {
  try {
    program();
  } catch (error) {
    return JSON.stringify((error as Refused).refused);
  }
  throw new Error("nothing was refused");
}

test("one mistake hides no other", () => {
  mockEngine(configOf("aws"));
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  const args = { network, kind: "gateway", visibility: "inside", allowFrom: ["0.0.0.0/0"], tag: {} };
  expect(refusal(() => new LoadBalancer("front", args as never))).toBe(
    [
      'LoadBalancer "front" has invalid arguments',
      "  loadBalancer.tag: is not an option of LoadBalancer",
      "    instead: one of address, allowFrom, deletionProtection, kind, logs, network, physicalName, tags, visibility",
      '  loadBalancer.kind: "gateway" is not a value of this option',
      '    instead: "application" or "network"',
      '  loadBalancer.visibility: "inside" is not a value of this option',
      '    instead: "public" or "private"',
      "  loadBalancer.allowFrom[0]: opens it to everyone without saying so",
      '    instead: "internet"',
    ].join("\n"),
  );
});

test("arguments that are left out are asked for, all of them", () => {
  mockEngine(configOf("aws"));
  expect(refusal(() => new LoadBalancer("front", undefined as never))).toBe(
    [
      'LoadBalancer "front" has invalid arguments',
      "  loadBalancer.network: is required",
      "    instead: the Network component itself, not its id or name",
      "  loadBalancer.kind: is required",
      '    instead: "application" or "network"',
      "  loadBalancer.visibility: is required",
      '    instead: "public" or "private"',
    ].join("\n"),
  );
  expect(refusal(() => new Tier("web", {} as never))).toBe(
    'Tier "web" has invalid arguments\n  tier.network: is required\n    instead: the Network component itself, not its id or name',
  );
});

test("a health check is refused where it is made", () => {
  expect(refusal(() => new HealthCheck({ protocol: "tcp", path: "/", interval: 0 }))).toBe(
    [
      "HealthCheck has invalid arguments",
      "  healthCheck.interval: 0 is below 1",
      "    instead: a number from 1 to 1800",
      "  healthCheck.path: is for http and https checks; this one is tcp",
      '    instead: leave it out, or protocol: "http"',
    ].join("\n"),
  );
});

test("a refusal that names what the cloud cannot do says so in its title", () => {
  mockEngine(configOf("aws"));
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  const front = () =>
    new LoadBalancer("front", { network, kind: "application", visibility: "public", address: "reserved" });
  expect(refusal(front)).toBe(
    [
      'LoadBalancer "front" asks aws for what it cannot do',
      '  loadBalancer.address: "reserved" is not available: an application load balancer changes its addresses',
      '    instead: its DNS name (balancer.address), or kind: "network"',
    ].join("\n"),
  );
});

const canary = "CANARY";
const key = (label: string) => `-----BEGIN ${label}-----\n${canary}\n-----END ${label}-----`;
const leaks: Record<string, unknown> = {
  "a key as a name": key("PRIVATE KEY"),
  "a short secret as a PEM": { ...pem, privateKey: canary },
  "an encrypted key": { ...pem, privateKey: key("ENCRYPTED PRIVATE KEY") },
  "a key in the place of the certificate": { ...pem, publicCertificate: key("PRIVATE KEY") },
  "a key beside the certificate": { ...pem, publicCertificate: pem.publicCertificate + key("EC PRIVATE KEY") },
  "a key in the chain": { ...pem, chain: key("RSA PRIVATE KEY") },
  "a key that is a list": { ...pem, privateKey: [canary] },
  "a passphrase": { ...pem, passphrase: canary },
};

test.each(cloudNames.flatMap((cloud) => Object.keys(leaks).map((name) => ({ cloud, name }))))(
  "$name is refused on $cloud without being repeated",
  ({ cloud, name }) => {
    const listener = { port: 443, protocol: "https", certificate: leaks[name] };
    expect(said(() => stackOn(cloud).listener(listener))).not.toContain(canary);
  },
);
