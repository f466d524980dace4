const { DefaultSecurityGroup } = require("@pulumi/aws/ec2/defaultSecurityGroup.js");
const { Eip } = require("@pulumi/aws/ec2/eip.js");
const { InternetGateway } = require("@pulumi/aws/ec2/internetGateway.js");
const { NatGateway } = require("@pulumi/aws/ec2/natGateway.js");
const { Route } = require("@pulumi/aws/ec2/route.js");
const { RouteTable } = require("@pulumi/aws/ec2/routeTable.js");
const { RouteTableAssociation } = require("@pulumi/aws/ec2/routeTableAssociation.js");
const { SecurityGroup } = require("@pulumi/aws/ec2/securityGroup.js");
const { Subnet } = require("@pulumi/aws/ec2/subnet.js");
const { Vpc } = require("@pulumi/aws/ec2/vpc.js");
const { Listener } = require("@pulumi/aws/lb/listener.js");
const { LoadBalancer } = require("@pulumi/aws/lb/loadBalancer.js");
const { TargetGroup } = require("@pulumi/aws/lb/targetGroup.js");
const { SecurityGroupEgressRule } = require("@pulumi/aws/vpc/securityGroupEgressRule.js");
const { SecurityGroupIngressRule } = require("@pulumi/aws/vpc/securityGroupIngressRule.js");

const anywhere = "0.0.0.0/0";
const zones = [
  { zone: "ap-northeast-2a", open: "10.20.0.0/20", closed: "10.20.128.0/20" },
  { zone: "ap-northeast-2c", open: "10.20.16.0/20", closed: "10.20.144.0/20" },
];

function makeNetwork(shop) {
  const tags = (role) => ({ Name: `${shop}-${role}` });
  const vpc = new Vpc(`${shop}-vpc`, {
    cidrBlock: "10.20.0.0/16",
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: tags("vpc"),
  });
  const vpcId = vpc.id;
  new DefaultSecurityGroup(`${shop}-default-group`, { vpcId, tags: tags("default-closed") });
  const gateway = new InternetGateway(`${shop}-gateway`, { vpcId, tags: tags("gateway") });
  const publicRoutes = new RouteTable(`${shop}-public-routes`, { vpcId, tags: tags("public") });
  const publicRoute = new Route(`${shop}-public-route`, {
    routeTableId: publicRoutes.id,
    destinationCidrBlock: anywhere,
    gatewayId: gateway.id,
  });
  let nat;
  const subnets = zones.map(({ zone, open, closed }) => {
    const subnet = (place, cidrBlock) =>
      new Subnet(`${shop}-${place}-${zone}`, {
        vpcId,
        cidrBlock,
        availabilityZone: zone,
        mapPublicIpOnLaunch: false,
        tags: tags(`${place}-${zone}`),
      });
    const outside = subnet("public", open);
    new RouteTableAssociation(`${shop}-public-association-${zone}`, {
      subnetId: outside.id,
      routeTableId: publicRoutes.id,
    });
    const inside = subnet("private", closed);
    const routes = new RouteTable(`${shop}-private-routes-${zone}`, { vpcId, tags: tags(`private-${zone}`) });
    new RouteTableAssociation(`${shop}-private-association-${zone}`, { subnetId: inside.id, routeTableId: routes.id });
    if (!nat) {
      const dependsOn = [publicRoute];
      const address = new Eip(
        `${shop}-nat-address-${zone}`,
        { domain: "vpc", tags: tags(`nat-${zone}`) },
        { dependsOn },
      );
      nat = new NatGateway(
        `${shop}-nat-${zone}`,
        { subnetId: outside.id, allocationId: address.id, tags: tags(`nat-${zone}`) },
        { dependsOn },
      );
    }
    new Route(`${shop}-private-route-${zone}`, {
      routeTableId: routes.id,
      destinationCidrBlock: anywhere,
      natGatewayId: nat.id,
    });
    return outside.id;
  });
  return { vpcId, subnets, publicRoute };
}

function tcp(port, group, description, peer) {
  return {
    securityGroupId: group.id,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    description: `${description.split("-")[0]} tcp ${port} ${description.split("-").slice(1).join("-")}`,
    ...peer,
  };
}

for (let copy = 0; copy < Number(process.env.BENCH_COPIES ?? 1); copy += 1) {
  const { vpcId, subnets, publicRoute } = makeNetwork(`shop-${copy}`);
  const members = new SecurityGroup(`web-${copy}-group`, { vpcId, description: "members of a tier" });
  new SecurityGroupEgressRule(`web-${copy}-egress-any`, {
    securityGroupId: members.id,
    ipProtocol: "-1",
    cidrIpv4: anywhere,
    description: "egress any",
  });
  const group = new SecurityGroup(`front-${copy}-group`, { vpcId, description: "load balancer" });
  const balancer = new LoadBalancer(
    `front-${copy}-balancer`,
    {
      loadBalancerType: "application",
      internal: false,
      securityGroups: [group.id],
      subnets,
      enableDeletionProtection: false,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
    },
    { dependsOn: [publicRoute] },
  );
  const targets = new TargetGroup(`pages-${copy}-target-group`, {
    vpcId,
    targetType: "instance",
    port: 5000,
    protocol: "HTTP",
    stickiness: { type: "lb_cookie", enabled: true },
    healthCheck: {
      enabled: true,
      protocol: "HTTP",
      port: "traffic-port",
      interval: 10,
      timeout: 3,
      healthyThreshold: 3,
      unhealthyThreshold: 3,
      path: "/hello",
      matcher: "200",
    },
  });
  new SecurityGroupEgressRule(
    `front-${copy}-egress-tcp-5000-tier-web-${copy}`,
    tcp(5000, group, `egress-tier-web-${copy}`, { referencedSecurityGroupId: members.id }),
  );
  new SecurityGroupIngressRule(
    `web-${copy}-ingress-tcp-5000-balancer-front-${copy}`,
    tcp(5000, members, `ingress-balancer-front-${copy}`, { referencedSecurityGroupId: group.id }),
  );
  const open = { cidrIpv4: anywhere };
  new SecurityGroupIngressRule(`front-${copy}-ingress-tcp-443-internet`, tcp(443, group, "ingress-internet", open));
  new Listener(`https-${copy}-listener`, {
    loadBalancerArn: balancer.arn,
    port: 443,
    protocol: "HTTPS",
    certificateArn: "arn:aws:acm:ap-northeast-2:123456789012:certificate/demo",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
  });
  new SecurityGroupIngressRule(`front-${copy}-ingress-tcp-80-internet`, tcp(80, group, "ingress-internet", open));
  new Listener(`http-${copy}-listener`, {
    loadBalancerArn: balancer.arn,
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
  });
}
