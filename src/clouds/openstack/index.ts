import type { Cloud, CloudModule } from "../../core/cloud.js";
import { type CodeSettings, makeCloud } from "../../core/settings.js";
import { backendSet } from "./backend-set.js";
import type { OpenStackRights } from "./compute-settings.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { native, type OpenStackTransforms } from "./native.js";
import { network } from "./network.js";
import { type OpenStackSettings, settingsFields } from "./settings.js";
import { settingsRules } from "./settings-rules.js";
import { tier } from "./tier.js";

export type { OpenStackMachine, OpenStackRights } from "./compute-settings.js";
export type { OpenStackTransforms } from "./native.js";
export type {
  OpenStackBalancer,
  OpenStackBalancerOptions,
  OpenStackExternalNetwork,
  OpenStackHeader,
  OpenStackNetwork,
  OpenStackSettings,
  OpenStackSubnet,
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

/** The SDK's file names differ from its type tokens in these. */
const files = { l7PolicyV2: "l7policyV2", l7RuleV2: "l7ruleV2" };

/** An OpenStack cloud with its settings, for `cloud:` in a program; `openstack.native(component)` gives its resources back. */
export const openstack = Object.assign(make, { native });

function make(settings: OpenStackSettings & CodeSettings<OpenStackTransforms>): Cloud<OpenStackSettings> {
  return makeCloud<OpenStackSettings>(
    {
      name: "openstack",
      sdk: "@pulumi/openstack",
      files,
      fields: settingsFields,
      nouns,
      facets: ({ driver = "amphora", pools = "servers", rights }) => ({ driver, pools, rights: rightsFacet(rights) }),
      rules: settingsRules,
    },
    settings,
  );
}

function rightsFacet(rights: OpenStackRights | undefined): string {
  if (!rights) return "none";
  return rights.accessRules ? "roles and requests" : "roles";
}

export const module: CloudModule = {
  sdk: "@pulumi/openstack",
  nouns,
  cloud: (settings) => make(settings as OpenStackSettings),
};
