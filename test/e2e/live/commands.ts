/**
 * What removes one thing by hand, for every type that the library makes. `{id}` is the resource's id, other words in
 * braces are its properties.
 * Sources: reference of python-openstackclient with its plugins, of the AWS CLI 2, and of the OCI CLI 3; ids and
 * properties as in @pulumi/openstack 3.15.2, @pulumi/aws 7.48 and @pulumi/oci 4.20. 2026-11.
 */
export const commands: Readonly<Record<string, string>> = {
  "openstack:compute/instance:Instance": "openstack server delete --wait {id}",
  "openstack:compute/keypair:Keypair": "openstack keypair delete {id}",
  "openstack:compute/serverGroup:ServerGroup": "openstack server group delete {id}",
  "openstack:identity/applicationCredential:ApplicationCredential": "openstack application credential delete {id}",
  "openstack:keymanager/containerV1:ContainerV1": "openstack secret container delete {containerRef}",
  "openstack:keymanager/secretV1:SecretV1": "openstack secret delete {secretRef}",
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2": "openstack loadbalancer l7policy delete {id}",
  "openstack:loadbalancer/l7RuleV2:L7RuleV2": "openstack loadbalancer l7rule delete {l7policyId} {id}",
  "openstack:loadbalancer/listener:Listener": "openstack loadbalancer listener delete {id}",
  "openstack:loadbalancer/loadBalancer:LoadBalancer": "openstack loadbalancer delete --cascade --wait {id}",
  "openstack:loadbalancer/member:Member": "openstack loadbalancer member delete {poolId} {id}",
  "openstack:loadbalancer/monitor:Monitor": "openstack loadbalancer healthmonitor delete {id}",
  "openstack:loadbalancer/pool:Pool": "openstack loadbalancer pool delete {id}",
  "openstack:networking/floatingIp:FloatingIp": "openstack floating ip delete {id}",
  "openstack:networking/floatingIpAssociate:FloatingIpAssociate": "openstack floating ip unset --port {id}",
  "openstack:networking/network:Network": "openstack network delete {id}",
  "openstack:networking/port:Port": "openstack port delete {id}",
  "openstack:networking/router:Router": "openstack router delete {id}",
  "openstack:networking/routerInterface:RouterInterface": "openstack router remove port {routerId} {portId}",
  "openstack:networking/secGroup:SecGroup": "openstack security group delete {id}",
  "openstack:networking/secGroupRule:SecGroupRule": "openstack security group rule delete {id}",
  "openstack:networking/subnet:Subnet": "openstack subnet delete {id}",
  "openstack:orchestration/stackV1:StackV1": "openstack stack delete --yes --wait {id}",

  "aws:acm/certificate:Certificate": "aws acm delete-certificate --certificate-arn {arn}",
  "aws:autoscaling/group:Group":
    "aws autoscaling delete-auto-scaling-group --force-delete --auto-scaling-group-name {name}",
  "aws:autoscaling/policy:Policy":
    "aws autoscaling delete-policy --auto-scaling-group-name {autoscalingGroupName} --policy-name {name}",
  "aws:autoscaling/schedule:Schedule":
    "aws autoscaling delete-scheduled-action --auto-scaling-group-name {autoscalingGroupName} --scheduled-action-name {scheduledActionName}",
  "aws:cloudwatch/dashboard:Dashboard": "aws cloudwatch delete-dashboards --dashboard-names {dashboardName}",
  "aws:cloudwatch/metricAlarm:MetricAlarm": "aws cloudwatch delete-alarms --alarm-names {name}",
  "aws:ec2/amiFromInstance:AmiFromInstance": "aws ec2 deregister-image --image-id {id}",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": "nothing to do: it goes with its VPC {vpcId}",
  "aws:ec2/eip:Eip": "aws ec2 release-address --allocation-id {id}",
  "aws:ec2/internetGateway:InternetGateway":
    "aws ec2 detach-internet-gateway --internet-gateway-id {id} --vpc-id {vpcId} && aws ec2 delete-internet-gateway --internet-gateway-id {id}",
  "aws:ec2/keyPair:KeyPair": "aws ec2 delete-key-pair --key-name {keyName}",
  "aws:ec2/launchTemplate:LaunchTemplate": "aws ec2 delete-launch-template --launch-template-id {id}",
  "aws:ec2/natGateway:NatGateway": "aws ec2 delete-nat-gateway --nat-gateway-id {id}",
  "aws:ec2/route:Route":
    "aws ec2 delete-route --route-table-id {routeTableId} --destination-cidr-block {destinationCidrBlock}",
  "aws:ec2/routeTable:RouteTable": "aws ec2 delete-route-table --route-table-id {id}",
  "aws:ec2/routeTableAssociation:RouteTableAssociation": "aws ec2 disassociate-route-table --association-id {id}",
  "aws:ec2/securityGroup:SecurityGroup": "aws ec2 delete-security-group --group-id {id}",
  "aws:ec2/subnet:Subnet": "aws ec2 delete-subnet --subnet-id {id}",
  "aws:ec2/vpc:Vpc": "aws ec2 delete-vpc --vpc-id {id}",
  "aws:iam/instanceProfile:InstanceProfile":
    "aws iam remove-role-from-instance-profile --instance-profile-name {name} --role-name {role} && aws iam delete-instance-profile --instance-profile-name {name}",
  "aws:iam/role:Role": "aws iam delete-role --role-name {name}",
  "aws:iam/rolePolicy:RolePolicy": "aws iam delete-role-policy --role-name {role} --policy-name {name}",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment":
    "aws iam detach-role-policy --role-name {role} --policy-arn {policyArn}",
  "aws:lb/listener:Listener": "aws elbv2 delete-listener --listener-arn {arn}",
  "aws:lb/listenerRule:ListenerRule": "aws elbv2 delete-rule --rule-arn {arn}",
  "aws:lb/loadBalancer:LoadBalancer": "aws elbv2 delete-load-balancer --load-balancer-arn {arn}",
  "aws:lb/targetGroup:TargetGroup": "aws elbv2 delete-target-group --target-group-arn {arn}",
  "aws:lb/targetGroupAttachment:TargetGroupAttachment":
    "aws elbv2 deregister-targets --target-group-arn {targetGroupArn} --targets Id={targetId}",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule":
    "aws ec2 revoke-security-group-egress --group-id {securityGroupId} --security-group-rule-ids {id}",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule":
    "aws ec2 revoke-security-group-ingress --group-id {securityGroupId} --security-group-rule-ids {id}",

  "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration":
    "oci autoscaling configuration delete --auto-scaling-configuration-id {id}",
  "oci:Core/image:Image": "oci compute image delete --image-id {id}",
  "oci:Core/instanceConfiguration:InstanceConfiguration":
    "oci compute-management instance-configuration delete --instance-configuration-id {id}",
  "oci:Core/instancePool:InstancePool": "oci compute-management instance-pool terminate --instance-pool-id {id}",
  "oci:Core/internetGateway:InternetGateway": "oci network internet-gateway delete --ig-id {id}",
  "oci:Core/natGateway:NatGateway": "oci network nat-gateway delete --nat-gateway-id {id}",
  "oci:Core/networkSecurityGroup:NetworkSecurityGroup": "oci network nsg delete --nsg-id {id}",
  "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule":
    "oci network nsg rules remove --nsg-id {networkSecurityGroupId} --security-rule-ids '[\"{id}\"]'",
  "oci:Core/publicIp:PublicIp": "oci network public-ip delete --public-ip-id {id}",
  "oci:Core/routeTable:RouteTable": "oci network route-table delete --rt-id {id}",
  "oci:Core/securityList:SecurityList": "oci network security-list delete --security-list-id {id}",
  "oci:Core/subnet:Subnet": "oci network subnet delete --subnet-id {id}",
  "oci:Core/vcn:Vcn": "oci network vcn delete --vcn-id {id}",
  "oci:Identity/dynamicGroup:DynamicGroup": "oci iam dynamic-group delete --dynamic-group-id {id}",
  "oci:Identity/policy:Policy": "oci iam policy delete --policy-id {id}",
  "oci:LoadBalancer/backend:Backend":
    "oci lb backend delete --load-balancer-id {loadBalancerId} --backend-set-name {backendsetName} --backend-name {name}",
  "oci:LoadBalancer/backendSet:BackendSet":
    "oci lb backend-set delete --load-balancer-id {loadBalancerId} --backend-set-name {name}",
  "oci:LoadBalancer/certificate:Certificate":
    "oci lb certificate delete --load-balancer-id {loadBalancerId} --certificate-name {certificateName}",
  "oci:LoadBalancer/listener:Listener":
    "oci lb listener delete --load-balancer-id {loadBalancerId} --listener-name {name}",
  "oci:LoadBalancer/loadBalancer:LoadBalancer": "oci lb load-balancer delete --load-balancer-id {id}",
  "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy":
    "oci lb routing-policy delete --load-balancer-id {loadBalancerId} --routing-policy-name {name}",
  "oci:LoadBalancer/ruleSet:RuleSet":
    "oci lb rule-set delete --load-balancer-id {loadBalancerId} --rule-set-name {name}",
  "oci:Logging/log:Log": "oci logging log delete --log-group-id {logGroupId} --log-id {id}",
  "oci:Logging/logGroup:LogGroup": "oci logging log-group delete --log-group-id {id}",
  "oci:Monitoring/alarm:Alarm": "oci monitoring alarm delete --alarm-id {id}",
  "oci:NetworkLoadBalancer/backend:Backend":
    "oci nlb backend delete --network-load-balancer-id {networkLoadBalancerId} --backend-set-name {backendSetName} --backend-name {name}",
  "oci:NetworkLoadBalancer/backendSet:BackendSet":
    "oci nlb backend-set delete --network-load-balancer-id {networkLoadBalancerId} --backend-set-name {name}",
  "oci:NetworkLoadBalancer/listener:Listener":
    "oci nlb listener delete --network-load-balancer-id {networkLoadBalancerId} --listener-name {name}",
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer":
    "oci nlb network-load-balancer delete --network-load-balancer-id {id}",
};
