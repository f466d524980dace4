"""Judges stacks with Heat's own parser and schemas; heat.ts hands them over and says how to run it.

No cloud is asked: what names something there (images, networks, pools) is taken to exist. Ends with 1 where one is refused.
"""

import json
import logging
import sys
import warnings

warnings.simplefilter("ignore")

from heat.common import context, grouputils, template_format
from heat.engine import constraints, environment, resource, resources, stack, template, translation
from heat.engine.clients.os import nova
from heat.engine.resources.openstack.nova import server
from oslo_config import cfg

logging.disable(logging.CRITICAL)
cfg.CONF([], project="heat")
resources.initialise()
constraints.CustomConstraint.validate = lambda *_, **__: None
resource.Resource.is_service_available = classmethod(lambda *_: (True, None))
translation.Translation.translate = lambda self, path, value=None, *_, **__: value
server.Server._validate_image_flavor = lambda *_: None
nova.NovaClientPlugin.absolute_limits = lambda _: {"maxServerMeta": 128, "maxPersonality": 5, "maxPersonalitySize": 10240}
grouputils.get_member_definitions = lambda *_, **__: []


def judge(case):
    registry = case["environment"]["resource_registry"]
    (url,) = registry.values()
    parsed = template_format.parse(json.dumps(case["template"]))
    env = environment.Environment({"resource_registry": registry})
    whole = template.Template(parsed, env=env, files={url: case["member"]})
    who = context.RequestContext(project_id="p", user_id="u", username="u", auth_url="http://keystone.example.com/v3")
    judged = stack.Stack(who, "judged", whole)
    judged.validate()
    member = template_format.parse(case["member"])
    return sorted(judged), sorted(member["resources"])


def refuses(case):
    try:
        judge({**case, "member": case["member"].replace('"protocol_port"', '"protocol_prt"')})
    except Exception:
        return True
    return False


cases = json.load(sys.stdin)
failed = not refuses(cases[0])
if failed:
    print("a misspelt property is accepted: this judge judges nothing")
for case in cases:
    try:
        names, members = judge(case)
        print(f"accepted: {case['name']} ({', '.join(names)}; each member: {', '.join(members)})")
    except Exception as error:
        failed = True
        print(f"refused: {case['name']}: {type(error).__name__}: {error}")
sys.exit(1 if failed else 0)
