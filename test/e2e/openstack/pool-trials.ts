import { publicKey } from "../support/public-key.js";
import { type Api, logIn } from "./api.js";
import { belongings } from "./facts.js";
import { readLab } from "./lab.js";
import { ofTests, type Stand } from "./programs.js";

/** A trial of a pool, with what its facts are read by. */
export interface PoolStand extends Stand {
  readonly admin: Api;
  readonly api: Api;
  /** What was in the project before anything was deployed. */
  readonly before: readonly string[];
  readonly images: { readonly web: string; readonly next: string };
  /** Writes the stack file, with texts of the program's own. */
  configure(texts?: Readonly<Record<string, string>>): void;
}

/** A program of the tests, with two images, a key and the zones. */
export async function poolTrial(program: string): Promise<PoolStand> {
  const lab = readLab();
  const stand = await ofTests(lab, program);
  const { api } = stand.tenant;
  const images = { web: lab.images.web, next: lab.images["web-next"] };
  const settings = { ...stand.settings, images, keys: { ops: { publicKey } }, availabilityZones: lab.zones };
  const configure = (texts: Readonly<Record<string, string>> = {}) =>
    stand.trial.configure({ "webtier:cloud": "openstack", "webtier:settings": settings, ...texts });
  configure();
  const admin = await logIn(lab.authUrl, lab.admin);
  return { ...stand, admin, api, images, configure, before: await belongings(api) };
}
