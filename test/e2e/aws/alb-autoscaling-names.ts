import { first } from "./alb-autoscaling-facts.js";
import { group, template, version } from "./answers.js";
import type { ToldAlteration } from "./life.js";
import { nextVersion, rules, set, usualRefresh } from "./told.js";

const tags = { Name: "Web Instance", team: "web" };
const v2 = {
  ImageId: "Web Server v2",
  InstanceType: "t2.micro",
  VersionDescription: "Web Server v2 – port 80",
};
const later = { ...usualRefresh, InstanceWarmup: 200 };

/** Other fixed names: what bears them is replaced, and its users follow. */
export const names: readonly ToldAlteration[] = [
  {
    why: "other names of the group and of its template on the cloud",
    round: 4,
    edits: [
      { from: 'physicalName: "Web-ASG"', to: 'physicalName: "Web-ASG-2"' },
      { from: 'physicalName: "Web",', to: 'physicalName: "Web-2",' },
    ],
    expected: [
      "replace autoscaling/group:Group web-asg-pool [launchTemplate.id, launchTemplate.version, name]",
      "replace autoscaling/schedule:Schedule web-asg-schedule-night [autoscalingGroupName]",
      "replace ec2/launchTemplate:LaunchTemplate web-template [name]",
      "update index:InstancePool web-asg",
      "update index:InstanceTemplate web",
    ],
    told: [
      set("templates/Web", undefined),
      set("templates/Web-2", template("ASG-Web-Inst-SG", tags, v2)),
      set("groups/Web-ASG", undefined),
      set("groups/Web-ASG-2", {
        ...group("Web-2", { min: 1, max: 6, desired: 2 }, first.groups["Web-ASG"] as Readonly<Record<string, unknown>>),
        LaunchTemplate: { LaunchTemplateName: "Web-2", Version: "1" },
        MinSize: 1,
        MaxSize: 6,
        HealthCheckGracePeriod: 200,
        Tags: ["Name=ASG-Web-Instance, instances too", "stage=lab, instances too"],
        EnabledMetrics: undefined,
      }),
      set("targetGroups/web-tg-target-group/Members", ["80 healthy", "80 healthy"]),
      set("schedules/night/AutoScalingGroupName", "Web-ASG-2"),
    ],
  },
  {
    why: "another name of the tier's group on the cloud",
    round: 5,
    edits: [{ from: 'physicalName: "ASG-Web-Inst-SG"', to: 'physicalName: "Web-Inst-SG"' }],
    expected: [
      "replace ec2/securityGroup:SecurityGroup web-group [name]",
      "replace vpc/securityGroupEgressRule:SecurityGroupEgressRule web-egress-tcp-443-any [securityGroupId]",
      "replace vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-80-balancer-web-alb [securityGroupId]",
      "update autoscaling/group:Group web-asg-pool [capacityReservationSpecification.capacityReservationPreference, instanceRefresh.preferences.checkpointPercentages, instanceRefresh.triggers, launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, latestVersion, networkInterfaces[0].ipv4Addresses, networkInterfaces[0].ipv4Prefixes, networkInterfaces[0].ipv6Addresses, networkInterfaces[0].ipv6Prefixes, networkInterfaces[0].securityGroups[0]]",
      "update index:Tier web",
      "update vpc/securityGroupEgressRule:SecurityGroupEgressRule web-alb-egress-tcp-80-tier-web [referencedSecurityGroupId]",
    ],
    told: [
      rules({
        gone: [
          "ASG-Web-Inst-SG: egress tcp 443 0.0.0.0/0",
          "ASG-Web-Inst-SG: ingress tcp 80 web-alb-group",
          "web-alb-group: egress tcp 80 ASG-Web-Inst-SG",
        ],
        made: [
          "Web-Inst-SG: egress tcp 443 0.0.0.0/0",
          "Web-Inst-SG: ingress tcp 80 web-alb-group",
          "web-alb-group: egress tcp 80 Web-Inst-SG",
        ],
      }),
      set("templates/Web-2", template("a group that is gone", tags, v2)),
      nextVersion(
        "Web-2",
        "Web-ASG-2",
        { NetworkInterfaces: version(2, "Web-Inst-SG", tags).NetworkInterfaces },
        later,
      ),
    ],
  },
];
