import { given, planned, type Row, reference, type Step } from "./row.js";

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
const group = { type: "oci:Identity/dynamicGroup:DynamicGroup", name: "oci-demo-dyngroup-dynamic-group" };
const policy = { type: "oci:Identity/policy:Policy", name: "oci-demo-dyngroup-policy" };
const image = { type: "oci:Core/image:Image", name: "oci-demo-app-image" };
const configuration = {
  type: "oci:Core/instanceConfiguration:InstanceConfiguration",
  name: "oci-demo-instance-config-configuration",
};
const pool = { type: "oci:Core/instancePool:InstancePool", name: "oci-demo-app-instance-pool-pool" };
const autoscaling = {
  type: "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration",
  name: "oci-demo-app-instance-pool-autoscaling",
};

const accounts: readonly Row[] = [
  ...given("compartment OCID copied", {
    compartmentId: "ocid1.compartment.oc1..ociexplained",
    tenancyId: "ocid1.tenancy.oc1..demo",
  }),
  ...planned("dynamic group: all instances of the compartment", group, {
    name: "oci-demo-dyngroup",
    matchingRule: "ALL {instance.compartment.id = 'ocid1.compartment.oc1..ociexplained'}",
  }),
  ...planned("dynamic group: in the tenancy", group, { compartmentId: "ocid1.tenancy.oc1..demo" }),
  ...given("dynamic group: in its home region", { homeRegion: "ap-seoul-1" }),
  ...planned("policy", policy, {
    compartmentId: "ocid1.compartment.oc1..ociexplained",
    "statements[0]":
      "Allow dynamic-group oci-demo-dyngroup to manage compute-management-family in compartment ociexplained",
    "statements[1]": "Allow dynamic-group oci-demo-dyngroup to manage object-family in compartment ociexplained",
    "statements[2]":
      "Allow dynamic-group oci-demo-dyngroup to manage auto-scaling-configurations in compartment ociexplained",
  }),
  ...given("custom image: of the running server", { "instances.oci-demo-app": "ocid1.instance.oc1.ap-seoul-1.demo" }),
  ...planned("custom image", image, {
    displayName: "oci-demo-app",
    instanceId: "ocid1.instance.oc1.ap-seoul-1.demo",
  }),
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

const launch = "instanceDetails.launchDetails";
const rules = "policies[0].rules";

const fifty = Array.from(
  { length: 50 },
  (_, minute) => `    "at-${minute}": { cron: "${minute} 12 * * *", timeZone: "UTC", size: 1 },`,
).join("\n");

const scaling: readonly Row[] = [
  ...planned("instance configuration", configuration, {
    displayName: "oci-demo-instance-config",
    [`${launch}.sourceDetails.sourceType`]: "image",
    [`${launch}.sourceDetails.imageId`]: reference,
    [`${launch}.shape`]: "VM.Standard.E2.1.Micro",
    [`${launch}.createVnicDetails.assignPublicIp`]: true,
    [`${launch}.createVnicDetails.nsgIds`]: [reference],
    [`${launch}.metadata.ssh_authorized_keys`]: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo ops",
    [`${launch}.agentConfig.isMonitoringDisabled`]: false,
    [`${launch}.agentConfig.areAllPluginsDisabled`]: false,
  }),
  ...planned("instance pool", pool, {
    displayName: "oci-demo-app-instance-pool",
    size: 1,
    instanceConfigurationId: reference,
    "placementConfigurations[0].availabilityDomain": "Uocm:AP-SEOUL-1-AD-1",
    "placementConfigurations[0].primaryVnicSubnets.subnetId": reference,
    loadBalancers: [
      { loadBalancerId: reference, backendSetName: "oci-demo-app--cookie", port: 5000, vnicSelection: "PrimaryVnic" },
    ],
  }),
  {
    step: "instance pool: its size belongs to autoscaling",
    expected: { ...pool, option: "ignoreChanges", value: ["size"] },
  },
  {
    step: "pool failed on the quota of a free account",
    stack: "schedules",
    expected: { setting: "freeTier", value: true },
  },
  {
    step: "pool failed on the quota of a free account: said before, with one server beside the pool",
    stack: "schedules",
    expected: {
      refused:
        "makes 3 micro instances (2 in pools and 1 others) when all pools are at their largest; 2 are without charges",
      when: { file: "Pulumi.schedules.yaml", from: "freeTier: true", to: "freeTier: true\n    otherInstances: 1" },
    },
  },
  ...planned("metric autoscaling", autoscaling, {
    displayName: "oci-demo-autoscale-config",
    "policies[0].displayName": "oci-demo-autoscale-policy",
    "autoScalingResources.id": reference,
    "autoScalingResources.type": "instancePool",
    "policies[0].policyType": "threshold",
    "policies[0].capacity": { initial: 1, min: 1, max: 2 },
    [`${rules}[0].metric.metricType`]: "CPU_UTILIZATION",
    [`${rules}[0].metric.threshold`]: { operator: "GT", value: 40 },
    [`${rules}[0].action`]: { type: "CHANGE_COUNT_BY", value: 1 },
    [`${rules}[1].metric.metricType`]: "CPU_UTILIZATION",
    [`${rules}[1].metric.threshold`]: { operator: "LT", value: 20 },
    [`${rules}[1].action`]: { type: "CHANGE_COUNT_BY", value: -1 },
    "policies[1]": undefined,
  }),
  {
    step: "metric autoscaling: deleted before it is replaced",
    expected: { ...autoscaling, option: "deleteBeforeReplace", value: true },
  },
  ...planned("schedule autoscaling, instead of the threshold", autoscaling, {
    "policies[0].policyType": "scheduled",
    "policies[0].executionSchedule": { type: "cron", expression: "0 0 9 ? * MON-FRI", timezone: "UTC" },
    "policies[0].capacity": { initial: 1, min: 1, max: 1 },
    "policies[1].policyType": "scheduled",
    "policies[1].executionSchedule": { type: "cron", expression: "0 0 0 ? * MON-FRI", timezone: "UTC" },
    "policies[1].capacity": { initial: 2, min: 2, max: 2 },
  }).map((row): Row => ({ ...row, stack: "schedules" })),
  {
    step: "schedule autoscaling: up to 50",
    stack: "schedules",
    expected: {
      refused: "would become 52 policies in UTC; 50 are allowed here",
      when: { file: "index.ts", from: "schedules: {", to: `schedules: {\n${fifty}` },
    },
  },
  {
    step: "schedule autoscaling: not beside a metric",
    expected: {
      refused: "a pool goes by a metric or by schedules: it takes one configuration, of one of the two kinds",
      when: {
        file: "index.ts",
        from: "schedules: {",
        to: `metric: "cpu",\n  scaleOut: { above: 40, add: 1 },\n  schedules: {`,
      },
    },
    stack: "schedules",
  },
  {
    step: "load test: one thread half busy for 1800 seconds",
    expected: {
      file: "load-test/burn.sh",
      holds: "percent=50 seconds=1800",
    },
  },
  { step: "load test: 500 visitors", expected: { file: "load-test/locustfile.py", holds: "visitors = 500" } },
  {
    step: "load test: each asks once a second",
    expected: { file: "load-test/locustfile.py", holds: "wait_time = constant_throughput(1)" },
  },
  {
    step: "load test: the certificate is not checked",
    expected: { file: "load-test/locustfile.py", holds: "self.client.verify = False" },
  },
  {
    step: "load test: members come and go",
    expected: { file: "Pulumi.yaml", holds: "options: refresh: always" },
  },
  ...given("balancer or network balancer", { "loadBalancers.oci-demo-lb.bandwidth.maximum": 10 }),
  {
    step: "balancer or network balancer: layer 4 has no bandwidth",
    expected: {
      refused: 'bandwidth: is not an option of a balancer of kind "network"',
      when: { file: "index.ts", from: 'kind: "application"', to: 'kind: "network"' },
    },
  },
];

export const oci: readonly Step[] = [...accounts, ...balancing, ...serving, ...scaling].map((row) => ({
  example,
  ...row,
}));
