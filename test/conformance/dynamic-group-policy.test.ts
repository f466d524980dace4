import { conform } from "./harness.js";

conform("the right to read one bucket", (stack) => stack.rights(), {
  aws: {
    role: {
      description: "instances of a template",
      assumeRolePolicy: {
        json: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
        },
      },
    },
    rolePolicy: {
      role: { ref: "role.name" },
      policy: {
        json: {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetBucketLocation", "s3:ListBucket"],
              Resource: ["arn:aws:s3:::shop-assets"],
            },
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
              Resource: ["arn:aws:s3:::shop-assets/*"],
            },
          ],
        },
      },
    },
    profile: { role: { ref: "role.name" } },
  },
  oci: {
    dynamicGroup: {
      compartmentId: "ocid1.tenancy.oc1..demo",
      description: "instances with the rights web",
      matchingRule: "ALL {instance.compartment.id = 'ocid1.compartment.oc1..demo'}",
    },
    policy: {
      compartmentId: "ocid1.compartment.oc1..demo",
      description: "rights web",
      statements: [
        {
          text: [
            "Allow dynamic-group ",
            { ref: "dynamicGroup.name" },
            " to read object-family in ",
            "compartment id ",
            "ocid1.compartment.oc1..demo",
            " where target.bucket.name = '",
            "shop-assets",
            "'",
          ],
        },
      ],
    },
  },
  openstack: { credential: { description: "rights of instances", roles: ["member"], unrestricted: false } },
});
