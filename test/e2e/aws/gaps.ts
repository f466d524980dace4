/** What the lab cannot judge, and what does instead. */
export interface Gap {
  readonly call: string;
  readonly happens: string;
  readonly judge: string;
}

export const gaps: readonly Gap[] = [
  {
    call: "StartInstanceRefresh",
    happens: "moto has no such call; the lab's server keeps the preferences and replaces all instances at once",
    judge: "test/judges/aws, by the service model: names, types and ranges of the preferences",
  },
  {
    call: "PutScalingPolicy with a target",
    happens: "moto makes none of the alarms that AWS makes for a target, so such a policy moves nothing",
    judge: "nothing: the law is the service's own",
  },
  {
    call: "PutMetricAlarm",
    happens: "no metric of an instance reaches an alarm, so the size is moved through SetDesiredCapacity",
    judge: "test/judges/aws, by the service model, and the whole alarm as DescribeAlarms tells it",
  },
  {
    call: "CreateLoadBalancer, CreateListener, CreateAutoScalingGroup",
    happens: "moto accepts subnets of one zone, https without a certificate, a minimum above the maximum",
    judge: "test/limits/aws: the library refuses them itself",
  },
  {
    call: "RunInstances from a version of a template",
    happens: "moto leaves metadata options, monitoring, interfaces and the profile of the version out",
    judge: "the version's whole data, as DescribeLaunchTemplateVersions tells it",
  },
  {
    call: "every replacement of what has a name of its own",
    happens: "the bridge over a provider's binary makes the new one first; the SDK's own provider deletes first",
    judge: "test/plans: the options that decide the order are part of each plan",
  },
];
