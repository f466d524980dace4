# Gives each type of the Terraform provider the name of the SDK, one type a line.
#   print TYPES | python3 name.py FILE_OF_NAMES
import json
import sys

tokens = dict(line.split() for line in open(sys.argv[1]))
found = json.load(sys.stdin)
missing = sorted(set(tokens) - set(found))
assert not missing, missing
lines = [
    f'"aws:{token}": {json.dumps(found[name], sort_keys=True, separators=(",", ":"))}'
    for name, token in sorted(tokens.items(), key=lambda pair: pair[1])
]
print("{\n" + ",\n".join(lines) + "\n}")
