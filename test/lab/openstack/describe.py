"""Writes the description of a running lab, the only file of it that other code reads.

    describe.py FILE AUTH_URL REGION PASSWORD SEED.json VERSIONS SERVICE=PID:PORT...
"""

import json
import os
import pathlib
import re
import sys

file, auth_url, region, password, seed, versions = sys.argv[1:7]


def user(name):
    return {"name": name, "password": password, "project": name}


def read_versions():
    """The services' versions, from lines of NAME VERSION SHA256; an epoch and Debian's revision are not theirs."""
    found = {}
    for line in pathlib.Path(versions).read_text().splitlines():
        name, version = line.split()[:2]
        service = re.fullmatch(r"(?:python3-)?(keystone|neutron|octavia|placement|glance|nova|heat|gnocchi|aodh|barbican)", name)
        if service:
            found[service[1]] = re.sub(r"^\d+:|[-~+][^-]*$|-.*$", "", version)
    return found


def read_service(word):
    name, rest = word.split("=")
    pid, port = rest.split(":")
    return name, {"pid": int(pid) if pid else None, "port": int(port) if port else None}


description = {
    "authUrl": auth_url,
    "region": region,
    "user": user("demo"),
    "admin": user("admin"),
    "tight": user("tight"),
    **json.loads(pathlib.Path(seed).read_text()),
    "versions": read_versions(),
    "services": dict(read_service(word) for word in sys.argv[7:]),
}
written = pathlib.Path(file).with_suffix(".new")
written.write_text(json.dumps(description, indent=2) + "\n")
os.replace(written, file)
