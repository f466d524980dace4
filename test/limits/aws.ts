import { adoption } from "./aws/adoption.js";
import { balancers } from "./aws/balancers.js";
import { computeSettings } from "./aws/compute-settings.js";
import { listeners } from "./aws/listeners.js";
import { names } from "./aws/names.js";
import { networkSettings } from "./aws/network-settings.js";
import { networks } from "./aws/networks.js";
import { pools } from "./aws/pools.js";
import { rights } from "./aws/rights.js";
import { sets } from "./aws/sets.js";
import { awsSettings } from "./aws/settings.js";
import { templates } from "./aws/templates.js";
import type { Limit } from "./row.js";

export const aws: readonly Limit[] = [
  ...names,
  ...networks,
  ...balancers,
  ...sets,
  ...listeners,
  ...adoption,
  ...networkSettings,
  ...awsSettings,
  ...templates,
  ...rights,
  ...pools,
  ...computeSettings,
];
