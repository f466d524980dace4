# The services of the OpenStack lab: what they are called, where they answer, how they start. Sourced by ../lab.
# shellcheck shell=bash

# NAME        PORT              COMMAND
# A program of the packages is named plainly; `serve MODULE:FUNCTION` is a WSGI application under pieces/serve.py.
# Ports may be several, with a comma; a service that only listens to the message bus has none (-).
# The table is in the order of starting. The last three end at once when Keystone or Placement does not answer.
serviceTable() {
  cat <<TABLE
epmd              $EPMD_PORT        epmd
mariadb           $MARIADB_PORT     mariadbd
rabbitmq          $RABBITMQ_PORT,$ERLANG_PORT rabbitmq-server
keystone          $KEYSTONE_PORT    serve keystone.server.wsgi:initialize_public_application
neutron           $NEUTRON_PORT     neutron-server --config-file $STATE/etc/neutron/neutron.conf --config-file $STATE/etc/neutron/ml2.ini
octavia           $OCTAVIA_PORT     serve octavia.api.app:setup_app --config-file $STATE/etc/octavia/octavia.conf
placement         $PLACEMENT_PORT   serve placement.wsgi:init_application
glance            $GLANCE_PORT      glance-api --config-file $STATE/etc/glance/glance-api.conf
nova-api          $NOVA_PORT        nova-api --config-file $STATE/etc/nova/nova.conf
nova-conductor    -                 nova-conductor --config-file $STATE/etc/nova/nova.conf
barbican          $BARBICAN_PORT    serve lab_applications:barbican
heat-engine       -                 heat-engine --config-file $STATE/etc/heat/heat.conf
heat-api          $HEAT_PORT        heat-api --config-file $STATE/etc/heat/heat.conf
heat-api-cfn      $HEAT_CFN_PORT    heat-api-cfn --config-file $STATE/etc/heat/heat.conf
gnocchi-api       $GNOCCHI_PORT     serve lab_applications:gnocchi
gnocchi-metricd   -                 gnocchi-metricd --config-file $STATE/etc/gnocchi/gnocchi.conf
aodh-api          $AODH_PORT        serve lab_applications:aodh
aodh-evaluator    -                 aodh-evaluator --config-file $STATE/etc/aodh/aodh.conf
aodh-notifier     -                 aodh-notifier --config-file $STATE/etc/aodh/aodh.conf
nova-scheduler    -                 nova-scheduler --config-file $STATE/etc/nova/nova.conf
nova-compute-a    -                 nova-compute --config-file $STATE/etc/nova/nova.conf --config-file $STATE/etc/nova/host-a.conf
nova-compute-b    -                 nova-compute --config-file $STATE/etc/nova/nova.conf --config-file $STATE/etc/nova/host-b.conf
TABLE
}

serviceNames() { serviceTable | awk '{ print $1 }'; }
portsOf() { serviceTable | awk -v name="$1" '$1 == name && $2 != "-" { gsub(",", " ", $2); print $2 }'; }
commandOf() { serviceTable | awk -v name="$1" '$1 == name { $1 = $2 = ""; print }'; }

# readEnvironment NAME: sets ENVIRONMENT to what a service reads from there.
readEnvironment() {
  ENVIRONMENT=()
  case $1 in
    epmd) ENVIRONMENT=(ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$EPMD_PORT") ;;
    rabbitmq) readRabbitmqEnvironment ;;
    keystone) ENVIRONMENT=(OS_KEYSTONE_CONFIG_DIR="$STATE/etc/keystone") ;;
    placement) ENVIRONMENT=(OS_PLACEMENT_CONFIG_DIR="$STATE/etc/placement") ;;
    octavia) ENVIRONMENT=(LAB_DELAY="${LAB_DELAY:-1.0}" LAB_SICK_MEMBERS="$STATE/sick-members") ;;
    barbican | gnocchi-api | aodh-api) ENVIRONMENT=(LAB_CONFIG="$STATE/etc/${1%-api}/${1%-api}.conf") ;;
  esac
}

readRabbitmqEnvironment() {
  local home=("$ROOT"/usr/lib/rabbitmq/lib/rabbitmq_server-*)
  ENVIRONMENT=(
    ERL_EPMD_ADDRESS=127.0.0.1
    ERL_EPMD_PORT="$EPMD_PORT"
    RABBITMQ_DIST_PORT="$ERLANG_PORT"
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
    RABBITMQ_NODENAME=lab@localhost
    RABBITMQ_HOME="${home[0]}"
    RABBITMQ_PLUGINS_DIR="${home[0]}/plugins"
    RABBITMQ_CONFIG_FILE="$STATE/etc/rabbitmq/rabbitmq"
    RABBITMQ_CONF_ENV_FILE="$STATE/etc/rabbitmq/rabbitmq-env.conf"
    RABBITMQ_ENABLED_PLUGINS_FILE="$STATE/etc/rabbitmq/enabled_plugins"
    RABBITMQ_MNESIA_BASE="$STATE/queues"
    RABBITMQ_LOG_BASE="$STATE/log/rabbitmq"
    RABBITMQ_PID_FILE="$STATE/run/rabbitmq.server-pid"
  )
}

# startService NAME: starts a service unless it runs; it may not answer yet.
startService() {
  local port words ENVIRONMENT INSIDE
  for port in $(portsOf "$1"); do requireFreePort "$1" "$port"; done
  read -ra words <<<"$(commandOf "$1")"
  case ${words[0]} in
    epmd) words=("$ROOT/usr/bin/epmd") ;;
    mariadbd) words=("$ROOT/usr/sbin/mariadbd" --defaults-file="$STATE/etc/mariadb/my.cnf") ;;
    rabbitmq-server) words=("$ROOT/usr/lib/rabbitmq/bin/rabbitmq-server") ;;
    serve) words=("$PYTHON" -S "$STATE/pieces/serve.py" "$(portsOf "$1")" "${words[@]:1}") ;;
    *) words=("$PYTHON" -S "$ROOT/usr/bin/${words[0]}" "${words[@]:1}") ;;
  esac
  readEnvironment "$1"
  readInside
  startProcess "$1" "$STATE/log/$1.log" "${INSIDE[@]}" "${ENVIRONMENT[@]}" "${words[@]}"
}

# awaitService NAME: waits until a service answers on its ports.
awaitService() {
  local port
  for port in $(portsOf "$1"); do awaitPort "$1" "$port" "$STATE/log/$1.log"; done
}
