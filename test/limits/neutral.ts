import { backendSets } from "./neutral/backend-sets.js";
import { components } from "./neutral/components.js";
import { healthChecks } from "./neutral/health-checks.js";
import { listeners } from "./neutral/listeners.js";
import { loadBalancers } from "./neutral/load-balancers.js";
import { members } from "./neutral/members.js";
import { networks } from "./neutral/networks.js";
import { policies } from "./neutral/policies.js";
import { pools } from "./neutral/pools.js";
import { schedules } from "./neutral/schedules.js";
import { compute } from "./neutral/templates.js";
import { tiers } from "./neutral/tiers.js";
import { tls } from "./neutral/tls.js";
import type { Limit } from "./row.js";

export const neutral: readonly Limit[] = [
  ...components,
  ...networks,
  ...tiers,
  ...loadBalancers,
  ...backendSets,
  ...members,
  ...healthChecks,
  ...listeners,
  ...tls,
  ...compute,
  ...pools,
  ...policies,
  ...schedules,
];
