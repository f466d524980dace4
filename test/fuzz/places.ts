import type { Declared } from "../../src/core/declared.js";
import { network } from "../../src/spec/network.js";
import { tier } from "../../src/spec/tier.js";
import { choicesFor, declare, type Loose, type Making, once, someOptions } from "./making.js";

const ranges = ["10.20.0.0/16", "10.20.0.0/20", "10.20.8.0/22"];

export function makeNetwork(making: Making): Declared {
  const { choose, fit, stack } = making;
  const zones = choose.one("Network.zones", fit.zones(stack.cloud));
  const choices = choicesFor(making, network, { zones });
  const cidr = choose.one("Network.cidr", ranges);
  return declare(making, network, "shop", choices, { ...someOptions(choices, "shop"), cidr, zones });
}

/** A tier whose rules may name those before it. */
export function makeTier(making: Making, name: string, within: Declared, others: readonly Declared[]): Declared {
  const samples = {
    "Tier.egress.to=tier": others,
    "Tier.access.from=tier": others.map((one) => [one]),
  };
  const choices = choicesFor(making, tier, {}, samples);
  const { egress, access, ...rest } = someOptions(choices, name) as { egress?: Loose[]; access?: Loose[] };
  const args = {
    ...rest,
    ...(egress ? { egress: making.choose.one("Tier.egress.any", [apart(egress), apart(egress), []]) } : {}),
    ...(access ? { access: once(access.filter(isWhole), ({ port }) => port) } : {}),
  };
  return declare(making, tier, name, choices, { ...args, network: within });
}

/** Each way once; a protocol is for a port. */
function apart(egress: readonly Loose[]): Loose[] {
  const whole = egress.filter(({ to }) => to !== undefined);
  const fitting = whole.map(({ protocol, ...way }) =>
    way.port === undefined || protocol === undefined ? way : { ...way, protocol },
  );
  return once(fitting, ({ to, port, protocol = "tcp" }: Loose) =>
    [typeof to === "string" ? to : (to as Declared).key, port, port === undefined ? "" : protocol].join(),
  );
}

function isWhole({ from }: Loose): boolean {
  return from !== undefined;
}
