"""Prints the lab's services, their processes and where they listen.

    status.py NAME=PID,PID...:PORT,PORT...      the leader's PID first; none when the service is down

Exits with 1 when a service is down or does not listen where it should, or when anything listens outside loopback.
"""

import ipaddress
import pathlib
import struct
import sys

LISTEN = "0A"


def main():
    sockets = read_listening_sockets()
    wrong = []
    for word in sys.argv[1:]:
        name, rest = word.split("=")
        pids, ports = (part.split(",") if part else [] for part in rest.split(":"))
        listening = sorted({address for pid in pids for address in addresses_of(pid, sockets)}, key=str)
        places = " ".join(f"{address}:{port}" for address, port in listening) or "-"
        print(f"{name:<16} {pids[0] if pids else 'down':>7}  {places}")
        if not pids:
            wrong.append(f"{name} is down: `test/lab/lab start {name}`")
            continue
        for port in ports:
            if int(port) not in {found for _, found in listening}:
                wrong.append(f"{name} does not listen on port {port}: read its log, then `test/lab/lab stop {name}` and start it")
        for address, port in listening:
            if not address.is_loopback:
                wrong.append(f"{name} listens outside loopback, on {address}:{port}: stop it, and mend its configuration")
    for line in wrong:
        print(f"lab: {line}", file=sys.stderr)
    sys.exit(1 if wrong else 0)


def read_listening_sockets():
    """The listening sockets of this machine: inode -> (address, port)."""
    found = {}
    for table in ("tcp", "tcp6"):
        for line in pathlib.Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTEN:
                address, port = fields[1].split(":")
                found[fields[9]] = (read_address(address), int(port, 16))
    return found


def read_address(text):
    """The kernel prints addresses as 32-bit words in the machine's order."""
    words = [int(text[start : start + 8], 16) for start in range(0, len(text), 8)]
    return ipaddress.ip_address(struct.pack(f"={len(words)}I", *words))


def addresses_of(pid, sockets):
    for link in pathlib.Path(f"/proc/{pid}/fd").glob("*"):
        try:
            target = link.readlink().name
        except OSError:
            continue
        if target.startswith("socket:[") and target[8:-1] in sockets:
            yield sockets[target[8:-1]]


main()
