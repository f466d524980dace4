import { type Output, output } from "@pulumi/pulumi";

export const url: Output<string> = output("");
