#!/bin/bash
# Keeps threads of this member's processors half busy for half an hour: burn.sh [threads]
set -euo pipefail

threads="${1-1}"
percent=50
seconds=1800

if ! command -v stress-ng >/dev/null; then
  echo "stress-ng is not installed: sudo dnf install -y oracle-epel-release-el9 && sudo dnf install -y stress-ng" >&2
  exit 1
fi

exec stress-ng --cpu "$threads" --cpu-load "$percent" --timeout "${seconds}s" --metrics-brief
