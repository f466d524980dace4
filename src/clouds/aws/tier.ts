// Sources: Amazon EC2 API reference (CreateSecurityGroup: characters of names and descriptions), @pulumi/aws 7.48.0 (a group that
// is made has no rules, not even the service's own for egress); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Ref, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import { type DeclaredTier, type TierSpec, tierNotes } from "../../spec/tier.js";
import { groupNaming, resource } from "./resources.js";
import { subnetsOf } from "./subnets.js";
import { labelled, tagsOf } from "./tags.js";
import { accessRules, egressRules } from "./tier-rules.js";

const support = {
  placement: { private: native(), public: native() },
  physicalName: native(undefined, {
    pattern: {
      matches: /^(?!sg-)[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/i,
      says: "be letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*, and not begin with sg-",
    },
  }),
  egress: {
    to: { anywhere: native(), range: native(), tier: native() },
    port: native(),
    protocol: { tcp: native(), udp: native() },
  },
  access: { port: native(), from: { anyone: native(), range: native(), tier: native() } },
} as const satisfies SupportOf<TierSpec>;

export const tier: Adapter<TierSpec> = { support, rules: placeRules, plan };

function plan(it: DeclaredTier): Plan {
  return {
    resources: {
      group: resource(
        "aws:ec2/securityGroup:SecurityGroup",
        {
          ...(it.spec.physicalName === undefined ? {} : { name: it.spec.physicalName }),
          vpcId: outputOf(it.spec.network, "networkId") as Ref,
          description: "members of a tier",
          ...labelled(tagsOf(it)),
        },
        { naming: groupNaming, options: { deleteBeforeReplace: false } },
      ),
      ...egressRules(it),
      ...accessRules(it),
    },
    outputs: { groupId: ref("group.id") },
    notes: tierNotes(it.spec),
  };
}

function placeRules({ spec: { network, placement = "private" } }: DeclaredTier): Issue[] {
  if (subnetsOf(network, placement).length > 0) return [];
  return [
    {
      path: "tier.placement",
      message: `network "${network.name}" has no ${placement} subnet`,
      instead: placement === "private" ? 'placement: "public"' : 'placement: "private"',
    },
  ];
}
