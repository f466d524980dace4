"""Plays Ceilometer: gives every server of a Heat stack a history of processor use.

    feed.py STACK_ID PERCENT MINUTES      the last MINUTES minutes ran at PERCENT of one core, one point a minute

The history replaces an earlier one, so that a test may go from busy to idle at once. Runs as the user ceilometer: Aodh
lets a tenant see a resource that the project `service` made for it, and no other.
"""

import datetime
import sys

import openstack

stack, percent, minutes = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
cloud = openstack.connect()
METRIC_API = {"endpoint_filter": {"service_type": "metric", "interface": "public"}, "raise_exc": False}
CPU = {"archive_policy_name": "lab-rate", "unit": "ns"}
NANOSECONDS_PER_MINUTE = 60_000_000_000


def main():
    servers = [server for server in cloud.compute.servers(details=True, all_projects=True) if belongs(server)]
    if not servers:
        sys.exit(f"lab: no server has the metadata metering.server_group={stack}; is it the stack's id?")
    for server in servers:
        replace_metric(server)
        answer = cloud.session.post(f"/v1/resource/instance/{server.id}/metric/cpu/measures", json=history(), **METRIC_API)
        answer.raise_for_status()
        print(f"{server.name} {server.id}: {percent:g} % for {minutes} minutes")


def belongs(server):
    return (server.metadata or {}).get("metering.server_group") == stack


def replace_metric(server):
    found = cloud.session.get(f"/v1/resource/instance/{server.id}", **METRIC_API)
    if found.status_code == 404:
        resource = {
            "id": server.id,
            "project_id": server.project_id,
            "user_id": server.user_id,
            "display_name": server.name,
            "server_group": stack,
            "metrics": {"cpu": CPU},
        }
        cloud.session.post("/v1/resource/instance", json=resource, **METRIC_API).raise_for_status()
        return
    old = found.json()["metrics"].get("cpu")
    if old:
        cloud.session.delete(f"/v1/metric/{old}", **METRIC_API).raise_for_status()
    made = cloud.session.post(f"/v1/resource/instance/{server.id}/metric", json={"cpu": CPU}, **METRIC_API)
    made.raise_for_status()


def history():
    """A counter of nanoseconds, as the hypervisor keeps it: Gnocchi takes its rate."""
    now = datetime.datetime.utcnow().replace(second=0, microsecond=0)
    start = now - datetime.timedelta(minutes=minutes)
    step = int(percent / 100 * NANOSECONDS_PER_MINUTE)
    return [
        {"timestamp": (start + datetime.timedelta(minutes=minute)).isoformat(), "value": minute * step}
        for minute in range(minutes + 1)
    ]


main()
