import { planned, type Row, reference, type Step } from "./row.js";

const example = "openstack-octavia";
const rule = { type: "openstack:networking/secGroupRule:SecGroupRule", name: "web-ingress-tcp-80-192-0-3-0-24" };
const balancer = { type: "openstack:loadbalancer/loadBalancer:LoadBalancer", name: "front-balancer" };
const address = { type: "openstack:networking/floatingIp:FloatingIp", name: "front-address" };
const listener = { type: "openstack:loadbalancer/listener:Listener", name: "http-listener" };
const pool = (set: string) => ({ type: "openstack:loadbalancer/pool:Pool", name: `${set}-pool` });
const member = (name: string) => ({
  type: "openstack:loadbalancer/member:Member",
  name: `web-member-${name}-front-pages`,
});
const monitor = { type: "openstack:loadbalancer/monitor:Monitor", name: "pages-monitor" };
const server = (name: string) => ({ type: "openstack:compute/instance:Instance", name: `web-instance-${name}` });
const port = (name: string) => ({ type: "openstack:networking/port:Port", name: `web-port-${name}` });
const keyPair = { type: "openstack:compute/keypair:Keypair", name: "web-key-pair" };
const stack = { type: "openstack:orchestration/stackV1:StackV1", name: "scaled-stack" };

/** Values of the text that Heat is given. */
function inHeat(step: string, values: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(values).map(([at, value]) => ({
    step: `${step}: ${at}`,
    expected: { component: "instancePool:scaled", document: "stack.templateOpts.Bin", at, value },
  }));
}

const rows: readonly Row[] = [
  {
    step: "security-httpd: a group",
    expected: {
      type: "openstack:networking/secGroup:SecGroup",
      name: "web-group",
      property: "description",
      value: "members of a tier",
    },
  },
  {
    step: "security-httpd: an HTTP rule, into the group",
    expected: { ...rule, property: "direction", value: "ingress" },
  },
  { step: "security-httpd: an HTTP rule, tcp", expected: { ...rule, property: "protocol", value: "tcp" } },
  { step: "security-httpd: an HTTP rule, from port 80", expected: { ...rule, property: "portRangeMin", value: 80 } },
  { step: "security-httpd: an HTTP rule, to port 80", expected: { ...rule, property: "portRangeMax", value: 80 } },
  {
    step: "security-httpd: from the balancer's subnet",
    expected: { ...rule, property: "remoteIpPrefix", value: "192.0.3.0/24" },
  },
  {
    step: "key2 is given",
    expected: { setting: "keys.key2.publicKey", value: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo key2" },
  },
  ...planned("key2", keyPair, { publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo key2" }),
  ...["0", "1"].flatMap((name) => [
    ...planned(`two servers, ${name}`, server(name), {
      imageId: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
      flavorId: "m1.small",
      keyPair: reference,
      networks: [{ port: reference }],
      userData: "[secret]",
    }),
    ...planned(`two servers, the port of ${name}`, port(name), {
      networkId: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a01",
      securityGroupIds: [reference],
    }),
  ]),
  {
    step: "two servers with user data that installs a web server",
    expected: { file: "httpd.sh", holds: "dnf -y install httpd" },
  },
  {
    step: "two servers with user data that says Hello World!",
    expected: { file: "httpd.sh", holds: "echo 'Hello World!' >/var/www/html/index.html" },
  },
  {
    step: "loadbalancer create: the VIP subnet is given",
    expected: { setting: "networks.shop.subnets[0].id", value: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a02" },
  },
  {
    step: "loadbalancer create --vip-subnet-id",
    expected: { ...balancer, property: "vipSubnetId", value: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a02" },
  },
  { step: "listener create: HTTP", expected: { ...listener, property: "protocol", value: "HTTP" } },
  { step: "listener create: port 80", expected: { ...listener, property: "protocolPort", value: 80 } },
  { step: "listener create: on the balancer", expected: { ...listener, property: "loadbalancerId", value: reference } },
  { step: "pool create: HTTP", expected: { ...pool("pages"), property: "protocol", value: "HTTP" } },
  { step: "pool create: ROUND_ROBIN", expected: { ...pool("pages"), property: "lbMethod", value: "ROUND_ROBIN" } },
  {
    step: "pool create: or LEAST_CONNECTIONS",
    expected: { ...pool("reports"), property: "lbMethod", value: "LEAST_CONNECTIONS" },
  },
  { step: "pool create: or SOURCE_IP", expected: { ...pool("carts"), property: "lbMethod", value: "SOURCE_IP" } },
  { step: "pool create: for the listener", expected: { ...listener, property: "defaultPoolId", value: reference } },
  ...planned("member create: the first server", member("0"), { address: reference, protocolPort: 80 }),
  ...planned("member create: the second server", member("1"), { address: reference, protocolPort: 80 }),
  { step: "healthmonitor create: PING", expected: { ...monitor, property: "type", value: "PING" } },
  { step: "healthmonitor create: delay 5", expected: { ...monitor, property: "delay", value: 5 } },
  { step: "healthmonitor create: timeout 10", expected: { ...monitor, property: "timeout", value: 10 } },
  { step: "healthmonitor create: max-retries 4", expected: { ...monitor, property: "maxRetries", value: 4 } },
  { step: "floating ip create External", expected: { ...address, property: "pool", value: "External" } },
  {
    step: "floating ip create: External is given",
    expected: { setting: "externalNetwork.name", value: "External" },
  },
  { step: "loadbalancer show: the VIP port", expected: { ...address, property: "portId", value: reference } },
  { step: "floating ip set --port", expected: { ...address, property: "portId", value: reference } },
  { step: "delete: members before their pool", expected: { ...member("0"), property: "poolId", value: reference } },
  { step: "delete: the monitor before its pool", expected: { ...monitor, property: "poolId", value: reference } },
  {
    step: "delete: the pool before the balancer",
    expected: { ...pool("pages"), property: "loadbalancerId", value: reference },
  },
  {
    step: "delete: the listener before the balancer",
    expected: { ...listener, property: "loadbalancerId", value: reference },
  },
  ...inHeat("2 Telemetry", {
    "resources.scaleOutAlarm.type": "OS::Aodh::GnocchiAggregationByResourcesAlarm",
    "resources.scaleOutAlarm.properties.metric": "cpu",
    "resources.scaleOutAlarm.properties.aggregation_method": "rate:mean",
    "resources.scaleOutAlarm.properties.granularity": 60,
    "resources.scaleOutAlarm.properties.evaluation_periods": 3,
    "resources.group.properties.resource.properties.metadata": {
      "metering.server_group": { get_param: "OS::stack_id" },
    },
  }),
  ...planned("3 Orchestration", stack, { timeout: 45 }),
  ...inHeat("3 Orchestration", {
    heat_template_version: "2018-08-31",
    "resources.group.type": "OS::Heat::AutoScalingGroup",
    "resources.group.properties.resource.properties.sets.front-reports.pool": {
      of: "backendSet:front/reports",
      ref: "pool.id",
    },
    "resources.group.properties.resource.properties.sets.front-carts.pool": {
      of: "backendSet:front/carts",
      ref: "pool.id",
    },
    "resources.group.properties.resource.properties.sets.front-reports.port": 80,
  }),
  ...inHeat("4 Auto Scaling", {
    "resources.group.properties.min_size": 1,
    "resources.group.properties.max_size": 3,
    "resources.group.properties.desired_capacity": undefined,
    "resources.scaleOut.properties.scaling_adjustment": 1,
    "resources.scaleOutAlarm.properties.comparison_operator": "gt",
    "resources.scaleOutAlarm.properties.threshold": 36_000_000_000,
    "resources.scaleIn.properties.scaling_adjustment": -1,
    "resources.scaleInAlarm.properties.comparison_operator": "lt",
    "resources.scaleInAlarm.properties.threshold": 12_000_000_000,
  }),
];

export const openstack: readonly Step[] = rows.map((row) => ({ ...row, example }));
