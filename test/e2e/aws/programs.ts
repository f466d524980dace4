import { randomInt } from "node:crypto";
import { Trial } from "../support/trial.js";
import { type Api, openAccount, region } from "./api.js";
import { importCertificate, importKeyPair, makeNetwork, makeTopic, registerImage, rootDevice } from "./belongings.js";
import { type Lab, readLab } from "./lab.js";

/** A trial in an account of its own. */
export interface Stand {
  readonly lab: Lab;
  readonly api: Api;
  readonly trial: Trial;
  /** The settings that the stack file holds. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The two-tier example, with the certificate, the key pair and the image that it asks for. */
export function webStack(name = "aws-web-stack"): Promise<Stand> {
  return stand(name, "web-stack", async (api) => ({
    zones: [`${region}a`, `${region}c`],
    certificates: { shop: await importCertificate(api, "shop.example.com") },
    images: await imagesOf(api, "web", "next"),
    machines: { small: "t3.micro", large: "t3.large" },
    keys: { ops: await importKeyPair(api, "ops-key-pair") },
    scopes: { assets: "arn:aws:s3:::shop-assets" },
  }));
}

/** Walk-through 001. */
export function albAutoscaling(name = "aws-alb-autoscaling"): Promise<Stand> {
  return stand(name, "aws-alb-autoscaling", async (api) => ({
    transform: "./texts",
    zones: [`${region}a`, `${region}c`],
    images: await imagesOf(api, "Web Server v1", "Web Server v2"),
    machines: { small: "t2.micro" },
  }));
}

/** Walk-through 003, in a network that exists. */
export function cpuTracking(name = "aws-cpu-tracking"): Promise<Stand> {
  return stand(name, "aws-cpu-tracking", async (api) => ({
    images: await imagesOf(api, "web", "next"),
    machines: { small: "t3.micro" },
    topics: { ops: await makeTopic(api, "ops"), "on-call": await makeTopic(api, "on-call") },
    networks: { main: await makeNetwork(api, "10.0.0.0/16") },
  }));
}

/** The stack file of a trial, with these settings. */
function configOf(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    "aws:region": region,
    "aws:skipMetadataApiCheck": "true",
    "aws:s3UsePathStyle": "true",
    "webtier:cloud": "aws",
    "webtier:settings": settings,
  };
}

async function stand(
  name: string,
  example: string,
  belongings: (api: Api) => Promise<Record<string, unknown>>,
): Promise<Stand> {
  const lab = readLab();
  const api = await openAccount(lab, String(randomInt(100_000_000_000, 999_999_999_999)));
  const settings = await belongings(api);
  const { environment } = api;
  const program = `examples/${example}`;
  const trial = new Trial({ name, program, project: example, stack: "aws", config: configOf(settings), environment });
  return { lab, api, trial, settings };
}

type Images = Readonly<Record<string, { readonly id: string; readonly rootDevice: string }>>;

async function imagesOf(api: Api, ...names: readonly string[]): Promise<Images> {
  const made = names.map(async (name) => [name, { id: await registerImage(api, name), rootDevice }] as const);
  return Object.fromEntries(await Promise.all(made));
}
