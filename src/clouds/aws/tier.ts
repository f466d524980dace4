// Sources: Amazon EC2 API reference (CreateSecurityGroup: characters of names and descriptions), @pulumi/aws 7.48.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { outputOf, type Ref, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import type { TierSpec } from "../../spec/tier.js";
import { resource } from "./resources.js";

const support = {
  placement: { private: native(), public: native() },
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = {
  support,
  plan: ({ spec }) => ({
    resources: {
      group: resource("aws:ec2/securityGroup:SecurityGroup", {
        vpcId: outputOf(spec.network, "networkId") as Ref,
        description: "members of a tier",
      }),
      "egress:any": resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", {
        securityGroupId: ref("group.id"),
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
        description: "egress any",
      }),
    },
    outputs: { groupId: ref("group.id") },
    notes: [
      { id: "note:tier.egress", fate: "note", path: "tier", message: "members may open connections to anywhere" },
    ],
  }),
};
