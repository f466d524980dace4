"""moto's server, with what a provider's second look or an update needs and moto 5.2.5 lacks (2026-11).

server.py -H ADDRESS -p PORT
"""

import sys

from moto.autoscaling.models import FakeAutoScalingGroup, FakeScalingPolicy
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow
from moto.ec2.models.instances import Instance
from moto.ec2.models.launch_templates import LaunchTemplateBackend, LaunchTemplateVersion
from moto.ec2.models.nat_gateways import NatGatewayBackend
from moto.ec2.models.security_groups import SecurityGroupBackend, SecurityGroupRule
from moto.ec2.utils import parse_user_data
from moto.elbv2.models import FakeLoadBalancer
from moto.moto_api._internal import mock_random
from moto.server import main


def replaces(owner, name):
    """Decorates what stands in for a method: it is called with the method that it replaces."""
    replaced = getattr(owner, name)

    def put(function):
        setattr(owner, name, lambda self, *args, **kwargs: function(self, replaced, *args, **kwargs))
        return function

    return put


# DescribePolicies leaves Enabled out, where AWS answers true.
FakeScalingPolicy.enabled = True


@replaces(FakeScalingPolicy, "__init__")
def init_policy(self, replaced, *args, **kwargs):
    """DescribePolicies answers with blocks that were never given, where AWS leaves them out."""
    replaced(self, *args, **kwargs)
    self.predictive_scaling_configuration = self.predictive_scaling_configuration or None
    self.step_adjustments = self.step_adjustments or None


@replaces(LaunchTemplateBackend, "create_launch_template")
def create_template(self, replaced, name, description, template_data, tag_spec):
    """moto adds the tags of the template itself to those of what it launches; AWS does not."""
    kept = {key: value for key, value in template_data.items() if key != "TagSpecifications"}
    launched = [spec for spec in template_data.get("TagSpecifications", []) if spec.get("ResourceType") != "launch-template"]
    if launched:
        kept["TagSpecifications"] = launched
    return replaced(self, name, description, kept, tag_spec)


def encoded(user_data):
    return parse_user_data(user_data or None) if isinstance(user_data, str) else user_data


# User data is read in the first version of a template only; instances of the others cannot be made.
LaunchTemplateVersion.user_data = property(lambda self: encoded(self.data.get("UserData")))


@replaces(Instance, "add_block_device")
def add_disk(self, replaced, size, *args, **kwargs):
    """A disk without a size has that of the image's snapshot; moto asks for one."""
    return replaced(self, size or 8, *args, **kwargs)


@replaces(Instance, "terminate")
def terminate(self, replaced):
    """The interface that an instance brought along goes with it."""
    for interface in self.nics.values():
        interface.delete_on_termination = True
    return replaced(self)


@replaces(NatGatewayBackend, "delete_nat_gateway")
def delete_gateway(self, replaced, *args, **kwargs):
    """The interface that a NAT gateway brought along goes with it."""
    gateway = replaced(self, *args, **kwargs)
    self.enis.pop(gateway._eni.id, None)
    return gateway


# A rule that names a group has its description beside that name; moto looks for it beside a range only.
SecurityGroupRule.description = property(lambda self: self.ip_range.get("Description") or self.source_group.get("Description"))


@replaces(SecurityGroupBackend, "modify_security_group_rules")
def modify_rules(self, replaced, group_id, rules):
    """moto leaves the group that a rule names as it is."""
    replaced(self, group_id, rules)
    group = self.get_security_group_by_name_or_id(group_id)
    for rule_id, rule in rules.items():
        if "ReferencedGroupId" in rule:
            group.get_rule(rule_id).source_group["GroupId"] = rule["ReferencedGroupId"]


@replaces(FakeLoadBalancer, "__init__")
def init_balancer(self, replaced, *args, **kwargs):
    """A balancer whose scheme is not given faces the internet, and DescribeLoadBalancers says so."""
    replaced(self, *args, **kwargs)
    self.scheme = self.scheme or "internet-facing"


# DefaultInstanceWarmup of a group is not kept.
FakeAutoScalingGroup.default_instance_warmup = None


def keep_warmup(response):
    group = response.autoscaling_backend.autoscaling_groups[response._get_param("AutoScalingGroupName")]
    warmup = response._get_int_param("DefaultInstanceWarmup")
    if warmup is not None:
        group.default_instance_warmup = None if warmup == -1 else warmup


@replaces(AutoScalingResponse, "create_auto_scaling_group")
def create_group(self, replaced):
    answer = replaced(self)
    keep_warmup(self)
    return answer


@replaces(AutoScalingResponse, "update_auto_scaling_group")
def update_group(self, replaced):
    answer = replaced(self)
    keep_warmup(self)
    return answer


tags_of_template = FakeAutoScalingGroup.instance_tags.fget


@replaces(FakeAutoScalingGroup, "get_propagated_tags")
def propagated_tags(self, replaced):
    """Where both have a tag, the group's goes before the template's; moto has it the other way round."""
    return {**tags_of_template(self), **replaced(self)}


FakeAutoScalingGroup.instance_tags = property(lambda self: {})


@replaces(FakeAutoScalingGroup, "set_desired_capacity")
def set_desired_capacity(self, replaced, *args, **kwargs):
    """Instances that go leave their target groups; moto leaves them in."""
    before = {state.instance.id for state in self.instance_states}
    replaced(self, *args, **kwargs)
    gone = before - {state.instance.id for state in self.instance_states}
    self.autoscaling_backend.elbv2_backend.notify_terminate_instances(list(gone))


def disable_metrics_collection(self):
    """Without names, all of them."""
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    named = self._get_param("Metrics", [])
    group.metrics = [metric for metric in group.metrics if named and metric not in named]
    return EmptyResult()


AutoScalingResponse.disable_metrics_collection = disable_metrics_collection


# Instance refresh: all instances are replaced at once, and the answer tells what was asked for.


def start_instance_refresh(self):
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    refresh = {
        "InstanceRefreshId": str(mock_random.uuid4()),
        "AutoScalingGroupName": group.name,
        "Status": "Successful",
        "StartTime": utcnow(),
        "EndTime": utcnow(),
        "PercentageComplete": 100,
        "InstancesToUpdate": 0,
        "Preferences": self._get_param("Preferences", {}),
        "DesiredConfiguration": self._get_param("DesiredConfiguration", {}),
    }
    replace_instances(self.autoscaling_backend, group)
    group.__dict__.setdefault("refreshes", []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


def replace_instances(backend, group):
    size = group.desired_capacity
    group.set_desired_capacity(0)
    group.set_desired_capacity(size)
    backend.update_attached_target_groups(group.name)


def describe_instance_refreshes(self):
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    wanted = self._get_param("InstanceRefreshIds", [])
    all_refreshes = group.__dict__.get("refreshes", [])
    return ActionResult({"InstanceRefreshes": [one for one in all_refreshes if not wanted or one["InstanceRefreshId"] in wanted]})


AutoScalingResponse.start_instance_refresh = start_instance_refresh
AutoScalingResponse.describe_instance_refreshes = describe_instance_refreshes

main(sys.argv[1:])
