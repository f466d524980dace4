# Brings the OpenStack lab up and takes it down. Sourced by ../lab.

OPENSTACK_JSON=$LAB_STATE/openstack.json
LATE_SERVICES=(nova-scheduler nova-compute-a nova-compute-b)
AUTH_URL=http://127.0.0.1:$KEYSTONE_PORT/v3

prepareOpenstack() { preparePackages; }

upOpenstack() {
  local start=$SECONDS starts key fresh=
  preparePackages
  key=$(seedKey)
  if [[ -e $OPENSTACK_JSON && $(cat "$STATE/seeded" 2>/dev/null) == "$key" ]] && allRun; then say "OpenStack is up already"; return; fi
  prepareState "$key"
  writeConfiguration
  [[ -z $fresh ]] || createServer
  [[ -n $(leaderOf rabbitmq) ]] || rm -rf "$STATE/queues"
  startServices epmd mariadb rabbitmq
  awaitServices mariadb
  [[ -z $fresh ]] || createContents
  awaitServices rabbitmq
  # shellcheck disable=SC2046 # a name is one word
  startServices $(serviceNames | grep -vxF "$(printf '%s\n' "${LATE_SERVICES[@]}")")
  awaitServices keystone placement
  startServices "${LATE_SERVICES[@]}"
  # shellcheck disable=SC2046
  awaitServices $(serviceNames)
  starts=$(startsOf nova-conductor nova-scheduler nova-compute-a nova-compute-b heat-engine)
  # shellcheck disable=SC2086
  seed resources "$STATE" $starts
  requireAll
  [[ -z $fresh ]] || takeSnapshot "$key"
  echo "$key" >"$STATE/seeded"
  describeOpenstack
  say "OpenStack is up after $((SECONDS - start)) s"
}

# prepareState KEY: keeps a whole state of the same scripts, packages and ports; else begins with the copy of one, or,
# with fresh set to yes, with nothing.
prepareState() {
  if [[ -d $STATE ]]; then
    [[ $(cat "$STATE/seeded" 2>/dev/null) != "$1" ]] || return 0
    say "the state in $STATE is not whole, or of other scripts: it is made anew"
    downOpenstack
    rm -rf "$STATE"
  fi
  mkdir -p "$STATE"
  restoreSnapshot "$1" || fresh=yes
}

# startsOf NAME...: NAME=TIME of each service's start, in UTC.
startsOf() {
  local name leader
  for name in "$@"; do
    leader=$(leaderOf "$name")
    [[ -n $leader ]] || fail "$name ended while it started" "read $STATE/log/$name.log"
    echo "$name=$(date --utc --date="@$(stat --format %Y "/proc/$leader")" +%FT%T)"
  done
}

requireAll() {
  local service
  for service in $(serviceNames); do
    [[ -n $(leaderOf "$service") ]] || fail "$service ended while it started" "read $STATE/log/$service.log"
  done
}

# What a state needs once: tables, and users for the services.
createContents() {
  createDatabases
  createAllTables keystone
  startServices keystone
  createAllTables neutron nova octavia heat glance placement gnocchi aodh barbican &
  awaitServices keystone
  seedIdentity
  wait $! || exit 1
}

startServices() {
  local service
  for service in "$@"; do startService "$service"; done
}

awaitServices() {
  local service
  for service in "$@"; do awaitService "$service"; done
}

allRun() {
  local service
  for service in $(serviceNames); do [[ -n $(leaderOf "$service") ]] || return 1; done
}

seed() { as admin "$PYTHON" -S "$OPENSTACK_SOURCE/seed.py" "$@" || fail "the lab could not be seeded" "read the answer above and the logs in $STATE/log"; }

seedIdentity() {
  local at=http://127.0.0.1
  seed identity "{
    \"compute\": [\"nova\", \"$at:$NOVA_PORT/v2.1\"],
    \"placement\": [\"placement\", \"$at:$PLACEMENT_PORT\"],
    \"network\": [\"neutron\", \"$at:$NEUTRON_PORT\"],
    \"load-balancer\": [\"octavia\", \"$at:$OCTAVIA_PORT\"],
    \"orchestration\": [\"heat\", \"$at:$HEAT_PORT/v1/%(tenant_id)s\"],
    \"cloudformation\": [\"heat-cfn\", \"$at:$HEAT_CFN_PORT/v1\"],
    \"image\": [\"glance\", \"$at:$GLANCE_PORT\"],
    \"key-manager\": [\"barbican\", \"$at:$BARBICAN_PORT\"],
    \"alarming\": [\"aodh\", \"$at:$AODH_PORT\"],
    \"metric\": [\"gnocchi\", \"$at:$GNOCCHI_PORT\"]
  }"
}

describeOpenstack() {
  local service ports words=()
  for service in $(serviceNames); do
    ports=$(portsOf "$service")
    words+=("$service=$(leaderOf "$service"):${ports%% *}")
  done
  inside "$PYTHON" -S "$OPENSTACK_SOURCE/describe.py" "$OPENSTACK_JSON" "$AUTH_URL" RegionOne "$PASSWORD" "$STATE/seed.json" "$PACKAGES/chosen" "${words[@]}"
}

# The database and the message bus go last: what stops before them writes its end there.
downOpenstack() {
  local service
  rm -f "$OPENSTACK_JSON"
  for service in $(serviceNames | grep -vxE 'epmd|mariadb|rabbitmq'); do stopProcess "$service" & done
  wait
  for service in rabbitmq mariadb epmd; do stopProcess "$service"; done
}
