import type { AwsTransforms } from "webtier/aws";

/** The text that stands beside each version of the launch template. */
export const template: AwsTransforms["template"] = (args) => ({ ...args, description: "Web Server v1 – port 80" });
