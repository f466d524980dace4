import type { Cloud, CloudModule } from "../../core/cloud.js";
import { type CodeSettings, makeCloud } from "../../core/settings.js";
import { backendSet } from "./backend-set.js";
import { settingsRules } from "./compute-fields.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { freeTierRules } from "./free-tier.js";
import { homeProvider, makeHomeProvider } from "./home-provider.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { native, type OciTransforms } from "./native.js";
import { network } from "./network.js";
import type { OciSettings } from "./settings.js";
import { settingsFields } from "./settings-fields.js";
import { tier } from "./tier.js";

export type { OciTransforms } from "./native.js";
export type {
  OciBalancer,
  OciLoadBalancerOptions,
  OciMachine,
  OciNetwork,
  OciRights,
  OciScope,
  OciSettings,
  OciSubnet,
} from "./settings.js";

const nouns = {
  network,
  tier,
  loadBalancer,
  backendSet,
  listener,
  dynamicGroupPolicy,
  image,
  instanceTemplate,
  instancePool,
};

/** OCI with its settings, for `cloud:` in a program; `oci.native(component)` gives its resources back. */
export const oci = Object.assign(make, { native });

function make(settings: OciSettings & CodeSettings<OciTransforms>): Cloud<OciSettings> {
  return makeCloud<OciSettings>(
    {
      name: "oci",
      sdk: "@pulumi/oci",
      fields: settingsFields,
      nouns,
      rules: (given) => [...settingsRules(given), ...freeTierRules(given)],
      providers: { [homeProvider]: makeHomeProvider },
      facets: ({ availabilityDomains, trustedAuthorities, rightsTag }) => ({
        domains: availabilityDomains.length > 1 ? "several" : "one",
        memberTrust: trustedAuthorities ? "given" : "absent",
        rightsTag: rightsTag === undefined ? "absent" : "given",
      }),
    },
    settings,
  );
}

export const module: CloudModule = { sdk: "@pulumi/oci", nouns, cloud: (settings) => make(settings as OciSettings) };
