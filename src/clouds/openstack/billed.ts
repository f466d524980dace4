// Each operator chooses what is charged for: floating IPs and balancers are what public OpenStack clouds have on their price lists
// beside servers and disks; read 2026-11.
import type { Reviewed } from "../../core/review.js";

const names: ReadonlyMap<string, string> = new Map([
  ["openstack:loadbalancer/loadBalancer:LoadBalancer", "load balancer"],
  ["openstack:networking/floatingIp:FloatingIp", "public address"],
]);

/** What is paid for beside instances. */
export function billed({ type }: Reviewed): string | undefined {
  return names.get(type);
}
