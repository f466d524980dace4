import { type Case, inSection, onNetwork, secure } from "./cases.js";

const perBalancer =
  "60 is not available: the idle timeout belongs to the whole application load balancer; instead: loadBalancers: { <balancer>: { idleTimeout: … } } in the settings";

const route = (says: string, key: string, bad: string, good: string, text: string): Case => ({
  says,
  bad: (stack) => {
    const backendSet = stack.set();
    return stack.listener({ backendSet, routes: { api: { [key]: bad, backendSet } } });
  },
  good: (stack) => {
    const backendSet = stack.set();
    return stack.listener({ backendSet, routes: { api: { [key]: good, backendSet } } });
  },
  path: `listener.routes.api.${key}`,
  text,
});
const dot = (host: string) => `"${host}" must hold a dot, with letters alone behind the last one`;
const characters = (path: string) => `"${path}" must hold letters, digits and _-.$/~'@:+&* only`;
const label = "a".repeat(60);

const idle = (says: string, bad: number, good: number): Case => ({
  says,
  bad: (stack) => stack.listener({ backendSet: stack.set(onNetwork), protocol: "tcp", idleTimeout: bad }),
  good: (stack) => stack.listener({ backendSet: stack.set(onNetwork), protocol: "tcp", idleTimeout: good }),
  path: "listener.idleTimeout",
  text: `${bad} is outside 60..6000; instead: a number from 60 to 6000`,
});

const strange = "arn:aws:acm:us-east-1:123456789012:certificate/demo";
const ofIam = "arn:aws:iam::123456789012:server-certificate/shop";

export const listeners = [
  ...inSection("aws 1.7", [
    {
      says: "a certificate is in the region of the balancer, or of IAM",
      settings: { certificates: { shop: strange, old: ofIam } },
      bad: (stack) => stack.listener(secure),
      good: (stack) => stack.listener({ ...secure, certificate: "old" }),
      path: "listener.certificate",
      text: `"${strange}" is in us-east-1, the network in ap-northeast-2; instead: one of ap-northeast-2`,
    },
  ]),
  ...inSection("aws 1.6", [
    idle("tcpIdleTimeoutSeconds from 60", 59, 60),
    {
      says: "tcpIdleTimeoutSeconds up to 6000",
      bad: (stack) => stack.listener({ backendSet: stack.set(onNetwork), protocol: "tcp", idleTimeout: 6001 }),
      good: (stack) => stack.listener({ backendSet: stack.set(onNetwork), protocol: "tcp", idleTimeout: 6000 }),
      path: "listener.idleTimeout",
      text: "6001 is above 6000; instead: a number from 1 to 6000",
    },
    {
      says: "idle timeout: TCP listeners only (tls)",
      bad: (stack) =>
        stack.listener({ ...secure, backendSet: stack.set(onNetwork), protocol: "tls", idleTimeout: 350 }),
      good: (stack) => stack.listener({ ...secure, backendSet: stack.set(onNetwork), protocol: "tls" }),
      path: "listener.idleTimeout",
      text: "350 is not available: a TLS listener closes silent connections after 350 seconds; instead: leave it out",
    },
    {
      says: "idle timeout: an attribute of the ALB (http)",
      bad: (stack) => stack.listener({ idleTimeout: 60 }),
      good: (stack) => stack.listener(),
      path: "listener.idleTimeout",
      text: perBalancer,
    },
    {
      says: "idle timeout: an attribute of the ALB (https)",
      bad: (stack) => stack.listener({ ...secure, idleTimeout: 60 }),
      good: (stack) => stack.listener(secure),
      path: "listener.idleTimeout",
      text: perBalancer,
    },
    {
      says: "HTTPS needs a certificate that the settings know",
      bad: (stack) => stack.listener({ ...secure, certificate: "blog" }),
      good: (stack) => stack.listener({ ...secure, certificate: "shop" }),
      path: "listener.certificate",
      text: '"blog" is not among certificates in the settings; instead: "shop"',
    },
    {
      says: "settings without certificates know none",
      settings: { certificates: undefined },
      bad: (stack) => stack.listener({ ...secure, certificate: "blog" }),
      good: (stack) => stack.listener(),
      path: "listener.certificate",
      text: '"blog" is not among certificates in the settings; instead: certificates: { blog: … } in the settings',
    },
    {
      says: "one TLS policy of a listener",
      settings: { loadBalancers: { front: { sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" } } },
      bad: (stack) => stack.listener({ ...secure, minimumTls: "1.2" }),
      good: (stack) => stack.listener(secure),
      path: "listener.minimumTls",
      text: 'stands against sslPolicy "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", which the settings choose for balancer "front"; instead: one of the two',
    },
    route(
      "host conditions up to 128 characters",
      "host",
      `${label}.${label}.example`,
      `${label}.${label}.exampl`,
      "has 129 characters; 1..128 are allowed here",
    ),
    route("a host condition holds a dot", "host", "localhost", "shop.example.com", dot("localhost")),
    route("only alphabetical characters after the final dot", "host", "shop.k2", "2.shop.kr", dot("shop.k2")),
    route("no hyphen behind the last dot", "host", "shop.xn--3e0b707e", "shop.kr", dot("shop.xn--3e0b707e")),
    ...["/a(1)", "/a!", "/a,b", "/a;b", "/a=b", "/a%20b"].map((path) =>
      route(`path conditions hold no ${path.slice(2, 3)}`, "path", path, "/a1_-.$/~'@:+&*", characters(path)),
    ),
  ]),
  ...inSection("aws 6.3", [
    {
      says: "listener protocol × TG protocol",
      bad: (stack) => stack.listener({ backendSet: stack.set({ ...onNetwork, protocol: "tls" }), protocol: "tcp" }),
      good: (stack) =>
        stack.listener({ ...secure, backendSet: stack.set({ ...onNetwork, protocol: "tls" }), protocol: "tls" }),
      path: "listener.backendSet",
      text: 'a tcp listener cannot open encrypted connections to "pages"; instead: protocol: "tls" on the listener, or "tcp" on the set',
    },
  ]),
];
