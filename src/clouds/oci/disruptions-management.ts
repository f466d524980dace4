// Sources: terraform-provider-oci 8.23.0 (schema of @pulumi/oci 4.20.0), IAM documentation (dynamic groups, policies), Logging and
// Monitoring documentation (service logs, alarms); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const rights = effectsFrom("terraform-provider-oci 8.23.0 schema; OCI IAM documentation, 2026-11");
const watched = effectsFrom("terraform-provider-oci 8.23.0 schema; OCI Logging and Monitoring documentation, 2026-11");

const rightsGone = rights.outage("instances lose the rights that it gave");
const unlogged = { ...watched.none, says: "what was written before is no longer found there" };

export const managementDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "oci:Identity/dynamicGroup:DynamicGroup": {
    deleted: rightsGone,
    replaced: rights.inPlace,
    deletedFirst: rights.outage("instances have no rights until the new one stands"),
    properties: {
      ...each("compartmentId name", anew(rights.inPlace)),
      matchingRule: { ...rights.inPlace, says: "instances that it no longer matches lose their rights" },
      ...each("definedTags freeformTags description", rights.none),
      "*": rights.inPlace,
    },
  },
  "oci:Identity/policy:Policy": {
    deleted: rightsGone,
    replaced: rights.inPlace,
    deletedFirst: rights.outage("instances have no rights until the new one stands"),
    properties: {
      ...each("compartmentId name", anew(rights.inPlace)),
      statements: { ...rights.inPlace, says: "rights that it no longer states are lost" },
      ...each("definedTags freeformTags description", rights.none),
      "*": rights.inPlace,
    },
  },
  "oci:Logging/logGroup:LogGroup": {
    deleted: unlogged,
    replaced: unlogged,
    properties: { "*": watched.none },
  },
  "oci:Logging/log:Log": {
    deleted: unlogged,
    replaced: unlogged,
    properties: {
      "configuration.source.parameters": watched.none,
      ...each("configuration logType", anew(unlogged)),
      "*": watched.none,
    },
  },
  "oci:Monitoring/alarm:Alarm": {
    deleted: { ...watched.none, says: "nobody is told any more" },
    replaced: watched.none,
    properties: { "*": watched.none },
  },
};
