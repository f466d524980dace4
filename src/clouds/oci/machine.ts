// Source: @pulumi/oci 4.20.0 (InstanceConfiguration.instanceDetails.launchDetails: shape, shapeConfig); read 2026-11.
import type { Reviewed } from "../../core/review.js";

/** What the instances of a configuration are on the price list: `VM.Standard.E4.Flex, 2 OCPUs, 16 GB`. */
export function machine({ type, inputs }: Reviewed): string | undefined {
  if (type !== "oci:Core/instanceConfiguration:InstanceConfiguration") return undefined;
  const details = (inputs.instanceDetails as Details | undefined)?.launchDetails;
  if (typeof details?.shape !== "string") return undefined;
  const { ocpus, memoryInGbs } = details.shapeConfig ?? {};
  return [
    details.shape,
    typeof ocpus === "number" ? `${ocpus} ${ocpus === 1 ? "OCPU" : "OCPUs"}` : "",
    typeof memoryInGbs === "number" ? `${memoryInGbs} GB` : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

interface Details {
  readonly launchDetails?: {
    readonly shape?: unknown;
    readonly shapeConfig?: { readonly ocpus?: unknown; readonly memoryInGbs?: unknown };
  };
}
