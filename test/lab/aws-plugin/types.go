package main

// Tokens of @pulumi/aws by the names of the Terraform provider: what webtier emits.
var types = map[string]string{
	"aws_acm_certificate":                 "acm/certificate:Certificate",
	"aws_ami_from_instance":               "ec2/amiFromInstance:AmiFromInstance",
	"aws_autoscaling_group":               "autoscaling/group:Group",
	"aws_autoscaling_policy":              "autoscaling/policy:Policy",
	"aws_autoscaling_schedule":            "autoscaling/schedule:Schedule",
	"aws_cloudwatch_dashboard":            "cloudwatch/dashboard:Dashboard",
	"aws_cloudwatch_metric_alarm":         "cloudwatch/metricAlarm:MetricAlarm",
	"aws_default_security_group":          "ec2/defaultSecurityGroup:DefaultSecurityGroup",
	"aws_eip":                             "ec2/eip:Eip",
	"aws_iam_instance_profile":            "iam/instanceProfile:InstanceProfile",
	"aws_iam_role":                        "iam/role:Role",
	"aws_iam_role_policy":                 "iam/rolePolicy:RolePolicy",
	"aws_iam_role_policy_attachment":      "iam/rolePolicyAttachment:RolePolicyAttachment",
	"aws_internet_gateway":                "ec2/internetGateway:InternetGateway",
	"aws_key_pair":                        "ec2/keyPair:KeyPair",
	"aws_launch_template":                 "ec2/launchTemplate:LaunchTemplate",
	"aws_lb":                              "lb/loadBalancer:LoadBalancer",
	"aws_lb_listener":                     "lb/listener:Listener",
	"aws_lb_listener_rule":                "lb/listenerRule:ListenerRule",
	"aws_lb_target_group":                 "lb/targetGroup:TargetGroup",
	"aws_lb_target_group_attachment":      "lb/targetGroupAttachment:TargetGroupAttachment",
	"aws_nat_gateway":                     "ec2/natGateway:NatGateway",
	"aws_route":                           "ec2/route:Route",
	"aws_route_table":                     "ec2/routeTable:RouteTable",
	"aws_route_table_association":         "ec2/routeTableAssociation:RouteTableAssociation",
	"aws_security_group":                  "ec2/securityGroup:SecurityGroup",
	"aws_subnet":                          "ec2/subnet:Subnet",
	"aws_vpc":                             "ec2/vpc:Vpc",
	"aws_vpc_security_group_egress_rule":  "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
	"aws_vpc_security_group_ingress_rule": "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
}

// How long the names may be that the SDK's provider makes of logical names. All others: 255.
var longestNames = map[string]int{
	"aws_iam_instance_profile": 128,
	"aws_iam_role":             64,
	"aws_iam_role_policy":      128,
	"aws_launch_template":      125,
	"aws_lb":                   32,
	"aws_lb_target_group":      32,
}
