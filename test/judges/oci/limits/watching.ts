import { rowsOf } from "../../rules.js";
import { count, distinct, duration, given, length, like, ocid, oneOf, that } from "../forms.js";

const logging = "Logging API reference, CreateLogDetails; read 2026-11";
const monitoring =
  "Monitoring API reference, CreateAlarmDetails; Monitoring documentation, query language; read 2026-11";

const statistics = "absent|avg|count|first|increment|last|max|mean|min|percentile|rate|sum";
const query = new RegExp(
  `^[A-Za-z][A-Za-z0-9._$-]*\\[([1-9]\\d*)(m|h|d)\\](?:\\{[A-Za-z][A-Za-z0-9]* *(?:=|!=|=~) *"[^"]*"(?:, ?[A-Za-z][A-Za-z0-9]* *(?:=|!=|=~) *"[^"]*")*\\})?(?:\\.(?:grouping|groupBy)\\([^)]*\\))?\\.(?:${statistics})\\([0-9.]*\\) *(?:>=|<=|==|!=|>|<) *-?\\d+(?:\\.\\d+)?$`,
);
const longest: Readonly<Record<string, number>> = { m: 60, h: 24, d: 1 };

function isQuery(text: string): boolean {
  const [, interval = "", unit = ""] = query.exec(text) ?? [];
  return interval !== "" && Number(interval) <= (longest[unit] ?? 0);
}

/** What the balancers measure, by namespace. */
const metrics: Readonly<Record<string, readonly string[]>> = {
  oci_lbaas: ["UnHealthyBackendServers", "HttpResponses5xx"],
  oci_nlb: ["UnhealthyBackends"],
};

export const watching = [
  ...rowsOf("oci:Logging/log:Log", logging, {
    displayName: like(/^[A-Za-z0-9_-]+$/),
    logGroupId: ocid("loggroup"),
    logType: oneOf("SERVICE", "CUSTOM"),
    "": that<{ logType: string; configuration?: unknown }>(
      "say its source if a service writes it",
      ({ logType, configuration }) => logType !== "SERVICE" || configuration !== undefined,
    ),
    retentionDuration: oneOf(30, 60, 90, 120, 150, 180),
    "configuration.compartmentId": ocid("compartment", "tenancy"),
    "configuration.source.sourceType": oneOf("OCISERVICE"),
    "configuration.source.service": oneOf("loadbalancer"),
    "configuration.source.category": oneOf("access", "error"),
    "configuration.source.resource": ocid("loadbalancer"),
  }),
  ...rowsOf("oci:Monitoring/alarm:Alarm", monitoring, {
    metricCompartmentId: ocid("compartment", "tenancy"),
    namespace: like(/^[a-z][a-z0-9_]*[a-z0-9]$/),
    "": [
      that<{ namespace: string; query: string }>(
        "ask for a metric of its namespace",
        ({ namespace, query: text }) => metrics[namespace]?.includes(text.split("[")[0] ?? "") ?? true,
      ),
      given("pendingDuration"),
    ],
    query: [length(3, 1024), that<string>("be a metric, its interval, a statistic and a comparison", isQuery)],
    severity: oneOf("CRITICAL", "ERROR", "WARNING", "INFO"),
    pendingDuration: duration(1, 60),
    repeatNotificationDuration: duration(1, 43_200),
    messageFormat: oneOf("RAW", "PRETTY_JSON", "ONS_OPTIMIZED"),
    resolution: oneOf("1m"),
    body: length(1, 1000),
    destinations: [count(1, 10), distinct<string>("topic")],
    "destinations[]": ocid("onstopic", "stream"),
  }),
];
