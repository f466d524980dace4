import { cloudFor, Stack } from "../../../conformance/harness.js";
import { moreNames } from "../../../probe/settings.js";
import { type Program, runDeclared } from "../programs.js";

const cloud = () =>
  cloudFor("oci", {
    ...moreNames.oci,
    homeRegion: "us-ashburn-1",
    definedTags: { "Operations.owner": "ops" },
    trustedAuthorities: ["ocid1.certificateauthority.oc1..demo"],
    loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 100 }, requestIdHeader: "X-Request-Id" } },
  });

const pem = (what: string) => `-----BEGIN ${what}-----\nMIIB\n-----END ${what}-----\n`;
const tags = { stage: "test" };

/** A web tier behind an application balancer with all that it may have. */
export function applicationProgram(): Promise<Program> {
  const stack = new Stack(cloud());
  return runDeclared("application", stack.cloud, () => {
    const network = stack.network({ tags });
    const tier = stack.tier({ network, access: [{ port: 22, from: ["10.30.0.0/24"] }] });
    const logs = { access: true, error: true };
    const front = stack.balancer({ network, address: "reserved", logs, tags });
    const healthCheck = { protocol: "http", path: "/hello", interval: 10, timeout: 3 };
    const pages = stack.set({
      loadBalancer: front,
      tier,
      protocol: "https",
      healthCheck: { ...healthCheck, protocol: "https" },
      stickiness: { kind: "balancer-cookie", duration: 3600 },
      members: { first: { address: "10.20.130.9" } },
    });
    const api = stack.set(
      {
        loadBalancer: front,
        tier,
        port: 8080,
        healthCheck,
        stickiness: { kind: "application-cookie", cookie: "session" },
      },
      "api",
    );
    const certificate = { publicCertificate: pem("CERTIFICATE"), privateKey: pem("PRIVATE KEY") };
    const https = stack.listener(
      {
        backendSet: pages,
        port: 443,
        protocol: "https",
        certificate,
        routes: { api: { path: "/api/*", backendSet: api } },
      },
      "https",
    );
    stack.listener({ loadBalancer: front, redirect: { to: https } }, "http");
    stack.listener({ backendSet: api, port: 8443, protocol: "https", certificate: "shop" }, "api");
    const rights = stack.rights({ network });
    const image = stack.image({});
    const template = stack.template({
      tier,
      image,
      rights,
      sshKey: "ops",
      userData: "#!/bin/sh\n",
      machine: "large",
      bootDisk: { size: 100, key: "disks" },
      tags,
    });
    stack.pool({
      template,
      backendSets: [pages, api],
      size: { min: 1, max: 3 },
      autoscaling: { metric: "cpu", scaleOut: { above: 60, add: 1 }, scaleIn: { below: 20, remove: 1 } },
      alarms: { notify: "ops", unhealthyInstances: {}, serverErrors: {} },
    });
  });
}

/** Two sets behind a network balancer, and a pool that goes by the clock. */
export function networkProgram(): Promise<Program> {
  const stack = new Stack(cloud());
  return runDeclared("network", stack.cloud, () => {
    const network = stack.network();
    const tier = stack.tier({ network });
    const front = stack.balancer({ network, kind: "network" }, "edge");
    const mail = stack.set(
      {
        loadBalancer: front,
        tier,
        protocol: "tcp",
        clientAddress: "kept",
        healthCheck: { protocol: "http", path: "/hello" },
        members: { first: { address: "10.20.130.9" }, second: { address: "10.20.130.10" } },
      },
      "mail",
    );
    stack.listener({ backendSet: mail, port: 25, protocol: "tcp" }, "mail");
    const plain = { tier, protocol: "tcp", port: 9000, healthCheck: { protocol: "tcp" } };
    const chat = stack.set({ loadBalancer: front, ...plain }, "chat");
    stack.listener({ backendSet: chat, port: 9000, protocol: "tcp" }, "chat");
    const inner = stack.balancer({ network, visibility: "private", allowFrom: [tier] }, "inner");
    const hashed = { policy: "source-ip", members: { first: { address: "10.20.130.9" } } };
    stack.listener({ backendSet: stack.set({ loadBalancer: inner, tier, ...hashed }, "hashed") }, "hashed");
    stack.pool({
      template: stack.template({ tier }),
      backendSets: [mail, chat],
      size: { min: 1, max: 3 },
      autoscaling: { schedules: { morning: { cron: "0 9 * * MON-FRI", timeZone: "UTC", size: 2 } } },
    });
  });
}
