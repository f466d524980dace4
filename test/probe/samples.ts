import type { Row } from "../../src/core/capabilities.js";
import { moreNames } from "./settings.js";

const certificate = "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";
const other = "-----BEGIN CERTIFICATE-----\nMQ==\n-----END CERTIFICATE-----\n";
const key = (text: string) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----\n`;
const pem = { publicCertificate: certificate, privateKey: key("MA==") };

const tags = [{ stage: "test" }, { stage: "test", owner: "ops" }];
const schedule = { cron: "0 9 * * MON-FRI", timeZone: "UTC" };

/** Names that the settings know. */
function known(section: string): string[] {
  const clouds = Object.values(moreNames) as Readonly<Record<string, unknown>>[];
  return [...new Set(clouds.flatMap((one) => Object.keys(one[section] ?? {})))];
}

/** Values of options that no schema lists: by option, or by option and word where the word is not the value. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  "Network.cidr": ["10.30.0.0/16", "10.40.0.0/16"],
  "Network.zones": [1, 2],
  "Network.tags": tags,
  "Tier.egress.to=anywhere": ["anywhere"],
  "Tier.egress.to=range": ["10.8.0.0/16", "192.168.7.0/24"],
  "Tier.access.from=anyone": ["anyone"],
  "Tier.access.from=range": [["10.8.0.0/16"], ["192.168.7.0/24", "10.9.0.0/16"]],
  "LoadBalancer.allowFrom=internet": [["internet"]],
  "LoadBalancer.allowFrom=range": [["10.8.0.0/16"], ["10.9.0.0/16"]],
  "LoadBalancer.tags": tags,
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
  "DynamicGroupPolicy.allow": ["assets", "media"].map((name) => [
    { verb: "read", resource: "object-storage", on: [name] },
  ]),
  "DynamicGroupPolicy.allow.on": [["assets"], ["media"]],
  "DynamicGroupPolicy.tags": tags,
  "Image.instance": known("instances"),
  "Image.revision": ["first", "2026-11-21"],
  "Image.tags": tags,
  "InstanceTemplate.image=named": known("images"),
  "InstanceTemplate.machine": known("machines"),
  "InstanceTemplate.userData": ["#!/bin/sh\ntrue\n", "#cloud-config\npackages: [nginx]\n"],
  "InstanceTemplate.sshKey": known("keys"),
  "InstanceTemplate.bootDisk.key": known("diskKeys"),
  "InstanceTemplate.tags": tags,
  "InstancePool.size=fixed": [2, 3],
  "InstancePool.size=scaled": [
    { min: 1, max: 4 },
    { min: 1, max: 6 },
  ],
  "InstancePool.size.min": [1, 2],
  "InstancePool.size.max": [4, 5],
  "InstancePool.size.initial": [2, 3],
  "InstancePool.autoscaling.target": [50, 75],
  "InstancePool.autoscaling.scaleOut.above": [60, 70],
  "InstancePool.autoscaling.scaleOut.add": [1, 2],
  "InstancePool.autoscaling.scaleIn.below": [20, 15],
  "InstancePool.autoscaling.scaleIn.remove": [1, 2],
  "InstancePool.autoscaling.sustain=out": [{ out: 120 }, { out: 600 }],
  "InstancePool.autoscaling.sustain=in": [{ in: 180 }, { in: 900 }],
  "InstancePool.autoscaling.cooldown=out": [{ out: 300 }, { out: 600 }],
  "InstancePool.autoscaling.cooldown=in": [{ in: 300 }, { in: 900 }],
  "InstancePool.autoscaling.warmup": [120, 240],
  "InstancePool.autoscaling.schedules.<name>.cron": ["0 9 * * MON-FRI", "30 18 * * *"],
  "InstancePool.autoscaling.schedules.<name>.timeZone": ["UTC", "Asia/Seoul"],
  "InstancePool.autoscaling.schedules.<name>.size": [2, 3],
  "InstancePool.autoscaling.schedules.<name>.min": [1, 2],
  "InstancePool.autoscaling.schedules.<name>.max": [3, 4],
  "InstancePool.alarms.notify": known("topics"),
  "InstancePool.alarms.unhealthyInstances": [{}],
  "InstancePool.alarms.serverErrors": [{}],
  "InstancePool.alarms.belowMinimum": [{}],
  "InstancePool.alarms.unhealthyInstances.sustain": [60, 600],
  "InstancePool.alarms.serverErrors.sustain": [60, 600],
  "InstancePool.alarms.belowMinimum.sustain": [60, 600],
  "InstancePool.tags": tags,
};

const names = ["fixed-name", "other-name"];

/** `LoadBalancer.allowFrom=tier`. */
export function keyOf({ noun, path, value }: Row): string {
  return value === undefined ? `${noun}.${path}` : `${noun}.${path}=${value}`;
}

/** What an option that holds others needs at least. */
const holders: Readonly<Record<string, unknown>> = {
  "Tier.egress": [{ to: "anywhere", port: 443 }],
  "Tier.access": [{ port: 22, from: ["10.8.0.0/16"] }],
  "BackendSet.members.<name>": { address: "10.20.9.1" },
  "DynamicGroupPolicy.allow": [{ verb: "read", resource: "object-storage" }],
  "InstancePool.autoscaling.schedules.<name>": { ...schedule, size: 2 },
  "InstancePool.alarms": { notify: known("topics")[0], unhealthyInstances: {} },
};

export function holderOf(option: string): unknown {
  return holders[option];
}

/** All values of an option, whatever word they stand for. */
export function samplesOf(option: string): readonly unknown[] {
  const found = Object.entries(samples).filter(([key]) => key === option || key.startsWith(`${option}=`));
  return option.endsWith(".physicalName") ? names : found.flatMap(([, values]) => values);
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
