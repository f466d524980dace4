import * as aws from "@pulumi/aws";

export const id = new aws.ec2.Vpc("shop", { cidrBlock: "10.20.0.0/16" }).id;
