import { join } from "node:path";
import { publicKey } from "../support/public-key.js";
import { type Change, Trial } from "../support/trial.js";
import { importKeyPair, makeNetwork, storeCertificate } from "./belongings.js";
import type { Lab } from "./lab.js";
import { makeTenant, type Tenant } from "./tenant.js";

/** A trial in a project of its own. */
export interface Stand {
  readonly lab: Lab;
  readonly tenant: Tenant;
  readonly trial: Trial;
  /** The settings that the stack file holds. */
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Wanted {
  readonly name: string;
  readonly program: string;
  readonly project: string;
  readonly edits?: readonly Change[];
}

/** The two-tier example, with the certificate, the key pair and the application credential that it asks for. */
export async function webStack(lab: Lab, name = "web-stack"): Promise<Stand> {
  return stand(lab, { name, program: "examples/web-stack", project: "web-stack" }, async ({ api }) => {
    await importKeyPair(api, "ops-key-pair", publicKey);
    return {
      availabilityZones: lab.zones,
      certificates: { shop: await storeCertificate(api, "shop.example.com") },
      keys: { ops: "ops-key-pair" },
      scopes: { assets: "shop-assets" },
      rights: { emulate: "application-credential", authUrl: lab.authUrl, roles: { "object-storage": ["member"] } },
    };
  });
}

/** Servers and a Heat group behind one balancer, in a network that exists. */
export async function octavia(lab: Lab, name = "openstack-octavia"): Promise<Stand> {
  return stand(lab, { name, program: "examples/openstack-octavia", project: "openstack-octavia" }, async ({ api }) => ({
    keys: { key2: { publicKey } },
    networks: { shop: await makeNetwork(api, lab.external.id) },
  }));
}

/** A program of the tests, which needs an image, a machine and a key. */
export async function ofTests(lab: Lab, program: string, name = program): Promise<Stand> {
  const keys = { ops: { publicKey } };
  return stand(lab, { name, program: join("test/e2e/programs", program), project: program }, async () => ({ keys }));
}

async function stand(
  lab: Lab,
  { name, program, project }: Wanted,
  belongings: (tenant: Tenant) => Promise<Record<string, unknown>>,
): Promise<Stand> {
  const tenant = await makeTenant(lab, name);
  const settings = {
    externalNetwork: lab.external,
    images: { web: lab.images.web, next: lab.images["web-next"] },
    machines: { small: { flavorId: lab.flavors["m1.small"], vcpus: 1 } },
    granularity: 60,
    ...(await belongings(tenant)),
  };
  const config = { "webtier:cloud": "openstack", "webtier:settings": settings };
  const trial = new Trial({ name, program, project, stack: "openstack", config, environment: tenant.environment });
  return { lab, tenant, trial, settings };
}
