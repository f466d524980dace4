#!/usr/bin/env bash
# Builds the real parts from public registries into the cache, each once for its pins:
# the Pulumi CLI, the two provider plugins, the Terraform provider behind the AWS one, and moto.
#   test/lab/build.sh [pulumi] [openstack-plugin] [aws-plugin] [aws-provider] [moto]     (default: all)
# Prints `NAME FOLDER` for each. Versions are those of the go.mod files and of moto/requirements.txt; go.sum and the
# hashes in requirements.txt are their checksums.
. "$(dirname "$0")/common.sh"
export GOFLAGS="-buildvcs=false -mod=readonly" GOSUMDB=off GOTOOLCHAIN=local CGO_ENABLED=0

# once NAME KEY FUNCTION: runs FUNCTION in a scratch folder, which takes its place in the cache when it is whole.
once() {
  local folder
  folder=$(built "$1" "$2")
  exec 9>"$CACHE/.$1.lock"
  flock 9
  if [[ ! -d $folder ]]; then
    local scratch start=$SECONDS
    scratch=$(mktemp -d "$CACHE/.$1.XXXXXX")
    say "building $1"
    if ! "$3" "$scratch" >"$CACHE/$1.log" 2>&1; then
      rm -rf "$scratch"
      tail -n 20 "$CACHE/$1.log" >&2
      fail "$1 could not be built" "read $CACHE/$1.log; it needs Go 1.26, Python 3.11 and their package registries"
    fi
    mv "$scratch" "$folder"
    say "built $1 in $((SECONDS - start)) s"
  fi
  exec 9>&-
  echo "$1 $folder"
}

# The Automation API reads the CLI's version, which only the linker can give it.
buildPulumi() {
  cd "$LAB_SOURCE/pulumi"
  go build -ldflags "-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=$(pulumiVersion)" \
    -o "$1/pulumi" github.com/pulumi/pulumi/pkg/v3/cmd/pulumi
}
pulumiVersion() { go list -m -f '{{.Version}}' github.com/pulumi/pulumi/pkg/v3; }

buildOpenstackPlugin() {
  cd "$LAB_SOURCE/openstack-plugin"
  go build -ldflags "-s -w" -o "$1/pulumi-resource-openstack" .
}

buildAwsPlugin() {
  cd "$LAB_SOURCE/aws-plugin"
  go build -ldflags "-s -w" -o "$1/pulumi-resource-aws" .
}

# The provider is too large to build whole: its source is copied out of the module cache and cut to these services.
services=acm,autoscaling,cloudwatch,ec2,elb,elbv2,iam,logs,meta,route53,s3,sns,ssm,sts,wafv2
buildAwsProvider() {
  cd "$LAB_SOURCE/aws-provider"
  local module=github.com/upbound/terraform-provider-aws source
  go mod verify
  source=$(go mod download -json "$module" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  mkdir "$1/source"
  (cd "$source" && tar -c --exclude='*_test.go' --exclude=./website --exclude=./docs --exclude=./examples .) | tar -x -C "$1/source"
  chmod -R u+w "$1/source"
  python3 trim.py "$1/source" "$services"
  (cd "$1/source" && GOFLAGS="-buildvcs=false -mod=mod" go build -ldflags "-s -w" -o "$1/terraform-provider-aws" .)
  rm -rf "$1/source"
}

buildMoto() {
  python3 -m venv "$1/venv"
  "$1/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$LAB_SOURCE/moto/requirements.txt"
  cp "$LAB_SOURCE/moto/server.py" "$1/server.py"
}

build() {
  cd "$LAB_SOURCE"
  case $1 in
    pulumi) once pulumi "$(keyOf pulumi/go.mod pulumi/go.sum build.sh)" buildPulumi ;;
    openstack-plugin) once openstack-plugin "$(keyOf openstack-plugin/* build.sh)" buildOpenstackPlugin ;;
    aws-plugin) once aws-plugin "$(keyOf aws-plugin/* build.sh)" buildAwsPlugin ;;
    aws-provider) once aws-provider "$(keyOf aws-provider/* build.sh)" buildAwsProvider ;;
    moto) once moto "$(keyOf moto/requirements.txt moto/server.py build.sh)" buildMoto ;;
    *) fail "there is no part named $1" "name pulumi, openstack-plugin, aws-plugin, aws-provider or moto" ;;
  esac
}

parts=("$@")
((${#parts[@]})) || parts=(pulumi openstack-plugin aws-provider aws-plugin moto)
for part in "${parts[@]}"; do build "$part"; done
