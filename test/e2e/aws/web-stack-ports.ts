import { targetGroup } from "./answers.js";
import type { ToldAlteration } from "./life.js";
import { rules, set } from "./told.js";
import { httpsBegins, reports, route } from "./web-stack-texts.js";

const pagesGroup = "targetGroups/pages-target-group";

/** One set fewer, and another port of servers. */
export const ports: readonly ToldAlteration[] = [
  {
    why: "without the second backend set",
    round: 4,
    edits: [
      { from: reports, to: httpsBegins },
      { from: `\n${route}`, to: "" },
      { from: "backendSets: [pages, reports]", to: "backendSets: [pages]" },
    ],
    expected: [
      "delete index:BackendSet reports",
      "delete lb/listenerRule:ListenerRule https-route-1",
      "delete lb/targetGroup:TargetGroup reports-target-group",
      "delete vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5001-tier-web",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5001-balancer-front",
      "update autoscaling/group:Group web-pool [targetGroupArns[1]]",
      "update index:InstancePool web",
      "update index:Listener https",
    ],
    told: [
      rules({ gone: ["front-group: egress tcp 5001 web-group", "web-group: ingress tcp 5001 front-group"] }),
      set("listeners/front-balancer 443/Rules", undefined),
      set("targetGroups/reports-target-group", undefined),
      set("groups/web-pool/TargetGroupARNs", ["pages-target-group"]),
    ],
  },
  {
    why: "another port of servers, for which their group is replaced while its listener goes on",
    round: 4,
    edits: [{ from: 'protocol: "http",\n  port: 5000', to: 'protocol: "http",\n  port: 5002' }],
    expected: [
      "create vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5002-tier-web",
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5002-balancer-front",
      "delete vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5000-tier-web",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5000-balancer-front",
      "replace lb/targetGroup:TargetGroup pages-target-group [port]",
      "update autoscaling/group:Group web-pool [targetGroupArns[0]]",
      "update autoscaling/policy:Policy web-scaling-target [targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel]",
      "update index:BackendSet pages",
      "update lb/listener:Listener https-listener [defaultActions[0].targetGroupArn]",
    ],
    told: [
      rules({
        gone: ["front-group: egress tcp 5000 web-group", "web-group: ingress tcp 5000 front-group"],
        made: ["front-group: egress tcp 5002 web-group", "web-group: ingress tcp 5002 front-group"],
      }),
      // moto tells the balancer of a group only where a listener or a rule began with it.
      set(pagesGroup, {
        ...targetGroup("front-balancer", 5002, { path: "/hello", interval: 10, timeout: 3, unhealthy: 3 }),
        LoadBalancerArns: undefined,
        Members: ["5002 healthy", "5002 healthy"],
      }),
      set(`${pagesGroup}/Attributes/load_balancing.algorithm.type`, "least_outstanding_requests"),
      set(`${pagesGroup}/Attributes/stickiness.enabled`, "true"),
      set(`${pagesGroup}/Attributes/stickiness.type`, "app_cookie"),
      set(`${pagesGroup}/Attributes/stickiness.app_cookie.cookie_name`, "SHOP"),
      set(`${pagesGroup}/Attributes/stickiness.app_cookie.duration_seconds`, "86400"),
    ],
  },
];
