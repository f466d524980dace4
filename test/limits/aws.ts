import { adoption } from "./aws/adoption.js";
import { balancers } from "./aws/balancers.js";
import { listeners } from "./aws/listeners.js";
import { names } from "./aws/names.js";
import { networkSettings } from "./aws/network-settings.js";
import { networks } from "./aws/networks.js";
import { sets } from "./aws/sets.js";
import { awsSettings } from "./aws/settings.js";
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
];
