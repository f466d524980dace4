import type { CloudModule } from "../../../src/core/cloud.js";
import { makeCloud } from "../../../src/core/settings.js";
import { backendSet } from "./backend-set.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { network } from "./network.js";
import { load } from "./resources.js";
import { settingsFields, type ToySettings } from "./settings.js";
import { tier } from "./tier.js";

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

export const module: CloudModule = {
  sdk: "toy",
  nouns,
  cloud: (settings) =>
    makeCloud<ToySettings>(
      { name: "toy", sdk: "toy", load, fields: settingsFields, nouns, facets: ({ style }) => ({ style }) },
      settings,
    ),
};
