"""Octavia's provider driver of the lab: the amphora provider's own checks, without its worker.

A loop plays the worker and the health manager. What is PENDING_* becomes ACTIVE, or goes, LAB_DELAY seconds after it
was first seen; members are ONLINE where something checks them, ERROR while their id is a line of LAB_SICK_MEMBERS.
"""

import os
import pathlib
import threading
import time
import traceback

from octavia.api.drivers.amphora_driver.v2 import driver as amphora
from octavia.api.drivers.driver_agent import driver_updater
from octavia.db import api as database
from octavia.db import models

DELAY = float(os.environ.get("LAB_DELAY", "1.0"))
SICK_MEMBERS = pathlib.Path(os.environ["LAB_SICK_MEMBERS"])
WORKER_INTERVAL = 0.1
HEALTH_INTERVAL = 1.0


class NoWorker:
    """Stands in for the message bus to the worker: what is cast there, the loop finds in the database."""

    def cast(self, *_args, **_kwargs):
        pass


class LabProviderDriver(amphora.AmphoraProviderDriver):
    loop = None

    def __init__(self):
        super().__init__()
        self.client = NoWorker()
        if LabProviderDriver.loop is None:
            LabProviderDriver.loop = threading.Thread(target=play, daemon=True)
            LabProviderDriver.loop.start()


def play():
    first_seen = {}
    checked = 0.0
    while True:
        time.sleep(WORKER_INTERVAL)
        try:
            settle(first_seen)
            if time.time() - checked >= HEALTH_INTERVAL:
                checked = time.time()
                check_members()
        except Exception:  # A database that is away comes back: the loop must outlive it.
            traceback.print_exc()


def settle(first_seen):
    """Brings every change to its end that has been pending for long enough."""
    session = database.get_session()
    now = time.time()
    pending = models.LoadBalancer.provisioning_status.like("PENDING_%")
    balancers = session.query(models.LoadBalancer).filter(pending).all()
    for gone in first_seen.keys() - {balancer.id for balancer in balancers}:
        del first_seen[gone]
    for balancer in balancers:
        if now - first_seen.setdefault(balancer.id, now) >= DELAY:
            del first_seen[balancer.id]
            finish(balancer)


def finish(balancer):
    deleted = balancer.provisioning_status == "PENDING_DELETE"
    # Children first: Octavia deletes a row only when nothing refers to it.
    parts = [("members", member) for pool in balancer.pools for member in pool.members]
    parts += [("healthmonitors", pool.health_monitor) for pool in balancer.pools if pool.health_monitor]
    policies = [policy for listener in balancer.listeners for policy in listener.l7policies]
    parts += [("l7rules", rule) for policy in policies for rule in policy.l7rules]
    parts += [("l7policies", policy) for policy in policies]
    parts += [("listeners", listener) for listener in balancer.listeners]
    parts += [("pools", pool) for pool in balancer.pools]
    for kind, part in parts:
        if deleted or part.provisioning_status == "PENDING_DELETE":
            report(kind, part, "DELETED")
        elif part.provisioning_status.startswith("PENDING_"):
            report(kind, part, "ACTIVE", None if kind == "members" else "ONLINE")
    if deleted:
        report("loadbalancers", balancer, "DELETED", "OFFLINE")
    else:
        report("loadbalancers", balancer, "ACTIVE", "ONLINE")


def report(kind, part, provisioning_status=None, operating_status=None):
    """Says a status the way a provider does: Octavia checks it and writes the row."""
    status = {"id": part.id}
    if provisioning_status:
        status["provisioning_status"] = provisioning_status
    if operating_status:
        status["operating_status"] = operating_status
    answer = driver_updater.DriverUpdater().update_loadbalancer_status({kind: [status]})
    if answer.get("status_code") != 200:
        print(f"{kind} {part.id}: {answer}", flush=True)


def check_members():
    """Plays the health manager: the states of members, and of pools by their members."""
    sick = set(SICK_MEMBERS.read_text().split()) if SICK_MEMBERS.exists() else set()
    session = database.get_session()
    for pool in session.query(models.Pool).filter(models.Pool.provisioning_status == "ACTIVE").all():
        members = [member for member in pool.members if member.provisioning_status == "ACTIVE"]
        states = {member.id: member_state(pool, member, sick) for member in members}
        for member in members:
            if member.operating_status != states[member.id]:
                report("members", member, operating_status=states[member.id])
        state = pool_state(set(states.values()))
        if pool.operating_status != state:
            report("pools", pool, operating_status=state)


def member_state(pool, member, sick):
    if member.id in sick:
        return "ERROR"
    if not member.enabled:
        return "OFFLINE"
    return "ONLINE" if pool.health_monitor else "NO_MONITOR"


def pool_state(states):
    if "ERROR" not in states:
        return "ONLINE"
    return "ERROR" if states == {"ERROR"} else "DEGRADED"
