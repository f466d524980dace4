// Sources: Service Authorization Reference (actions and condition keys of ec2, elasticloadbalancing, autoscaling, cloudwatch, iam
// and acm), Amazon EC2 Auto Scaling user guide (launch templates: ec2:RunInstances, ec2:CreateTags and iam:PassRole of the caller;
// service-linked roles), read 2026-11.
import { type CloudPermissions, neededBy } from "../../core/permissions.js";
import { balancingPermissions } from "./permissions-balancing.js";
import { computePermissions } from "./permissions-compute.js";
import { networkPermissions } from "./permissions-network.js";
import { scalingPermissions } from "./permissions-scaling.js";

const types = { ...networkPermissions, ...balancingPermissions, ...computePermissions, ...scalingPermissions };

export const permissions: CloudPermissions = { types, remarks: remarksOf, policy: policyOf };

function remarksOf(needed: readonly string[]): string[] {
  const remarks: Readonly<Record<string, string>> = {
    "aws:iam/rolePolicy:RolePolicy":
      "a role can be given any right: a permissions boundary, or a path in place of `*`, keeps that within bounds",
    "aws:ec2/launchTemplate:LaunchTemplate":
      "boot disks under a key of KMS: the key's policy must let `AWSServiceRoleForAutoScaling` use it and make grants",
  };
  return Object.entries(remarks).flatMap(([type, remark]) => (needed.includes(type) ? [remark] : []));
}

/** What IAM serves for all regions at once. */
const isGlobal = (action: string) => action.startsWith("iam:");
const narrowed = ["iam:PassRole", "iam:CreateServiceLinkedRole"];

function policyOf(needed: readonly string[]): { language: string; text: string } {
  const actions = neededBy(types, needed);
  const regional = actions.filter((action) => !isGlobal(action));
  const global = actions.filter((action) => isGlobal(action) && !narrowed.includes(action));
  const statements = [
    statement("Regional", regional, { StringEquals: { "aws:RequestedRegion": "REGION" } }),
    statement("Global", global),
    statement("PassRole", only(actions, "iam:PassRole"), {
      StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com"] },
    }),
    statement("ServiceRoles", only(actions, "iam:CreateServiceLinkedRole"), {
      StringEquals: { "iam:AWSServiceName": ["autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com"] },
    }),
  ];
  const document = { Version: "2012-10-17", Statement: statements.flat() };
  return { language: "json", text: JSON.stringify(document, undefined, 2) };
}

function only(actions: readonly string[], action: string): string[] {
  return actions.filter((one) => one === action);
}

function statement(sid: string, actions: readonly string[], condition?: object): object[] {
  if (actions.length === 0) return [];
  const narrowing = condition === undefined ? {} : { Condition: condition };
  return [{ Sid: sid, Effect: "Allow", Action: actions, Resource: "*", ...narrowing }];
}
