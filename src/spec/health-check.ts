import { z } from "zod";
import type { Issue } from "../core/errors.js";
import { because } from "../core/parse.js";
import { port, urlPath } from "./fields.js";

export interface HealthCheckArgs {
  /**
   * How a member is asked: a request, an encrypted request, a connection, or an echo.
   *
   * - aws: "tcp" not available for kind application; "ping" not available
   * - oci: "https" not available for protocol http; "ping" not available
   * - openstack: "http", "https" and "ping" not available for driver ovn: OVN checks by opening a connection
   * - cloudstack: "http" and "https" near; "ping" not available
   */
  protocol: "http" | "https" | "tcp" | "ping";
  /**
   * Port that is asked. 1..65535. Default: the backend set's port.
   *
   * - openstack: not available for driver ovn: OVN checks the port that serves
   * - cloudstack: not available: the port of the set is checked
   */
  port?: number;
  /**
   * Path that is requested. Begins with `/`, up to 1,024 characters. Default `/`. For http and https.
   *
   * - cloudstack: near: members are found healthy by a connection; no request is made
   */
  path?: string;
  /**
   * Method of the request. Default `GET`. For http and https.
   *
   * - aws: "HEAD", "OPTIONS", "POST", "PUT" and "DELETE" not available: checks are GET requests
   * - oci: "HEAD", "OPTIONS", "POST", "PUT" and "DELETE" not available: checks are GET requests
   * - cloudstack: "GET", "HEAD", "OPTIONS", "POST", "PUT" and "DELETE" near: members are found healthy by a connection;
   *   no request is made
   */
  method?: "GET" | "HEAD" | "OPTIONS" | "POST" | "PUT" | "DELETE";
  /**
   * Status codes that count as healthy: one (`200`), a list (`"200,204"`) or a range (`"200-299"`).
   *
   * 100..599. Default `200`. For http and https.
   *
   * - oci: "list" and "range" not available: a check expects one status code
   * - cloudstack: "one", "list" and "range" near: members are found healthy by a connection; no request is made
   */
  expectedStatus?: number | string;
  /**
   * Time between two checks of one member. Seconds, whole, 1..1800.
   *
   * - aws: 5..300
   * - cloudstack: near: the virtual router checks with its own fixed timing
   */
  interval?: number;
  /**
   * Time that a member has to answer. Seconds, whole, 1..600.
   *
   * - aws: 2..120
   * - cloudstack: near: the virtual router checks with its own fixed timing
   */
  timeout?: number;
  /**
   * Successes in a row until a member counts as healthy. Whole number, 1..10.
   *
   * - aws: 2..10
   * - cloudstack: near: the virtual router checks with its own fixed timing
   */
  healthyThreshold?: number;
  /**
   * Failures in a row until a member counts as unhealthy. Whole number, 1..10.
   *
   * - aws: 2..10
   * - cloudstack: near: the virtual router checks with its own fixed timing
   */
  unhealthyThreshold?: number;
}

type ExpectedStatus =
  | { readonly kind: "one"; readonly code: string }
  | { readonly kind: "list"; readonly codes: string }
  | { readonly kind: "range"; readonly codes: string };

export type HealthCheckSpec = Omit<HealthCheckArgs, "expectedStatus"> & { expectedStatus?: ExpectedStatus };

const statusReason = because("must be status codes from 100 to 599", '200, "200,204" or "200-299"');
const code = "[1-5][0-9]{2}";

const expectedStatus = z
  .union([z.int(), z.string()], { error: statusReason })
  .transform((value, context): ExpectedStatus => {
    const text = String(value);
    if (new RegExp(`^${code}$`).test(text)) return { kind: "one", code: text };
    if (new RegExp(`^${code}(,${code})+$`).test(text)) return { kind: "list", codes: text };
    const [from = "", to = ""] = text.split("-");
    if (new RegExp(`^${code}-${code}$`).test(text) && from < to) return { kind: "range", codes: text };
    context.addIssue({ code: "custom", message: statusReason });
    return { kind: "one", code: text };
  });

export const healthCheckFields = {
  protocol: z.enum(["http", "https", "tcp", "ping"]),
  port: port.optional(),
  path: urlPath.optional(),
  method: z.enum(["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"]).optional(),
  expectedStatus: expectedStatus.optional(),
  interval: z.int().min(1).max(1800).optional(),
  timeout: z.int().min(1).max(600).optional(),
  healthyThreshold: z.int().min(1).max(10).optional(),
  unhealthyThreshold: z.int().min(1).max(10).optional(),
};

const requestOnly = ["path", "method", "expectedStatus"] as const;

/** Options that belong to requests, on a check that makes none; also taken from a value before it is parsed. */
export function healthCheckRules(check: Partial<Record<keyof HealthCheckArgs, unknown>>, path: string): Issue[] {
  if (check.protocol === "http" || check.protocol === "https") return [];
  return requestOnly.flatMap((key) =>
    check[key] === undefined
      ? []
      : [
          {
            path: `${path}.${key}`,
            message: `is for http and https checks; this one is ${String(check.protocol)}`,
            instead: 'leave it out, or protocol: "http"',
          },
        ],
  );
}
