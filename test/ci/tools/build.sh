#!/usr/bin/env bash
# Builds what checks workflows and scripts from public registries into the cache, each once for its pins.
#   test/ci/tools/build.sh
# Prints `NAME FILE` for actionlint and shellcheck. go.sum and the hash in requirements.txt are their checksums.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source=$PWD
cache=${WEBTIER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/webtier}
export GOFLAGS="-buildvcs=false -mod=readonly" GOSUMDB=off GOTOOLCHAIN=local CGO_ENABLED=0

# once NAME PROGRAM FUNCTION PIN...: runs FUNCTION in a scratch folder, which takes its place in the cache when it is whole.
once() {
  local key folder
  key=$(cat "${@:4}" build.sh | sha256sum | cut -c1-12)
  folder=$cache/$1-$key
  exec 9>"$cache/.$1.lock"
  flock 9
  if [[ ! -d $folder ]]; then
    local scratch
    scratch=$(mktemp -d "$cache/.$1.XXXXXX")
    if ! "$3" "$scratch" >"$cache/$1.log" 2>&1; then
      rm -rf "$scratch"
      tail -n 20 "$cache/$1.log" >&2
      echo "$1 could not be built: read $cache/$1.log; it needs Go 1.26, Python 3.9 and their package registries" >&2
      exit 1
    fi
    mv "$scratch" "$folder"
  fi
  exec 9>&-
  echo "$1 $folder/$2"
}

buildActionlint() {
  (cd "$source/actionlint" && go build -ldflags "-s -w" -o "$1/actionlint" github.com/rhysd/actionlint/cmd/actionlint)
}

# The program is in the wheel as it is: no environment is needed.
buildShellcheck() {
  python3 -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: \
    --target "$1/package" -r "$source/requirements.txt"
  cp "$(find "$1/package" -name shellcheck -type f | head -n 1)" "$1/shellcheck"
}

mkdir -p "$cache"
cache=$(cd "$cache" && pwd)
once actionlint actionlint buildActionlint actionlint/go.mod actionlint/go.sum
once shellcheck shellcheck buildShellcheck requirements.txt
