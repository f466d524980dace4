"""Puts into an empty OpenStack what an operator would: users, services, networks, images. Each step may be repeated.

    seed.py identity SERVICES        SERVICES is a JSON object: type -> [name, URL]
    seed.py resources FOLDER NAME=TIME...
                                     waits until each of these has reported since it was started, at TIME, then seeds
                                     and writes FOLDER/seed.json

Runs with the credentials of admin in its environment (OS_*).
"""

import base64
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time

import openstack
from keystoneauth1 import exceptions as http
from openstack import exceptions

PASSWORD = os.environ["OS_PASSWORD"]
REGION = os.environ["OS_REGION_NAME"]
SERVICE_USERS = ("neutron", "octavia", "placement", "glance", "nova", "heat", "gnocchi", "aodh", "barbican", "ceilometer")
TENANTS = ("demo", "tight")
TENANT_ROLES = ("member", "reader", "load-balancer_member", "heat_stack_owner", "creator")
OTHER_ROLES = ("load-balancer_admin", "heat_stack_user", "service")
ZONES = {"nova-a": "lab-a", "nova-b": "lab-b"}
FLAVORS = {"m1.small": {"vcpus": 1, "ram": 512, "disk": 1}, "m2.small": {"vcpus": 2, "ram": 1024, "disk": 1}}
IMAGES = ("web", "web-next")
KEY_PAIR = "ops-key-pair"
CERTIFICATE = "web-certificate"
COMPUTE_QUOTAS = {"instances": 200, "cores": 400, "ram": 400_000, "key_pairs": 100, "server_groups": 100, "server_group_members": 200}
NETWORK_QUOTAS = {
    "network": 200, "subnet": 200, "port": 1000, "router": 50, "floatingip": 100,
    "security_group": 500, "security_group_rule": 2000,
}
# Ceilometer's own policy, and one with a point a minute, so that tests need not wait for five.
ARCHIVE_POLICIES = {"ceilometer-low-rate": "5 minutes", "lab-rate": "1 minute"}
INSTANCE_ATTRIBUTES = ("flavor_id", "image_ref", "host", "display_name", "server_group")


def main():
    cloud = openstack.connect()
    if sys.argv[1] == "identity":
        seed_identity(cloud.identity, json.loads(sys.argv[2]))
    else:
        folder = pathlib.Path(sys.argv[2])
        (folder / "seed.json").write_text(json.dumps(seed_resources(cloud, folder, dict(word.split("=") for word in sys.argv[3:])), indent=2) + "\n")


def seed_identity(identity, services):
    roles = {name: identity.find_role(name) or identity.create_role(name=name) for name in (*TENANT_ROLES, *OTHER_ROLES, "admin")}
    project = find_or_create(identity, "project", "service", domain_id="default")
    for name in SERVICE_USERS:
        user = find_or_create(identity, "user", name, domain_id="default", password=PASSWORD, default_project_id=project.id)
        identity.assign_project_role_to_user(project, user, roles["admin"])
        identity.assign_project_role_to_user(project, user, roles["service"])
    for type_, (name, url) in services.items():
        seed_endpoint(identity, type_, name, url)
    domain = identity.find_domain("heat") or identity.create_domain(name="heat")
    manager = find_or_create(identity, "user", "heat_domain_admin", domain_id=domain.id, password=PASSWORD)
    identity.assign_domain_role_to_user(domain, manager, roles["admin"])
    for name in TENANTS:
        project = find_or_create(identity, "project", name, domain_id="default")
        user = find_or_create(identity, "user", name, domain_id="default", password=PASSWORD, default_project_id=project.id)
        for role in TENANT_ROLES:
            identity.assign_project_role_to_user(project, user, roles[role])


def find_or_create(identity, kind, name, domain_id, **values):
    found = getattr(identity, f"find_{kind}")(name, domain_id=domain_id)
    return found or getattr(identity, f"create_{kind}")(name=name, domain_id=domain_id, **values)


def seed_endpoint(identity, type_, name, url):
    service = next(iter(identity.services(type=type_)), None) or identity.create_service(type=type_, name=name)
    if not any(identity.endpoints(service_id=service.id)):
        identity.create_endpoint(service_id=service.id, interface="public", url=url, region_id=REGION)


def seed_resources(cloud, folder, starts):
    await_services(cloud, starts)
    seed_zones(cloud.compute)
    seed_metrics(cloud.session)
    external = seed_external_network(cloud.network)
    images = {name: seed_image(cloud, name).id for name in IMAGES}
    flavors = {name: seed_flavor(cloud.compute, name, values).id for name, values in FLAVORS.items()}
    tenants = {name: cloud.connect_as(username=name, password=PASSWORD, project_name=name) for name in TENANTS}
    cloud.set_compute_quotas("demo", **COMPUTE_QUOTAS)
    cloud.set_network_quotas("demo", **NETWORK_QUOTAS)
    for tenant in tenants.values():
        seed_tenant_network(tenant.network, external)
        seed_key_pair(tenant.compute, folder)
    return {
        "external": {"id": external.id, "name": external.name},
        "images": images,
        "flavors": flavors,
        "zones": list(ZONES),
        "certificate": seed_certificate(tenants["demo"], cloud.identity.find_user("octavia").id, folder),
        "keyPair": KEY_PAIR,
    }


def await_services(cloud, starts):
    """Waits for what listens to the message bus only. A report of before its start is one of an earlier run."""
    deadline = time.time() + 180
    while missing := starts.keys() - reported_services(cloud, starts):
        if time.time() > deadline:
            sys.exit(f"lab: not up after 180 s: {', '.join(missing)}; read the logs of these names")
        time.sleep(0.5)


def reported_services(cloud, starts):
    reports = {}
    for service in cloud.compute.services():
        name = f"nova-compute-{service.host[-1]}" if service.binary == "nova-compute" else service.binary
        reports[name] = service.updated_at or ""
    engines = cloud.orchestration.get("/services").json()["services"]
    reports["heat-engine"] = max((engine["updated_at"] or engine["created_at"] for engine in engines), default="")
    return {name for name, time_ in reports.items() if name in starts and time_ >= starts[name]}


def seed_zones(compute):
    aggregates = {aggregate.name: aggregate for aggregate in compute.aggregates()}
    for zone, host in ZONES.items():
        aggregate = aggregates.get(zone) or compute.create_aggregate(name=zone, availability_zone=zone)
        if host not in (aggregate.hosts or []):
            add_host(compute, aggregate, host)


def add_host(compute, aggregate, host):
    # Nova answers 404 until its scheduler has mapped the new host to the cell, which takes some seconds.
    deadline = time.time() + 60
    while True:
        try:
            return compute.add_host_to_aggregate(aggregate, host)
        except exceptions.NotFoundException:
            if time.time() > deadline:
                raise
            time.sleep(1)


def seed_metrics(session):
    """Makes in Gnocchi what Ceilometer would make there."""
    text = {"type": "string", "min_length": 0, "max_length": 255, "required": False}
    create_metric_part(session, "resource_type", {"name": "instance", "attributes": {name: text for name in INSTANCE_ATTRIBUTES}})
    for name, granularity in ARCHIVE_POLICIES.items():
        definition = [{"granularity": granularity, "timespan": "30 days"}]
        policy = {"name": name, "aggregation_methods": ["mean", "rate:mean"], "back_window": 0, "definition": definition}
        create_metric_part(session, "archive_policy", policy)


def create_metric_part(session, kind, body):
    try:
        session.post(f"/v1/{kind}", json=body, endpoint_filter={"service_type": "metric", "interface": "public"})
    except http.Conflict:
        pass


def seed_external_network(network):
    found = network.find_network("External")
    if found:
        return found
    made = network.create_network(
        name="External", is_router_external=True, provider_network_type="flat", provider_physical_network="physical"
    )
    network.create_subnet(network_id=made.id, name="External-subnet", ip_version=4, cidr="203.0.113.0/24", is_dhcp_enabled=False)
    return made


def seed_tenant_network(network, external):
    project = network.get_project_id() if hasattr(network, "get_project_id") else network.session.get_project_id()
    if network.find_network("Internal2", project_id=project):
        return
    made = network.create_network(name="Internal2")
    subnet = network.create_subnet(network_id=made.id, name="Internal2-subnet", ip_version=4, cidr="192.0.2.0/24")
    router = network.create_router(name="r1", external_gateway_info={"network_id": external.id})
    network.add_interface_to_router(router, subnet_id=subnet.id)


def seed_image(cloud, name):
    # The content is of no matter: no machine ever starts it.
    content = hashlib.sha256(name.encode()).digest() * 32
    return cloud.image.find_image(name) or cloud.image.create_image(
        name=name, data=content, disk_format="raw", container_format="bare", visibility="public", validate_checksum=False
    )


def seed_flavor(compute, name, values):
    return compute.find_flavor(name) or compute.create_flavor(name=name, **values)


def seed_key_pair(compute, folder):
    if compute.find_keypair(KEY_PAIR):
        return
    private = folder / "key"
    private.unlink(missing_ok=True)
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", KEY_PAIR, "-f", private], check=True)
    public = private.with_suffix(".pub")
    compute.create_keypair(name=KEY_PAIR, public_key=public.read_text())
    private.unlink()
    public.unlink()


def seed_certificate(tenant, octavia_user, folder):
    """Stores a PKCS12 bundle, which is what Octavia reads first, and lets Octavia's own user read it."""
    manager = tenant.key_manager
    secret = next((found for found in manager.secrets(name=CERTIFICATE)), None)
    if not secret:
        secret = manager.create_secret(
            name=CERTIFICATE,
            payload=base64.b64encode(make_certificate(folder)).decode(),
            payload_content_type="application/octet-stream",
            payload_content_encoding="base64",
        )
    url = secret.secret_ref
    identifier = url.rsplit("/", 1)[1]
    access = {"read": {"users": [octavia_user], "project-access": True}}
    answer = manager.put(f"/secrets/{identifier}/acl", json=access)
    answer.raise_for_status()
    return url


def make_certificate(folder):
    key, certificate, bundle = (folder / f"certificate.{kind}" for kind in ("key", "pem", "p12"))
    subject = ["-subj", "/CN=web.example.test", "-addext", "subjectAltName=DNS:web.example.test"]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", *subject]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    export = ["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", "pass:", "-out", bundle]
    subprocess.run(export, check=True, capture_output=True)
    content = bundle.read_bytes()
    for file in (key, certificate, bundle):
        file.unlink()
    return content


main()
