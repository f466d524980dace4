import { type Case, inSection, tags } from "./cases.js";

const balancerName = (says: string, bad: string, good: string, text: string): Case => ({
  says,
  bad: (stack) => stack.balancer({ physicalName: bad }),
  good: (stack) => stack.balancer({ physicalName: good }),
  path: "loadBalancer.physicalName",
  text,
});
const groupName = (says: string, bad: string, good: string): Case => ({
  says,
  bad: (stack) => stack.tier({ physicalName: bad }),
  good: (stack) => stack.tier({ physicalName: good }),
  path: "tier.physicalName",
  text: `${JSON.stringify(bad)} must be letters, digits, blanks and ._-:/()#,@[]+=&;{}!$*, and not begin with sg-`,
});
const hyphens = (name: string) => `"${name}" must be letters, digits and inner hyphens, and not begin with internal-`;

export const names = inSection("aws 1.2", [
  balancerName(
    "LB name up to 32 characters",
    "a".repeat(33),
    "a".repeat(32),
    "has 33 characters; 1..32 are allowed here",
  ),
  balancerName("LB name: letters, digits, hyphen", "web_alb", "web-alb", hyphens("web_alb")),
  balancerName("LB name: letters, digits, hyphen (Korean)", "웹", "Web-ALB", hyphens("웹")),
  balancerName("LB name: no leading hyphen", "-web", "w-eb", hyphens("-web")),
  balancerName("LB name: no trailing hyphen", "web-", "web-1", hyphens("web-")),
  balancerName("LB must not start internal-", "internal-web", "internal", hyphens("internal-web")),
  groupName("security group name: no en dash", "web – members", "web - members"),
  groupName("security group name: no <", "web<app", "web(app)"),
  groupName("security group name: no quotes", "web'app", "web app"),
  groupName("security group name: no Korean", "웹", "web"),
  groupName("security group name does not start sg-", "sg-web", "web-sg-1"),
  groupName("security group names are compared in any case", "SG-web", "websg-"),
  {
    says: "security group name up to 255 characters",
    bad: (stack) => stack.tier({ physicalName: "a".repeat(256) }),
    good: (stack) => stack.tier({ physicalName: "a".repeat(255) }),
    path: "tier.physicalName",
    text: "has more than 255 characters",
  },
  {
    says: "fixed target-group names make replacement impossible",
    bad: (stack) => stack.set({ physicalName: "Web-TG" }),
    good: (stack) => stack.set(),
    path: "backendSet.physicalName",
    text: "is not available: a target group that a listener uses cannot be replaced under its own name; instead: leave it out, for a name made of this component's",
  },
  {
    says: "a listener has no name",
    bad: (stack) => stack.listener({ physicalName: "http" }),
    good: (stack) => stack.listener(),
    path: "listener.physicalName",
    text: "is not available: listeners have no name; instead: leave it out",
  },
  {
    says: "a VPC's name is its Name tag",
    bad: (stack) => stack.network({ physicalName: "VPC-Lab", tags: { Name: "lab" } }),
    good: (stack) => stack.network({ physicalName: "VPC-Lab", tags: { team: "lab" } }),
    path: "network.physicalName",
    text: "stands against tags.Name: the name of a VPC is its Name tag; instead: one of the two",
  },
  {
    says: "tags: 50 per resource, of which Name is one (network)",
    bad: (stack) => stack.network({ tags: tags(50) }),
    good: (stack) => stack.network({ tags: { team: "web" } }),
    path: "network.tags",
    text: "makes 51 tags with Name; 50 are allowed here; instead: fewer tags",
  },
  {
    says: "tags: 50 per resource, of which Name is one (balancer)",
    bad: (stack) => stack.balancer({ tags: { ...tags(50), Name: "front" } }),
    good: (stack) => stack.balancer({ tags: { team: "web" } }),
    path: "loadBalancer.tags",
    text: "makes 51 tags with Name; 50 are allowed here; instead: fewer tags",
  },
  {
    says: "tags: no aws: prefix (network)",
    bad: (stack) => stack.network({ tags: { "aws:team": "web" } }),
    good: (stack) => stack.network({ tags: { team: "aws:web" } }),
    path: "network.tags.aws:team",
    text: "begins with aws:, which AWS keeps for itself; instead: another key",
  },
  {
    says: "tags: no aws: prefix, in any case (balancer)",
    bad: (stack) => stack.balancer({ tags: { "AWS:team": "web" } }),
    good: (stack) => stack.balancer({ tags: { team: "AWS:web" } }),
    path: "loadBalancer.tags.AWS:team",
    text: "begins with aws:, which AWS keeps for itself; instead: another key",
  },
  {
    says: "tag values of balancers: letters, digits, blanks and _.:/=+-@",
    bad: (stack) => stack.balancer({ tags: { team: "web & app" } }),
    good: (stack) => stack.balancer({ tags: { team: "웹 a1_.:/=+-@" } }),
    path: "loadBalancer.tags.team",
    text: '"team=web & app" holds a character that tags of balancers do not take; instead: letters, digits, blanks and _.:/=+-@',
  },
  {
    says: "tag keys of balancers: the same characters",
    bad: (stack) => stack.balancer({ tags: { "team#1": "web" } }),
    good: (stack) => stack.network({ tags: { team: "web & app" } }),
    path: "loadBalancer.tags.team#1",
    text: '"team#1=web" holds a character that tags of balancers do not take; instead: letters, digits, blanks and _.:/=+-@',
  },
]);
