import type { ToldAlteration } from "./life.js";
import { groupTouched, nextVersion, set } from "./told.js";
import { target } from "./web-stack-texts.js";

/** Other names and tags, and another policy. */
export const names: readonly ToldAlteration[] = [
  {
    why: "another policy, of another kind",
    round: 3,
    edits: [{ from: "  size: 2,\n", to: target }],
    expected: [
      "create autoscaling/policy:Policy web-scaling-target",
      "create autoscaling/schedule:Schedule web-schedule-morning",
      "update autoscaling/group:Group web-pool [maxSize, minSize]",
      "update index:InstancePool web",
    ],
    told: [
      set("groups/web-pool/MinSize", 1),
      set("groups/web-pool/MaxSize", 4),
      set("policies/web-scaling-target", {
        AutoScalingGroupName: "web-pool",
        PolicyType: "TargetTrackingScaling",
        EstimatedInstanceWarmup: 300,
        TargetTrackingConfiguration: {
          PredefinedMetricSpecification: {
            PredefinedMetricType: "ALBRequestCountPerTarget",
            ResourceLabel: "front-balancer/pages-target-group",
          },
          TargetValue: 1200,
          DisableScaleIn: false,
        },
        Enabled: true,
      }),
      // Sizes of -1 are left as they are: neither the most nor the desired are told.
      set("schedules/morning", {
        AutoScalingGroupName: "web-pool",
        Recurrence: "0 7 * * 1-5",
        MinSize: 2,
        TimeZone: "Asia/Seoul",
      }),
    ],
  },
  {
    why: "a backend set of another name",
    round: 3,
    edits: [
      { from: 'new BackendSet("app", {', to: 'new BackendSet("orders", {' },
      {
        from: 'path: "/hello", interval: 15, timeout: 5 }),\n}',
        to: 'path: "/hello", interval: 15, timeout: 5 }),\n}, { aliases: [{ name: "app" }] }',
      },
    ],
    expected: ["update index:BackendSet orders", "update index:InstancePool app", "update index:Listener app"],
    told: [],
  },
  {
    why: "a tier of another name",
    round: 3,
    edits: [
      {
        from: 'new Tier("app", { network, placement: "private" })',
        to: 'new Tier("orders", { network, placement: "private" }, { aliases: [{ name: "app" }] })',
      },
    ],
    expected: [
      "update index:BackendSet orders",
      "update index:InstanceTemplate app",
      "update index:Tier orders",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule inner-egress-tcp-8080-tier-orders [description]",
    ],
    told: [],
  },
  {
    why: "tags of the network, a balancer and a template",
    round: 3,
    edits: [
      { from: '{ cidr: "10.20.0.0/16", zones: 2 }', to: '{ cidr: "10.20.0.0/16", zones: 2, tags: { team: "shop" } }' },
      {
        from: 'visibility: "public", kind: "application"',
        to: 'visibility: "public", kind: "application", tags: { team: "shop" }',
      },
      { from: 'sshKey: "ops",', to: 'sshKey: "ops",\n  tags: { team: "shop" },' },
    ],
    expected: [
      "update autoscaling/group:Group web-pool [launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, latestVersion, tagSpecifications[0].tags.team, tagSpecifications[1].tags.team, tagSpecifications[2].tags.team]",
      "update index:InstanceTemplate web",
      "update index:LoadBalancer front",
      "update index:Network shop",
      "update ec2/defaultSecurityGroup:DefaultSecurityGroup shop-default-group [tags.team, tagsAll.team]",
      "update ec2/eip:Eip shop-nat-address-ap-northeast-2a [tags.team, tagsAll.team]",
      "update ec2/internetGateway:InternetGateway shop-gateway [tags.team, tagsAll.team]",
      "update ec2/natGateway:NatGateway shop-nat-ap-northeast-2a [tags.team, tagsAll.team]",
      "update ec2/routeTable:RouteTable shop-private-routes-ap-northeast-2a [tags.team, tagsAll.team]",
      "update ec2/routeTable:RouteTable shop-private-routes-ap-northeast-2c [tags.team, tagsAll.team]",
      "update ec2/routeTable:RouteTable shop-public-routes [tags.team, tagsAll.team]",
      "update ec2/securityGroup:SecurityGroup front-group [tags.team, tagsAll.team]",
      "update ec2/securityGroup:SecurityGroup orders-group [tags.team, tagsAll.team]",
      "update ec2/securityGroup:SecurityGroup web-group [tags.team, tagsAll.team]",
      "update ec2/subnet:Subnet shop-private-ap-northeast-2a [tags.team, tagsAll.team]",
      "update ec2/subnet:Subnet shop-private-ap-northeast-2c [tags.team, tagsAll.team]",
      "update ec2/subnet:Subnet shop-public-ap-northeast-2a [tags.team, tagsAll.team]",
      "update ec2/subnet:Subnet shop-public-ap-northeast-2c [tags.team, tagsAll.team]",
      "update ec2/vpc:Vpc shop-vpc [tags.team, tagsAll.team]",
      "update lb/listener:Listener http-listener [tags.team, tagsAll.team]",
      "update lb/listener:Listener https-listener [tags.team, tagsAll.team]",
      "update lb/listenerRule:ListenerRule https-route-1 [tags.team, tagsAll.team]",
      "update lb/loadBalancer:LoadBalancer front-balancer [tags.team, tagsAll.team]",
      "update lb/targetGroup:TargetGroup pages-target-group [tags.team, tagsAll.team]",
      "update lb/targetGroup:TargetGroup reports-target-group [tags.team, tagsAll.team]",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5000-tier-web [tags, tagsAll.team]",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5001-tier-web [tags, tagsAll.team]",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule orders-egress-any [tags, tagsAll.team]",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule web-egress-any [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule front-ingress-tcp-443-internet [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule front-ingress-tcp-80-internet [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule orders-ingress-tcp-8080-balancer-inner [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-22-10-30-1-0-24 [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5000-balancer-front [tags, tagsAll.team]",
      "update vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5001-balancer-front [tags, tagsAll.team]",
    ],
    told: [
      groupTouched("reports-target-group"),
      nextVersion("web-template", "web-pool", {
        TagSpecifications: ["instance", "volume", "network-interface"].map((ResourceType) => ({
          ResourceType,
          Tags: { Name: "web", team: "shop" },
        })),
      }),
    ],
  },
];
