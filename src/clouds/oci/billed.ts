// Sources: Oracle Cloud price list (load balancers by their bandwidth; network load balancers, NAT gateways and public addresses are
// not charged for); read 2026-11.
import type { Reviewed } from "../../core/review.js";

/** What is paid for beside instances. */
export function billed({ type, inputs }: Reviewed): string | undefined {
  if (type !== "oci:LoadBalancer/loadBalancer:LoadBalancer") return undefined;
  const size = sizeOf(inputs);
  return size === undefined ? "load balancer" : `load balancer, ${size}`;
}

function sizeOf({ shape, shapeDetails }: Reviewed["inputs"]): string | undefined {
  const bandwidth = shapeDetails as Bandwidth | undefined;
  const least = bandwidth?.minimumBandwidthInMbps;
  const most = bandwidth?.maximumBandwidthInMbps;
  if (typeof least === "number" && typeof most === "number") return `${least} to ${most} Mbps`;
  return typeof shape === "string" && /^\d+Mbps/i.test(shape) ? shape : undefined;
}

interface Bandwidth {
  readonly minimumBandwidthInMbps?: unknown;
  readonly maximumBandwidthInMbps?: unknown;
}
