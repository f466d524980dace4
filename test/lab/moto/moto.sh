# The stand-in for AWS: moto on loopback. Sourced by ../lab.
# shellcheck shell=bash

MOTO_PORT=$((LAB_PORTS + 15))
AWS_STATE=$LAB_STATE/aws
AWS_JSON=$LAB_STATE/aws.json
AWS_REGION_NAME=eu-west-1

prepareAws() { "$LAB_SOURCE/build.sh" moto | awk '$1 == "moto" { print $2 }'; }

startMoto() {
  local folder
  folder=$(prepareAws)
  [[ -n $folder ]] || fail "moto could not be built" "run \`test/lab/build.sh moto\` and read its answer"
  mkdir -p "$AWS_STATE"
  requireFreePort moto "$MOTO_PORT"
  startProcess moto "$AWS_STATE/moto.log" HOME="$AWS_STATE" PATH=/usr/bin:/bin LANG=C.UTF-8 PYTHONNOUSERSITE=1 \
    MOTO_IAM_LOAD_MANAGED_POLICIES=true AWS_DEFAULT_REGION="$AWS_REGION_NAME" \
    "$folder/venv/bin/python" "$folder/server.py" -H 127.0.0.1 -p "$MOTO_PORT"
  awaitPort moto "$MOTO_PORT" "$AWS_STATE/moto.log"
}

upAws() {
  local start=$SECONDS version
  if [[ -e $AWS_JSON && -n $(leaderOf moto) ]]; then say "moto is up already"; return; fi
  startMoto
  version=$(sed -n 's/^moto\(\[.*\]\)\?==\([0-9.]*\).*/\2/p' "$LAB_SOURCE/moto/requirements.txt")
  printf '{ "endpoint": "http://127.0.0.1:%s", "region": "%s", "version": "%s" }\n' "$MOTO_PORT" "$AWS_REGION_NAME" "$version" >"$AWS_JSON.new"
  mv "$AWS_JSON.new" "$AWS_JSON"
  say "moto is up after $((SECONDS - start)) s"
}

downAws() {
  rm -f "$AWS_JSON"
  stopProcess moto
}
