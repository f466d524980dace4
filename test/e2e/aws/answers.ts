/** Whole answers of AWS about what a program stands for, as moto gives them: what a program says, and what it leaves open. */

type Given = Readonly<Record<string, unknown>>;

/** An HTTP listener has no TLS policy on AWS; moto tells one. */
export const noPolicy = "ELBSecurityPolicy-2016-08";

export function balancer(name: string, subnets: Readonly<Record<string, string>>, rest: Given = {}): Given {
  return {
    Scheme: "internet-facing",
    VpcId: "shop-vpc",
    Type: "application",
    AvailabilityZones: Object.entries(subnets).map(([ZoneName, SubnetId]) => ({ ZoneName, SubnetId })),
    SecurityGroups: [`${name}-group`],
    IpAddressType: "ipv4",
    Attributes: balancerAttributes,
    ...rest,
  };
}

const balancerAttributes = {
  "access_logs.s3.bucket": "",
  "access_logs.s3.enabled": "false",
  "access_logs.s3.prefix": "",
  "client_keep_alive.seconds": "3600",
  "connection_logs.s3.enabled": "false",
  "deletion_protection.enabled": "false",
  "idle_timeout.timeout_seconds": "60",
  "load_balancing.cross_zone.enabled": "false",
  "routing.http.desync_mitigation_mode": "defensive",
  "routing.http.drop_invalid_header_fields.enabled": "true",
  "routing.http.preserve_host_header.enabled": "false",
  "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
  "routing.http.xff_client_port.enabled": "false",
  "routing.http.xff_header_processing.mode": "append",
  "routing.http2.enabled": "true",
  "waf.fail_open.enabled": "false",
  "zonal_shift.config.enabled": "false",
};

interface Check {
  readonly path: string;
  readonly interval: number;
  readonly timeout: number;
  readonly healthy?: number;
  readonly unhealthy?: number;
  readonly codes?: string;
}

export function targetGroup(balancer: string, port: number, check: Check, rest: Given = {}): Given {
  const { Attributes = {}, ...others } = rest;
  return {
    Protocol: "HTTP",
    Port: port,
    VpcId: "shop-vpc",
    HealthCheckProtocol: "HTTP",
    HealthCheckPort: "traffic-port",
    HealthCheckEnabled: true,
    HealthCheckIntervalSeconds: check.interval,
    HealthCheckTimeoutSeconds: check.timeout,
    HealthyThresholdCount: check.healthy ?? 3,
    UnhealthyThresholdCount: check.unhealthy ?? 3,
    HealthCheckPath: check.path,
    Matcher: { HttpCode: check.codes ?? "200" },
    LoadBalancerArns: [balancer],
    TargetType: "instance",
    ProtocolVersion: "HTTP1",
    IpAddressType: "ipv4",
    ...others,
    Attributes: { ...targetGroupAttributes, ...(Attributes as Given) },
  };
}

const targetGroupAttributes = {
  "deregistration_delay.timeout_seconds": "300",
  "load_balancing.algorithm.type": "round_robin",
  "load_balancing.cross_zone.enabled": "use_load_balancer_configuration",
  "slow_start.duration_seconds": "0",
  "stickiness.enabled": "false",
  "stickiness.type": "lb_cookie",
  "waf.fail_open.enabled": "false",
};

/** A template with its only version. */
export function template(group: string, tags: Given, rest: Given = {}): Given {
  return {
    DefaultVersionNumber: 1,
    LatestVersionNumber: 1,
    Versions: [version(1, group, tags, { DefaultVersion: true, ...rest })],
  };
}

/** IMDSv2, an encrypted disk that goes with its instance, no public address. */
export function version(number: number, group: string, tags: Given, rest: Given = {}): Given {
  return {
    VersionNumber: number,
    DefaultVersion: false,
    BlockDeviceMappings: [
      { DeviceName: "/dev/xvda", Ebs: { Encrypted: true, DeleteOnTermination: true, VolumeType: "gp3" } },
    ],
    NetworkInterfaces: [
      {
        AssociatePublicIpAddress: false,
        DeleteOnTermination: true,
        DeviceIndex: 0,
        Groups: [group],
        NetworkCardIndex: 0,
      },
    ],
    ImageId: "web",
    InstanceType: "t3.micro",
    Monitoring: { Enabled: true },
    TagSpecifications: ["instance", "volume", "network-interface"].map((ResourceType) => ({
      ResourceType,
      Tags: tags,
    })),
    MetadataOptions: { HttpTokens: "required", HttpPutResponseHopLimit: 1, HttpEndpoint: "enabled" },
    ...rest,
  };
}

export interface Sizes {
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}

export function group(template: string, { min, max, desired }: Sizes, rest: Given = {}): Given {
  return {
    LaunchTemplate: { LaunchTemplateName: template, Version: "1" },
    MinSize: min,
    MaxSize: max,
    DesiredCapacity: desired,
    DefaultCooldown: 300,
    HealthCheckType: "ELB",
    HealthCheckGracePeriod: 300,
    Instances: Array.from({ length: desired }, () => "version 1"),
    TerminationPolicies: ["Default"],
    NewInstancesProtectedFromScaleIn: false,
    CapacityRebalance: false,
    DefaultInstanceWarmup: 300,
    ...rest,
  };
}

/** The eight that an alarm or a page is made of. */
export const groupMetrics = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupStandbyInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];

export function alarm(rest: Given): Given {
  return { ActionsEnabled: true, Period: 60, TreatMissingData: "missing", ...rest };
}
