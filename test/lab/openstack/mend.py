"""Mends the unpacked packages where they cannot work as they are.

    mend.py ROOT LATER      ROOT is where they lie, LATER where they will lie
"""

import pathlib
import sys

root = pathlib.Path(sys.argv[1])
later = sys.argv[2]


def replace(path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text()
    if old not in text:
        sys.exit(f"lab: {file} does not hold {old!r}: look whether Debian changed it, and change mend.py")
    file.write_text(text.replace(old, new))


# Erlang has the folder where it was installed written into its start scripts.
for script in ("erl", "start"):
    replace(f"usr/lib/erlang/bin/{script}", "ROOTDIR=/usr/lib/erlang", f"ROOTDIR={later}/usr/lib/erlang")

# heat 19 with oslo.messaging 14.0.3: an alarm's signal dies with AuthorizationFailure, because these three load
# Keystone although they are known. Mended upstream in heat 21 (commit 7197bd028), not in Debian 12 (2026-11).
for name in ("roles", "user_domain_id", "project_domain_id"):
    replace(
        "usr/lib/python3/dist-packages/heat/common/context.py",
        f"    def {name}(self):\n        if not getattr(self, '_keystone_loaded', False):",
        f"    def {name}(self):\n        if self._{name} is None and not getattr(self, '_keystone_loaded', False):",
    )
