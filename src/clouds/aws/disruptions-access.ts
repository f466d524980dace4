// Sources: terraform-provider-aws 6.13.0 internal/service/ec2, iam and acm (schema; a rule whose kind of source changes is made
// anew, its values change in place), Amazon EC2 user guide (connection tracking of security groups: a tracked connection outlives
// its rule), IAM user guide (roles of instances), ACM user guide (reimporting a certificate); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const groups = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/ec2; Amazon EC2 user guide: connection tracking, 2026-11",
);
const rights = effectsFrom("terraform-provider-aws 6.13.0 internal/service/iam; IAM user guide, 2026-11");
const keys = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/ec2; Amazon EC2 user guide: key pairs, 2026-11",
);
const certificates = effectsFrom("terraform-provider-aws 6.13.0 internal/service/acm; ACM user guide, 2026-11");

const otherGroup = groups.cut("what it guards passes to a new group, and is reached once the rules stand there");
const ruleMoved = groups.cut("what only the old rule let through is refused, except on connections that are open");
const refusedIn = groups.cut("whom only it let in is refused, except on connections that are open");
const refusedOut = groups.cut("what only it let out is refused, except on connections that are open");
const rightsGone = rights.outage("instances lose their rights at once");
const keptKeys = { ...keys.none, says: "running instances keep the keys that they started with" };
const otherCertificate = {
  ...certificates.inPlace,
  says: "listeners turn to the new certificate before the old one goes",
};

/** A rule with another value is changed in place, by one call. */
function rule(refused: ReturnType<typeof groups.cut>): TypeDisruptions {
  return {
    deleted: refused,
    replaced: ruleMoved,
    properties: {
      ...each("securityGroupId region", anew(ruleMoved)),
      ...each("cidrIpv4 cidrIpv6 prefixListId referencedSecurityGroupId ipProtocol fromPort toPort", refused),
      "*": groups.none,
    },
  };
}

export const accessDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "aws:ec2/securityGroup:SecurityGroup": {
    deleted: groups.cut("what it let in and out is refused"),
    replaced: otherGroup,
    deletedFirst: groups.outage("a group in use cannot go: nothing is deployed until what it guards has left it"),
    properties: {
      ...each("name namePrefix description vpcId region", anew(otherGroup)),
      ...each("ingress egress", groups.cut("what the rules do not name is refused")),
      "*": groups.none,
    },
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule(refusedIn),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule(refusedOut),
  "aws:iam/role:Role": {
    deleted: rightsGone,
    replaced: rights.inPlace,
    deletedFirst: rightsGone,
    properties: { ...each("name namePrefix path", anew(rights.inPlace)), "*": rights.inPlace },
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    deleted: rightsGone,
    replaced: rights.inPlace,
    deletedFirst: rightsGone,
    properties: {
      ...each("name namePrefix path", anew(rights.inPlace)),
      role: { ...rights.inPlace, says: "instances take other rights" },
      "*": rights.inPlace,
    },
  },
  "aws:iam/rolePolicy:RolePolicy": {
    deleted: rights.outage("instances lose the rights that it gave at once"),
    replaced: rights.inPlace,
    properties: {
      ...each("name namePrefix role", anew(rights.inPlace)),
      policy: { ...rights.inPlace, says: "rights that it no longer names are lost at once" },
      "*": rights.inPlace,
    },
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    deleted: rights.outage("instances lose the rights that it gave at once"),
    replaced: rights.inPlace,
    properties: { ...each("policyArn role", anew(rights.inPlace)), "*": rights.inPlace },
  },
  "aws:ec2/keyPair:KeyPair": {
    deleted: keptKeys,
    replaced: keptKeys,
    properties: { ...each("keyName keyNamePrefix publicKey region", anew(keptKeys)), "*": keys.none },
  },
  "aws:acm/certificate:Certificate": {
    deleted: certificates.outage("no listener can serve with it"),
    replaced: otherCertificate,
    properties: {
      ...each(
        "certificateAuthorityArn domainName keyAlgorithm region subjectAlternativeNames validationMethod validationOptions",
        anew(otherCertificate),
      ),
      ...each("certificateBody certificateChain privateKey", {
        ...certificates.inPlace,
        says: "the certificate is imported again under its ARN",
      }),
      "*": certificates.inPlace,
    },
  },
};
