#!/usr/bin/env bash
# Prints the schema of the AWS provider's types, as aws.json holds it: test/judges/force-new/aws/make.sh > test/judges/force-new/aws.json
# The provider's source is the one that the lab builds: test/lab/aws-provider/go.mod. Some ten minutes and 3 GiB of memory.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
lab=$here/../../../lab
export GOFLAGS="-buildvcs=false -mod=readonly" GOSUMDB=off GOTOOLCHAIN=local CGO_ENABLED=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$lab/aws-provider"
source=$(go mod download -json github.com/upbound/terraform-provider-aws | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
(cd "$source" && tar -c --exclude='*_test.go' --exclude=./website --exclude=./docs --exclude=./examples .) | tar -x -C "$scratch"
chmod -R u+w "$scratch"
python3 trim.py "$scratch" acm,autoscaling,cloudwatch,ec2,elb,elbv2,iam,logs,meta,route53,s3,sns,ssm,sts,wafv2 >&2
mkdir "$scratch/force-new"
cp "$here/main.go" "$scratch/force-new/main.go"
cd "$scratch"
GOFLAGS="-buildvcs=false -mod=mod" go build -trimpath -o force-new/print ./force-new
sed -n 's/^\t"\(aws_[a-z_]*\)": *"\(.*\)",$/\1 \2/p' "$lab/aws-plugin/types.go" >types
# shellcheck disable=SC2046 # one word for each type
./force-new/print $(cut -d' ' -f1 types) | python3 "$here/name.py" types
