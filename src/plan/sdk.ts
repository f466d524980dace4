import { createRequire } from "node:module";

/** Loads what the SDK itself loads: a message of another copy of the library is none to it. */
const requireAsSdk = createRequire(createRequire(__filename).resolve("@pulumi/pulumi/proto/resource_pb"));

export const { Empty } = requireAsSdk(
  "google-protobuf/google/protobuf/empty_pb",
) as typeof import("google-protobuf/google/protobuf/empty_pb");

export const { Struct } = requireAsSdk(
  "google-protobuf/google/protobuf/struct_pb",
) as typeof import("google-protobuf/google/protobuf/struct_pb");
