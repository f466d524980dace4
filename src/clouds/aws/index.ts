import type { Cloud, CloudModule } from "../../core/cloud.js";
import { type CodeSettings, makeCloud } from "../../core/settings.js";
import { backendSet } from "./backend-set.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { type AwsTransforms, native } from "./native.js";
import { network } from "./network.js";
import type { AwsSettings } from "./settings.js";
import { settingsFields, settingsRules } from "./settings-fields.js";
import { tier } from "./tier.js";

export type { AwsTransforms } from "./native.js";
export type {
  AwsBalancer,
  AwsImage,
  AwsLoadBalancerAttributes,
  AwsLogs,
  AwsNetwork,
  AwsPublicKey,
  AwsRights,
  AwsSettings,
  AwsStatement,
  AwsSubnet,
  AwsTemplateOptions,
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

/** AWS with its settings, for `cloud:` in a program; `aws.native(component)` gives its resources back. */
export const aws = Object.assign(make, { native });

function make(settings: AwsSettings & CodeSettings<AwsTransforms> = {}): Cloud<AwsSettings> {
  const definition = { name: "aws", sdk: "@pulumi/aws", fields: settingsFields, rules: settingsRules, nouns };
  return makeCloud<AwsSettings>(definition, settings);
}

export const module: CloudModule = { sdk: "@pulumi/aws", nouns, cloud: (settings) => make(settings as AwsSettings) };
