import type { Cloud, CloudModule } from "../../core/cloud.js";
import { type CodeSettings, makeCloud } from "../../core/settings.js";
import { backendSet } from "./backend-set.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { native, type OciTransforms } from "./native.js";
import { network } from "./network.js";
import type { OciSettings } from "./settings.js";
import { settingsFields, settingsRules } from "./settings-fields.js";
import { tier } from "./tier.js";

export type { OciTransforms } from "./native.js";
export type {
  OciBalancer,
  OciLoadBalancerOptions,
  OciMachine,
  OciNetwork,
  OciSettings,
  OciSubnet,
} from "./settings.js";

const nouns = { network, tier, loadBalancer, backendSet, listener };

/** OCI with its settings, for `cloud:` in a program; `oci.native(component)` gives its resources back. */
export const oci = Object.assign(make, { native });

function make(settings: OciSettings & CodeSettings<OciTransforms>): Cloud<OciSettings> {
  return makeCloud<OciSettings>(
    {
      name: "oci",
      sdk: "@pulumi/oci",
      fields: settingsFields,
      nouns,
      rules: settingsRules,
      facets: ({ availabilityDomains, trustedAuthorities }) => ({
        domains: availabilityDomains.length > 1 ? "several" : "one",
        memberTrust: trustedAuthorities ? "given" : "absent",
      }),
    },
    settings,
  );
}

export const module: CloudModule = { sdk: "@pulumi/oci", nouns, cloud: (settings) => make(settings as OciSettings) };
