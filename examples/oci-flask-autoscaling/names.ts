import { output } from "@pulumi/pulumi";
import type { OciTransforms } from "webtier/oci";

/** Names that the library makes by itself elsewhere. */
export const autoscaling: OciTransforms["autoscaling"] = (args) => ({
  ...args,
  displayName: "oci-demo-autoscale-config",
  policies: output(args.policies).apply((policies) =>
    policies.map((policy) => ({ ...policy, displayName: "oci-demo-autoscale-policy" })),
  ),
});
