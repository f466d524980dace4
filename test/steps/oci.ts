import type { Step } from "./row.js";

const example = "oci-flask-autoscaling";
const balancer = { type: "oci:LoadBalancer/loadBalancer:LoadBalancer", name: "oci-demo-lb-balancer" };
const set = { type: "oci:LoadBalancer/backendSet:BackendSet", name: "oci-demo-app-backend-set" };
const member = { type: "oci:LoadBalancer/backend:Backend", name: "oci-demo-app-member-oci-demo-app" };
const listener = { type: "oci:LoadBalancer/listener:Listener", name: "oci-demo-listener-listener" };
const log = { type: "oci:Logging/log:Log", name: "oci-demo-lb-log-error" };
const subnet = { type: "oci:Core/subnet:Subnet", name: "oci-demo-public" };
const ruleType = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";
const fromClients = { type: ruleType, name: "oci-demo-lb-ingress-tcp-443-internet" };
const toMembers = { type: ruleType, name: "oci-demo-lb-egress-tcp-5000-tier-oci-demo-app" };
const atMembers = { type: ruleType, name: "oci-demo-app-ingress-tcp-5000-balancer-oci-demo-lb" };
/** The id of another resource. */
const reference = "[unknown]";
const later = { later: "compute half" } as const;

type Row = Omit<Step, "example">;

/** One row of the table, each of its values a step. */
function planned(
  step: string,
  resource: { type: string; name: string },
  values: Readonly<Record<string, unknown>>,
): Row[] {
  return Object.entries(values).map(([property, value]) => ({
    step: `${step}: ${property}`,
    expected: { ...resource, property, value },
  }));
}

function given(step: string, values: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(values).map(([setting, value]) => ({
    step: `${step}: ${setting}`,
    expected: { setting, value },
  }));
}

function afterwards(step: string, ...parts: string[]): Row[] {
  return parts.map((part) => ({ step: `${step}: ${part}`, expected: later }));
}

const accounts: readonly Row[] = [
  ...given("compartment OCID copied", {
    compartmentId: "ocid1.compartment.oc1..ociexplained",
    tenancyId: "ocid1.tenancy.oc1..demo",
  }),
  ...afterwards(
    "dynamic group oci-demo-dyngroup",
    "all instances of the compartment",
    "in the tenancy, in its home region",
  ),
  ...afterwards(
    "policy",
    "manage compute-management-family",
    "manage object-family",
    "manage auto-scaling-configurations",
  ),
  ...afterwards("custom image oci-demo-app", "from the running server"),
];

const balancing: readonly Row[] = [
  ...planned("balancer", balancer, {
    displayName: "oci-demo-lb",
    shape: "flexible",
    "shapeDetails.minimumBandwidthInMbps": 10,
    "shapeDetails.maximumBandwidthInMbps": 10,
    compartmentId: "ocid1.compartment.oc1..ociexplained",
  }),
  ...planned("balancer, public or private", balancer, { isPrivate: false }),
  ...planned("balancer, one regional subnet", balancer, { subnetIds: [reference] }),
  ...planned("balancer, ephemeral address", balancer, { reservedIps: undefined }),
  ...planned(
    "network OCI_DEMO",
    { type: "oci:Core/vcn:Vcn", name: "oci-demo-vcn" },
    { displayName: "OCI_DEMO", cidrBlocks: ["10.0.0.0/16"] },
  ),
  ...planned(
    "internet gateway",
    { type: "oci:Core/internetGateway:InternetGateway", name: "oci-demo-gateway" },
    { enabled: true },
  ),
  ...planned(
    "route table",
    { type: "oci:Core/routeTable:RouteTable", name: "oci-demo-public-routes" },
    { "routeRules[0].destination": "0.0.0.0/0", "routeRules[0].networkEntityId": reference },
  ),
  ...planned("public regional subnet", subnet, {
    prohibitPublicIpOnVnic: false,
    availabilityDomain: undefined,
    routeTableId: reference,
  }),
  ...planned("policy choice: weighted round robin", set, { policy: "ROUND_ROBIN" }),
  ...planned("policy choice: weights", member, { weight: 1 }),
  ...planned("backend added", member, { ipAddress: "10.0.0.85", port: 5000, backendsetName: "oci-demo-app--cookie" }),
  ...planned("health check", set, {
    "healthChecker.protocol": "HTTP",
    "healthChecker.port": 5000,
    "healthChecker.urlPath": "/hello",
    "healthChecker.intervalMs": 10000,
    "healthChecker.timeoutInMillis": 3000,
    "healthChecker.retries": 3,
    "healthChecker.returnCode": 200,
  }),
  ...planned("session persistence: cookie of the balancer", set, {
    "lbCookieSessionPersistenceConfiguration.cookieName": "X-Oracle-BMC-LBS-Route",
    "lbCookieSessionPersistenceConfiguration.disableFallback": false,
    sessionPersistenceConfiguration: undefined,
  }),
];

const serving: readonly Row[] = [
  ...planned("listener", listener, {
    name: "oci-demo-listener",
    port: 443,
    protocol: "HTTP",
    "sslConfiguration.certificateIds": ["ocid1.certificate.oc1.ap-seoul-1.demo"],
    "sslConfiguration.verifyPeerCertificate": false,
    "sslConfiguration.protocols": ["TLSv1.2", "TLSv1.3"],
    "sslConfiguration.cipherSuiteName": "oci-tls-12-13-wider-ssl-cipher-suite-v1",
    defaultBackendSetName: "oci-demo-app--cookie",
  }),
  ...given("certificate of the Certificates service", {
    "certificates.oci-demo": "ocid1.certificate.oc1.ap-seoul-1.demo",
  }),
  ...planned(
    "log group",
    { type: "oci:Logging/logGroup:LogGroup", name: "oci-demo-lb-log-group" },
    { displayName: "oci-demo-lb-log-group" },
  ),
  ...planned("error log, access log off", log, {
    logType: "SERVICE",
    isEnabled: true,
    "configuration.source.sourceType": "OCISERVICE",
    "configuration.source.service": "loadbalancer",
    "configuration.source.category": "error",
    "configuration.source.resource": reference,
  }),
  ...planned("443 from anywhere, by hand in the console", fromClients, {
    direction: "INGRESS",
    protocol: "6",
    source: "0.0.0.0/0",
    sourceType: "CIDR_BLOCK",
    "tcpOptions.destinationPortRange": { min: 443, max: 443 },
  }),
  ...planned("5000 towards members, automatic in the console", toMembers, {
    direction: "EGRESS",
    destinationType: "NETWORK_SECURITY_GROUP",
    "tcpOptions.destinationPortRange": { min: 5000, max: 5000 },
  }),
  ...planned("5000 at members, automatic in the console", atMembers, {
    direction: "INGRESS",
    sourceType: "NETWORK_SECURITY_GROUP",
    "tcpOptions.destinationPortRange": { min: 5000, max: 5000 },
  }),
];

const scaling: readonly Row[] = [
  ...afterwards(
    "instance configuration oci-demo-instance-config",
    "custom image",
    "public subnet",
    "SSH public key",
    "agent",
  ),
  ...afterwards(
    "instance pool oci-demo-app-instance-pool",
    "size 1",
    "public subnet",
    "attached to the set at port 5000",
    "size belongs to autoscaling",
  ),
  ...afterwards("pool failed on the quota of a free account", "preset and message"),
  ...afterwards(
    "metric autoscaling oci-demo-autoscale-config",
    "CPU above 40 adds one",
    "CPU below 20 removes one",
    "1 to 2, initially 1",
    "one threshold policy, deleted before it is replaced",
  ),
  ...afterwards("schedule autoscaling", "cron, up to 50, instead of the threshold"),
  ...afterwards("load test", "members come and go"),
  ...given("balancer or network balancer", { "loadBalancers.oci-demo-lb.bandwidth.maximum": 10 }),
  {
    step: "balancer or network balancer: layer 4 has no HTTPS",
    expected: { refused: "it has no HTTPS, no cookies and no bandwidth" },
  },
];

export const oci: readonly Step[] = [...accounts, ...balancing, ...serving, ...scaling].map((row) => ({
  example,
  ...row,
}));
