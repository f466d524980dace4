import { expect, test } from "vitest";
import { memberPorts } from "../../src/spec/backend-set.js";
import { setsOf } from "../../src/spec/listener.js";
import { certificateRole, isEncrypted, urlOf } from "../../src/spec/listener-parts.js";
import { sourcesOf } from "../../src/spec/load-balancer.js";
import { cloudFor, Stack } from "../conformance/harness.js";
import { redirected, routed } from "../conformance/programs.js";

const stack = () => new Stack(cloudFor("aws"));

test("a balancer needs the ports of its set, of the check and of each member, each once", () => {
  const members = { a: { address: "10.20.128.10", port: 9000 }, b: { address: "10.20.128.11" } };
  const check = { protocol: "http", port: 8081 };
  expect(memberPorts(stack().set().spec)).toEqual([5000]);
  expect(memberPorts(stack().set({ healthCheck: check, members }).spec)).toEqual([5000, 8081, 9000]);
  expect(memberPorts(stack().set({ healthCheck: { protocol: "http", port: 5000 } }).spec)).toEqual([5000]);
});

test("a public balancer admits the internet unless it says whom, a private one nobody else", () => {
  const inside = { visibility: "private", allowFrom: ["10.20.0.0/16"] };
  expect(sourcesOf(stack().balancer().spec)).toEqual([{ kind: "internet" }]);
  expect(sourcesOf(stack().balancer({ allowFrom: ["198.51.100.0/24"] }).spec)).toEqual([
    { kind: "range", cidr: "198.51.100.0/24" },
  ]);
  expect(sourcesOf(stack().balancer(inside).spec)).toEqual([{ kind: "range", cidr: "10.20.0.0/16" }]);
  expect(sourcesOf({ ...stack().balancer(inside).spec, allowFrom: [] })).toEqual([]);
});

test("a listener's sets are its own and those of its routes", () => {
  const it = routed(stack()) as ReturnType<Stack["listener"]>;
  expect(setsOf(it.spec).map(({ name }) => name)).toEqual(["pages", "api", "api", "api"]);
  expect(setsOf((redirected(stack()) as typeof it).spec)).toEqual([]);
});

test("a url has the host name and leaves the usual port out", () => {
  const of = (args: Record<string, unknown>) => urlOf(stack().listener(args)).text.slice(1);
  const secure = { protocol: "https", certificate: "shop" };
  const balancer = { of: "loadBalancer:front", ref: "balancer.dnsName" };
  expect(of({})).toEqual([balancer, ""]);
  expect(of({ port: 443 })).toEqual([balancer, ":443"]);
  expect(of({ ...secure, port: 443, hostname: "shop.example.com" })).toEqual(["shop.example.com", ""]);
  expect(of({ ...secure, port: 80 })).toEqual([balancer, ":80"]);
});

test("a certificate's role follows its text, and stays where the text is known at deployment", () => {
  expect(["a", "b", "a"].map((text) => certificateRole(text))).toEqual([
    "certificate:ca978112",
    "certificate:3e23e816",
    "certificate:ca978112",
  ]);
  expect(certificateRole(Promise.resolve("a"))).toBe("certificate");
});

test("https and tls are encrypted, http and tcp are not", () => {
  expect(["http", "https", "tcp", "tls"].map(isEncrypted)).toEqual([false, true, false, true]);
});

test("only a public listener that serves plain pages is remarked on", () => {
  const warnings = (make: (on: Stack) => object) =>
    (make(stack()) as { noted: { id: string }[] }).noted.map(({ id }) => id);
  const inside = { visibility: "private", allowFrom: ["10.20.0.0/16"] };
  const tcp = { protocol: "tcp", healthCheck: { protocol: "tcp" } };
  expect(warnings((on) => on.listener())).toEqual(["warning:plain-http"]);
  expect(warnings((on) => redirected(on))).toEqual([]);
  expect(warnings((on) => on.listener({ port: 443, protocol: "https", certificate: "shop" }))).toEqual([]);
  expect(warnings((on) => on.listener({ backendSet: on.set(tcp), protocol: "tcp" }))).toEqual([]);
  expect(warnings((on) => on.listener({ backendSet: on.set({ loadBalancer: on.balancer(inside) }) }))).toEqual([]);
});
