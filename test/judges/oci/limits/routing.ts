import { rowsOf } from "../../rules.js";
import { count, distinct, given, length, like, oneOf, that, whole } from "../forms.js";
import { onBalancer, ruleName, setName } from "./balancer.js";

const api = (page: string) => `Load Balancing API reference, ${page}; terraform-provider-oci 8.23.0; read 2026-11`;
const language = "Load Balancing documentation, routing policy language; read 2026-11";

interface Item {
  readonly action: string;
  readonly conditions?: readonly Condition[];
  readonly redirectUri?: { readonly protocol?: string; readonly port?: number };
}
interface Condition {
  readonly attributeName: string;
  readonly attributeValue: string;
  readonly operator?: string;
}
const isRedirect = ({ action }: Item) => action === "REDIRECT";

const ruleSet = rowsOf("oci:LoadBalancer/ruleSet:RuleSet", api("RuleSetDetails, RedirectRule, RedirectUri"), {
  "": given("name"),
  ...onBalancer,
  name: ruleName,
  items: count(1, 20),
  "items[].action": oneOf(
    "ADD_HTTP_REQUEST_HEADER",
    "ADD_HTTP_RESPONSE_HEADER",
    "ALLOW",
    "CONTROL_ACCESS_USING_HTTP_METHODS",
    "EXTEND_HTTP_REQUEST_HEADER_VALUE",
    "EXTEND_HTTP_RESPONSE_HEADER_VALUE",
    "HTTP_HEADER",
    "IP_BASED_MAX_CONNECTIONS",
    "REDIRECT",
    "REMOVE_HTTP_REQUEST_HEADER",
    "REMOVE_HTTP_RESPONSE_HEADER",
  ),
  "items[]": [
    that<Item>("have one condition if it redirects", (item) => !isRedirect(item) || item.conditions?.length === 1),
    that<Item>(
      "say the whole place if it redirects, its port too",
      (item) => !isRedirect(item) || (item.redirectUri?.protocol !== undefined && item.redirectUri.port !== undefined),
    ),
  ],
  "items[].responseCode": oneOf(301, 302, 303, 307, 308),
  "items[].conditions[].attributeName": oneOf("PATH", "SOURCE_IP_ADDRESS", "SOURCE_VCN_ID", "SOURCE_VCN_IP_ADDRESS"),
  "items[].conditions[].operator": oneOf("EXACT_MATCH", "FORCE_LONGEST_PREFIX_MATCH", "PREFIX_MATCH", "SUFFIX_MATCH"),
  "items[].conditions[]": that<Condition>(
    "compare a path that begins with / by an operator",
    (one) => one.attributeName !== "PATH" || (one.operator !== undefined && one.attributeValue.startsWith("/")),
  ),
  "items[].redirectUri.protocol": oneOf("HTTP", "HTTPS", "{protocol}"),
  "items[].redirectUri.host": like(/^(\{host\}|[A-Za-z0-9.-]+)$/),
  "items[].redirectUri.port": whole(1, 65535),
  "items[].redirectUri.path": like(/^(\{path\}|\/)\S*$/),
  "items[].redirectUri.query": like(/^(\{query\}|\?)?\S*$/),
});

interface Rule {
  readonly name: string;
  readonly condition: string;
}

/** Everything of one condition, quotes taken out so that what is quoted cannot look like the language. */
const word = "(?:\\(i ''\\)|'')";
const predicate = `http\\.request\\.(?:url\\.path|url\\.query\\[${word}\\]|headers\\[${word}\\](?:\\[0\\])?|cookies\\[${word}\\]) (?:(?:not )?(?:eq|sw|ew) ${word})`;
const group = (inside: string) => `(?:any|all)\\((?:${inside})(?:, ?(?:${inside}))*\\)`;
const condition = new RegExp(`^${group(`${predicate}|${group(predicate)}`)}$`);
const isCondition = (text: string) => condition.test(text.replace(/'(?:[^'\\]|\\.)*'/g, "''"));
const countOf = (rules: readonly Rule[]) =>
  rules.flatMap((one) => one.condition.match(/http\.request\./g) ?? []).length;

const routingPolicy = "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy";

export const routing = [
  ...ruleSet,
  ...rowsOf(routingPolicy, api("CreateRoutingPolicyDetails"), {
    "": given("name"),
    ...onBalancer,
    name: ruleName,
    conditionLanguageVersion: oneOf("V1"),
    rules: [count(1, 100), distinct<Rule>("rule", ({ name }) => name)],
    "rules[].name": ruleName,
    "rules[].condition": length(1, 4096),
    "rules[].actions": count(1, 1),
    "rules[].actions[].name": oneOf("FORWARD_TO_BACKENDSET"),
    "rules[].actions[].backendSetName": setName,
  }),
  ...rowsOf(routingPolicy, language, {
    rules: that<Rule[]>("have up to 200 conditions in all", (rules) => countOf(rules) <= 200),
    "rules[].condition": that<string>("be any(…) or all(…) of comparisons", isCondition),
  }),
];
