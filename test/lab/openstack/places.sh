# Where the OpenStack lab lies, on which ports it answers, and with which environment its programs run.
# Sourced by ../lab.

OPENSTACK_SOURCE=$LAB_SOURCE/openstack
STATE=$LAB_STATE/openstack
PYTHON=/usr/bin/python3
PASSWORD=lab

MARIADB_PORT=$((LAB_PORTS + 0))
RABBITMQ_PORT=$((LAB_PORTS + 1))
EPMD_PORT=$((LAB_PORTS + 2))
ERLANG_PORT=$((LAB_PORTS + 3))
KEYSTONE_PORT=$((LAB_PORTS + 4))
NEUTRON_PORT=$((LAB_PORTS + 5))
OCTAVIA_PORT=$((LAB_PORTS + 6))
PLACEMENT_PORT=$((LAB_PORTS + 7))
GLANCE_PORT=$((LAB_PORTS + 8))
NOVA_PORT=$((LAB_PORTS + 9))
HEAT_PORT=$((LAB_PORTS + 10))
HEAT_CFN_PORT=$((LAB_PORTS + 11))
GNOCCHI_PORT=$((LAB_PORTS + 12))
AODH_PORT=$((LAB_PORTS + 13))
BARBICAN_PORT=$((LAB_PORTS + 14))

# readInside: sets INSIDE to the environment in which the programs of the packages run.
readInside() {
  local libraries=$ROOT/usr/lib/x86_64-linux-gnu
  INSIDE=(
    HOME="$STATE/run/home" LANG=C.UTF-8
    PATH="$ROOT/usr/bin:$ROOT/usr/sbin:$ROOT/usr/lib/erlang/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    PYTHONPATH="$STATE/pieces:$ROOT/usr/lib/python3/dist-packages:$ROOT/usr/lib/python3.11"
    LD_LIBRARY_PATH="$libraries:$libraries/blas:$libraries/lapack:$ROOT/lib/x86_64-linux-gnu"
    # SPT_NOENV: a program that renames itself must leave its environment readable (see ../processes.sh).
    PYTHONWARNINGS=ignore PYTHONNOUSERSITE=1 SPT_NOENV=1
  )
}

# inside WORD...: runs a command in that environment, and with nothing of this machine's. The first words may be NAME=VALUE.
inside() {
  local INSIDE
  readInside
  env -i -C "$STATE" "${INSIDE[@]}" "$@"
}

# as USER COMMAND...: the same, with the credentials of a user of the lab; the service users' project is `service`.
as() {
  local user=$1 project=$1
  shift
  [[ $user == admin || $user == demo || $user == tight ]] || project=service
  inside OS_AUTH_URL="http://127.0.0.1:$KEYSTONE_PORT/v3" OS_USERNAME="$user" OS_PASSWORD="$PASSWORD" \
    OS_PROJECT_NAME="$project" OS_USER_DOMAIN_ID=default OS_PROJECT_DOMAIN_ID=default \
    OS_REGION_NAME=RegionOne OS_IDENTITY_API_VERSION=3 OS_INTERFACE=public "$@"
}

