import { rowsOf } from "../../rules.js";
import { count, distinct, length, like, ocid, that } from "../forms.js";
import { isMatchingRule, isStatement } from "../statements.js";

const api = (page: string) => `Identity API reference, ${page}; read 2026-11`;
const names = { name: [length(1, 100), like(/^[A-Za-z0-9._-]+$/)], description: length(1, 400) };

export const identity = [
  ...rowsOf("oci:Identity/dynamicGroup:DynamicGroup", api("CreateDynamicGroupDetails"), {
    ...names,
    compartmentId: ocid("tenancy"),
    matchingRule: that<string>("be ALL {…} or ANY {…} of comparisons, in one line", isMatchingRule),
  }),
  ...rowsOf("oci:Identity/policy:Policy", api("CreatePolicyDetails"), {
    ...names,
    statements: [count(1, 50), distinct<string>("statement")],
    "statements[]": that<string>("give a dynamic group a right in the language of policies", isStatement),
    versionDate: like(/^\d{4}-\d\d-\d\d$/),
  }),
];
