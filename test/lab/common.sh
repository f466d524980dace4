# What every script of the lab shares: places, words, processes. Sourced, never run.
# shellcheck shell=bash
set -euo pipefail
# shellcheck disable=SC2034 # for the scripts that source this
LAB_SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${WEBTIER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/webtier}
mkdir -p "$CACHE"
CACHE=$(cd "$CACHE" && pwd)

say() { echo "[$(date +%T)] $*" >&2; }

# fail WHAT INSTEAD: ends the script with what went wrong and what to do about it.
fail() {
  echo "lab: $1" >&2
  echo "     $2" >&2
  exit 1
}

# keyOf FILE...: a name for what is built from these files; another pin is another folder.
keyOf() { cat "$@" | sha256sum | cut -c1-12; }

# built NAME KEY: the folder of one build.
built() { echo "$CACHE/$1-$2"; }
