// Sources: running the plugin 4.20.0 under the real engine against a stand-in of the API (replacement orders, 409 answers);
// terraform-provider-oci 8.23.0 and its example of instance pools; read 2026-11.
import { marksOf } from "../../schema.js";
import { schema, schemaOf } from "../schema.js";
import { types } from "../types.js";
import { type Bond, bonds } from "./bond.js";

const seen = "seen with the plugin 4.20.0 under the engine, 2026-11";
const port = "Load Balancing API: a port is taken once; seen with the plugin 4.20.0, 2026-11";
const provider = "terraform-provider-oci 8.23.0, timeouts of resources; read 2026-11";

const first: Bond["holds"] = ({ options }) => options.deleteBeforeReplace === true;
const last: Bond["holds"] = ({ options }) => options.deleteBeforeReplace === false;
const free: Bond["holds"] = ({ options }) => options.deleteBeforeReplace !== true;

/** An explicit name makes the bridge delete first, unless the program says otherwise. */
const namedParts = [types.set, types.ruleSet, types.routing, types.certificate, types.networkSet];
const listeners = [types.listener, types.networkListener];
const balancers = [types.balancer, types.networkBalancer];
const special: readonly string[] = [types.autoscaling, ...namedParts, ...listeners, ...balancers];
const others = Object.keys(schema).filter((type) => !special.includes(type));

const onSize = ["size"];

export const optionBonds: readonly Bond[] = [
  ...bonds([types.autoscaling], seen, { "go before its successor: a pool takes one": first }),
  ...bonds(namedParts, seen, { "say that it goes after its successor: listeners and pools still use it": last }),
  ...bonds(listeners, port, { "go before its successor: a port is taken once": first }),
  ...bonds(balancers, seen, {
    "go before its successor exactly with a reserved address": ({ inputs, options }) =>
      (options.deleteBeforeReplace === true) === (inputs.reservedIps !== undefined),
  }),
  ...bonds(others, seen, { "not go before its successor": free }),
  ...bonds([types.pool], seen, {
    "leave its size alone exactly if something scales it": (one, { ofType }) => {
      const isScaled = ofType(types.autoscaling).some(({ edges }) => edges.autoScalingResources?.includes(one.urn));
      return same(one.options.ignoreChanges, isScaled ? onSize : []);
    },
  }),
  ...bonds([types.publicIp], "terraform-provider-oci issues 1893, 1385", {
    "leave its attachment to the balancer": ({ options }) => same(options.ignoreChanges, ["privateIpId"]),
  }),
  ...bonds([types.pool], provider, { "wait for 60 minutes or more": waits(60) }),
  ...bonds([types.image], provider, { "wait for 120 minutes or more": waits(120) }),
  ...bonds([types.pool, types.image, types.publicIp], "the provider's schema", {
    "name inputs of its type in its options": ({ type, options }) => {
      const named = [...options.ignoreChanges, ...options.replaceOnChanges];
      if (named.length === 0) return undefined;
      return named.every((path) => marksOf(schemaOf(type), path.split(/[.[]/)[0] ?? "") !== undefined);
    },
  }),
];

function waits(minutes: number): Bond["holds"] {
  return ({ options: { timeouts } }) =>
    [timeouts.create, timeouts.update, timeouts.delete].every((text) => minutesOf(text) >= minutes);
}

function minutesOf(text: string): number {
  const [, hours = "0", minutes = "0"] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
