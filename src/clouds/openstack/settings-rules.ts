import type { Issue } from "../../core/errors.js";
import { isWithin } from "../../core/ranges.js";
import type { OpenStackNetwork, OpenStackSettings } from "./settings.js";

/** What one setting says about another. */
export function settingsRules({ driver, loadBalancers = {}, networks = {} }: OpenStackSettings): Issue[] {
  const given = Object.entries(loadBalancers).flatMap(([name, options]) =>
    Object.keys(options).map((key) => `settings.loadBalancers.${name}.${key}`),
  );
  const alien = driver === "ovn" ? given : [];
  return [
    ...alien.map((path) => ({
      path,
      message: "is not an option of OVN balancers",
      instead: 'leave it out, or driver: "amphora"',
    })),
    ...Object.entries(networks).flatMap(([name, network]) => subnetRules(network, `settings.networks.${name}`)),
  ];
}

function subnetRules({ cidr, subnets }: OpenStackNetwork, path: string): Issue[] {
  return subnets.flatMap((subnet, index) => {
    const at = `${path}.subnets[${index}].cidr`;
    const other = subnets.slice(0, index).find((one) => overlap(one.cidr, subnet.cidr));
    const outside = {
      path: at,
      message: `"${subnet.cidr}" lies outside the network's ${cidr}`,
      instead: "a range of the network",
    };
    const met = { path: at, message: `"${subnet.cidr}" meets ${other?.cidr}`, instead: "ranges that do not overlap" };
    return [...(isWithin(subnet.cidr, cidr) ? [] : [outside]), ...(other ? [met] : [])];
  });
}

function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}
