import type { Step } from "./row.js";

const example = "openstack-octavia";
const rule = { type: "openstack:networking/secGroupRule:SecGroupRule", name: "web-ingress-tcp-80-192-0-3-0-24" };
const balancer = { type: "openstack:loadbalancer/loadBalancer:LoadBalancer", name: "front-balancer" };
const address = { type: "openstack:networking/floatingIp:FloatingIp", name: "front-address" };
const listener = { type: "openstack:loadbalancer/listener:Listener", name: "http-listener" };
const pool = (set: string) => ({ type: "openstack:loadbalancer/pool:Pool", name: `${set}-pool` });
const member = (name: string) => ({ type: "openstack:loadbalancer/member:Member", name: `pages-member-${name}` });
const monitor = { type: "openstack:loadbalancer/monitor:Monitor", name: "pages-monitor" };
/** The id of another resource: what makes Pulumi take things away backwards. */
const reference = "[unknown]";

const rows: readonly Omit<Step, "example">[] = [
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
  { step: "key2", expected: { later: "compute half" } },
  { step: "two servers with user data", expected: { later: "compute half" } },
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
  { step: "member create: 192.0.2.10", expected: { ...member("first"), property: "address", value: "192.0.2.10" } },
  { step: "member create: 192.0.2.10, port 80", expected: { ...member("first"), property: "protocolPort", value: 80 } },
  { step: "member create: 192.0.2.11", expected: { ...member("second"), property: "address", value: "192.0.2.11" } },
  {
    step: "member create: 192.0.2.11, port 80",
    expected: { ...member("second"), property: "protocolPort", value: 80 },
  },
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
  { step: "delete: members before their pool", expected: { ...member("first"), property: "poolId", value: reference } },
  { step: "delete: the monitor before its pool", expected: { ...monitor, property: "poolId", value: reference } },
  {
    step: "delete: the pool before the balancer",
    expected: { ...pool("pages"), property: "loadbalancerId", value: reference },
  },
  {
    step: "delete: the listener before the balancer",
    expected: { ...listener, property: "loadbalancerId", value: reference },
  },
  { step: "2 Telemetry", expected: { later: "compute half" } },
  { step: "3 Orchestration", expected: { later: "compute half" } },
  { step: "4 Auto Scaling", expected: { later: "compute half" } },
];

export const openstack: readonly Step[] = rows.map((row) => ({ ...row, example }));
