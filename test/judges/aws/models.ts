import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { cacheFolder } from "../../lab/places.js";

/** A shape of a service model, as botocore ships it. */
export interface Shape {
  readonly type: string;
  readonly required?: readonly string[];
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Model {
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const models = new Map<string, Model>();

/** The newest model of a service: `elbv2`. */
export function modelOf(service: string): Model {
  const model = models.get(service) ?? readModel(service);
  models.set(service, model);
  return model;
}

/** The pinned release of botocore. */
export function pinnedRelease(): string {
  const pins = join(lab, "moto", "requirements.txt");
  const release = existsSync(pins) ? /^botocore==(\S+)/m.exec(readFileSync(pins, "utf8"))?.[1] : undefined;
  if (release === undefined) throw new Error(`${pins} pins no botocore: add it, as moto needs it too`);
  return release;
}

const lab = fileURLToPath(new URL("../../lab/", import.meta.url));

function readModel(service: string): Model {
  const folder = join(botocore(), "data", service);
  const version = readdirSync(folder).sort().at(-1) as string;
  return JSON.parse(gunzipSync(readFileSync(join(folder, version, "service-2.json.gz"))).toString("utf8")) as Model;
}

/** The folder of the package, in the environment that the lab built for moto. */
function botocore(): string {
  const cache = cacheFolder();
  const release = pinnedRelease();
  const found = builds(cache)
    .map((build) => packagesOf(join(cache, build, "venv", "lib")))
    .find((packages) => packages !== undefined && existsSync(join(packages, `botocore-${release}.dist-info`)));
  if (found === undefined)
    throw new Error(`there is no botocore ${release} under ${cache}\n  instead: run test/lab/build.sh moto`);
  return join(found, "botocore");
}

function builds(cache: string): string[] {
  return existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("moto-")) : [];
}

function packagesOf(libraries: string): string | undefined {
  const python = existsSync(libraries) ? readdirSync(libraries).find((name) => name.startsWith("python3")) : undefined;
  return python === undefined ? undefined : join(libraries, python, "site-packages");
}
