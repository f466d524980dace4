import type { BackendSetSpec } from "../../spec/backend-set.js";

/** Given always: the providers' own defaults differ from the services', and what is left out stays as it was. */
export const checkDefaults = { interval: 10, timeout: 3, tries: 3, returnCode: 200, body: ".*" } as const;

export function isRequest({ healthCheck: { protocol } }: BackendSetSpec): boolean {
  return protocol === "http" || protocol === "https";
}

/** What both families of balancers ask of a member; the names of the interval differ. */
export function healthChecker(spec: BackendSetSpec) {
  const { healthCheck: check } = spec;
  const interval = check.interval ?? checkDefaults.interval;
  const timeout = check.timeout ?? Math.min(checkDefaults.timeout, interval);
  const code = check.expectedStatus?.kind === "one" ? Number(check.expectedStatus.code) : checkDefaults.returnCode;
  const request = { urlPath: check.path ?? "/", returnCode: code, responseBodyRegex: checkDefaults.body };
  return {
    intervalInMillis: interval * 1000,
    rest: {
      port: checkedPort(spec),
      timeoutInMillis: timeout * 1000,
      retries: check.unhealthyThreshold ?? check.healthyThreshold ?? checkDefaults.tries,
      ...(isRequest(spec) ? request : {}),
    },
  };
}

const ownPort = 0;

/** Members with ports of their own are asked there. */
function checkedPort({ healthCheck, port, members = {} }: BackendSetSpec): number {
  if (healthCheck.port !== undefined) return healthCheck.port;
  return Object.values(members).some((member) => member.port !== undefined) ? ownPort : port;
}
