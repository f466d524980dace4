// What examples/web-stack makes on OpenStack, written with the provider's own resources: the measure of what the library
// costs. References say the order; dependsOn stands where Neutron would refuse (a floating IP whose subnet has no router yet).
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import * as openstack from "@pulumi/openstack";
import { Config, interpolate, jsonStringify } from "@pulumi/pulumi";
import { group } from "./group";

interface Settings {
  readonly externalNetwork: { readonly id: string; readonly name: string };
  readonly availabilityZones: readonly [string, string];
  readonly certificates: { readonly shop: string };
  readonly images: { readonly web: string };
  readonly machines: { readonly small: { readonly flavorId: string; readonly vcpus: number } };
  readonly granularity: number;
  readonly keys: { readonly ops: string };
  readonly rights: { readonly authUrl: string; readonly roles: { readonly "object-storage": string[] } };
}

const settings = new Config("webtier").requireObject<Settings>("settings");
const { flavorId, vcpus } = settings.machines.small;
const imageId = settings.images.web;
const open = "10.20.0.0/17";
const closed = "10.20.128.0/17";
const server = readFileSync(
  join(dirname(require.resolve("webtier/package.json")), "examples/web-stack/server.sh"),
  "utf8",
);

const network = new openstack.networking.Network("shop-network", {});
const subnet = (place: string, cidr: string) =>
  new openstack.networking.Subnet(`shop-${place}`, { networkId: network.id, cidr, ipVersion: 4 });
const publicSubnet = subnet("public", open);
const privateSubnet = subnet("private", closed);
const router = new openstack.networking.Router("shop-router", { externalNetworkId: settings.externalNetwork.id });
const joinRouter = (place: string, subnetId: openstack.networking.Subnet["id"]) =>
  new openstack.networking.RouterInterface(`shop-${place}-interface`, { routerId: router.id, subnetId });
const publicInterface = joinRouter("public", publicSubnet.id);
joinRouter("private", privateSubnet.id);

const members = (tier: string) =>
  new openstack.networking.SecGroup(`${tier}-group`, { description: "members of a tier" });
const webGroup = members("web");
const appGroup = members("app");
function admit(tier: string, of: openstack.networking.SecGroup, port: number, remoteIpPrefix: string) {
  const name = `${tier}-ingress-tcp-${port}-${remoteIpPrefix.replace(/[./]/g, "-")}`;
  new openstack.networking.SecGroupRule(name, {
    securityGroupId: of.id,
    direction: "ingress",
    ethertype: "IPv4",
    protocol: "tcp",
    portRangeMin: port,
    portRangeMax: port,
    remoteIpPrefix,
  });
}
admit("web", webGroup, 22, "10.30.0.0/24");
admit("web", webGroup, 5000, open);
admit("app", appGroup, 8080, open);

const balancer = (name: string) =>
  new openstack.loadbalancer.LoadBalancer(`${name}-balancer`, { vipSubnetId: publicSubnet.id });
const front = balancer("front");
const inner = balancer("inner");
new openstack.networking.FloatingIp(
  "front-address",
  { pool: settings.externalNetwork.name, portId: front.vipPortId },
  { dependsOn: [publicInterface] },
);

function pool(
  name: string,
  owner: openstack.loadbalancer.LoadBalancer,
  path: string,
  { ending = "", ...more }: { ending?: string; persistence?: { type: string } } = {},
) {
  const made = new openstack.loadbalancer.Pool(`${name}-pool${ending}`, {
    loadbalancerId: owner.id,
    protocol: "HTTP",
    lbMethod: "ROUND_ROBIN",
    ...more,
  });
  new openstack.loadbalancer.Monitor(`${name}-monitor`, {
    poolId: made.id,
    type: "HTTP",
    delay: 10,
    timeout: 3,
    maxRetries: 3,
    maxRetriesDown: 3,
    urlPath: path,
    httpMethod: "GET",
    expectedCodes: "200",
  });
  return made;
}
const pages = pool("pages", front, "/hello", { ending: "-sticky", persistence: { type: "HTTP_COOKIE" } });
const orders = pool("app", inner, "/health");

const usual = {
  insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
  connectionLimit: -1,
  timeoutClientData: 50_000,
  timeoutMemberConnect: 5_000,
  timeoutMemberData: 50_000,
  timeoutTcpInspect: 0,
};
new openstack.loadbalancer.Listener("https-listener", {
  loadbalancerId: front.id,
  protocol: "TERMINATED_HTTPS",
  protocolPort: 443,
  defaultPoolId: pages.id,
  defaultTlsContainerRef: settings.certificates.shop,
  ...usual,
});
const http = new openstack.loadbalancer.Listener("http-listener", {
  loadbalancerId: front.id,
  protocol: "HTTP",
  protocolPort: 80,
  ...usual,
});
const redirect = new openstack.loadbalancer.L7PolicyV2("http-redirect", {
  listenerId: http.id,
  action: "REDIRECT_TO_URL",
  redirectUrl: "https://shop.example.com",
  position: 1,
});
new openstack.loadbalancer.L7RuleV2("http-redirect-path", {
  l7policyId: redirect.id,
  type: "PATH",
  compareType: "STARTS_WITH",
  value: "/",
});
new openstack.loadbalancer.Listener("app-listener", {
  loadbalancerId: inner.id,
  protocol: "HTTP",
  protocolPort: 8080,
  defaultPoolId: orders.id,
  allowedCidrs: [closed],
  ...usual,
});

const apart = (name: string) =>
  new openstack.compute.ServerGroup(`${name}-server-group`, { policies: ["soft-anti-affinity"] });
const appServers = apart("app");
settings.availabilityZones.forEach((availabilityZone, index) => {
  const port = new openstack.networking.Port(`app-port-${index}`, {
    networkId: network.id,
    fixedIps: [{ subnetId: privateSubnet.id }],
    securityGroupIds: [appGroup.id],
  });
  const instance = new openstack.compute.Instance(`app-instance-${index}`, {
    flavorId,
    imageId,
    availabilityZone,
    networks: [{ port: port.id }],
    schedulerHints: [{ group: appServers.id }],
    userData: `#!/bin/bash\nport=8080 upstream=\n${server}`,
  });
  new openstack.loadbalancer.Member(`app-member-${index}-inner-app`, {
    poolId: orders.id,
    address: instance.accessIpV4,
    protocolPort: 8080,
  });
});

const credential = new openstack.identity.ApplicationCredential("web-credential", {
  description: "rights of instances",
  roles: settings.rights.roles["object-storage"],
  unrestricted: false,
});
const boundary = "webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73";
const userData = interpolate`Content-Type: multipart/mixed; boundary="${boundary}"
MIME-Version: 1.0

--${boundary}
Content-Type: text/x-shellscript; charset="utf-8"

#!/bin/bash
port=5000 upstream=http://${inner.vipAddress}:8080
${server}
--${boundary}
Content-Type: text/cloud-config; charset="utf-8"
Merge-Type: list(append)+dict(no_replace,recurse_list)+str()

#cloud-config
write_files:
  - path: /etc/openstack/clouds.yaml
    permissions: "0600"
    content: |
      clouds:
        openstack:
          auth_type: v3applicationcredential
          auth:
            auth_url: "${settings.rights.authUrl}"
            application_credential_id: "${credential.id}"
            application_credential_secret: "${credential.secret}"
--${boundary}--
`;

const member = {
  image: imageId,
  flavor: flavorId,
  network: network.id,
  subnet: privateSubnet.id,
  security_group: webGroup.id,
  server_group: apart("web").id,
  key_name: settings.keys.ops,
  user_data: userData,
  metadata: { "metering.server_group": { get_param: "OS::stack_id" } },
  pool: pages.id,
  protocol_port: 5000,
};
new openstack.orchestration.StackV1("web-stack", {
  templateOpts: { Bin: jsonStringify(group(member, { vcpus, granularity: settings.granularity })) },
  environmentOpts: {
    Bin: jsonStringify({
      resource_registry: { "Shop::Member": pathToFileURL(join(__dirname, "member.yaml")).href },
    }),
  },
  timeout: 40,
});

export const url = "https://shop.example.com";
export const innerUrl = interpolate`http://${inner.vipAddress}:8080`;
