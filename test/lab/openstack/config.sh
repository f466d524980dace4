# Makes the state's folders, and fills the templates of config/ into its etc/. Sourced by ../lab.
# shellcheck shell=bash

VARIABLES=(STATE ROOT UNIX_USER PASSWORD DATABASE RABBITMQ
  MARIADB_PORT RABBITMQ_PORT KEYSTONE_PORT NEUTRON_PORT GLANCE_PORT NOVA_PORT HEAT_PORT HEAT_CFN_PORT BARBICAN_PORT)

writeConfiguration() {
  local template
  mkdir -p "$STATE"/{run/home,run/neutron,run/nova,run/glance/staging,run/glance/tasks,run/gnocchi,run/aodh,log,tables,images,measures} \
    "$STATE"/keys/{fernet,credential} "$STATE"/etc/{aodh,gnocchi,barbican}
  chmod 700 "$STATE"/keys/{fernet,credential}
  # A copy: Python leaves its bytecode beside what it runs.
  rm -rf "$STATE/pieces"
  cp -r "$OPENSTACK_SOURCE/pieces" "$STATE/pieces"
  for template in "$OPENSTACK_SOURCE"/config/*/*; do
    fill "$template" "$STATE/etc/${template#"$OPENSTACK_SOURCE/config/"}"
  done
  # These three read their configuration's place from their paste file alone, or never see [keystone_authtoken].
  local project='oslo_config_project *= *'
  sed "s#^$project.*#&\noslo_config_file = $STATE/etc/aodh/aodh.conf#" \
    "$ROOT/usr/share/aodh-common/api-paste.ini" >"$STATE/etc/aodh/api-paste.ini"
  sed "s#^$project.*#&\noslo_config_file = $STATE/etc/gnocchi/gnocchi.conf#" \
    "$ROOT/usr/share/gnocchi-common/api-paste.ini" >"$STATE/etc/gnocchi/api-paste.ini"
  sed "s#^paste.filter_factory = keystonemiddleware.auth_token:filter_factory#&\noslo_config_project = barbican\noslo_config_file = $STATE/etc/barbican/barbican.conf#" \
    "$ROOT/usr/share/barbican-common/barbican-api-paste.ini" >"$STATE/etc/barbican/api-paste.ini"
}

# fill TEMPLATE FILE: replaces the lines @AUTHTOKEN@ and @CREDENTIALS@ by their templates, then each @VARIABLE@ by its value.
fill() {
  # shellcheck disable=SC2034 # read by name, from VARIABLES
  local UNIX_USER DATABASE="mysql+pymysql://lab:$PASSWORD@127.0.0.1:$MARIADB_PORT" RABBITMQ="rabbit://guest:guest@127.0.0.1:$RABBITMQ_PORT/"
  # shellcheck disable=SC2034 # likewise
  UNIX_USER=$(id -un)
  local name values=()
  for name in "${VARIABLES[@]}"; do values+=(-e "s|@$name@|${!name}|g"); done
  mkdir -p "$(dirname "$2")"
  insert AUTHTOKEN shared-authtoken.conf <"$1" | insert CREDENTIALS shared-credentials.conf | sed "${values[@]}" >"$2"
  ! grep -n '@[A-Z_]*@' "$2" >&2 || fail "$1 names a variable that does not exist" "add it to VARIABLES in openstack/config.sh"
}

insert() { sed -e "/^@$1@\$/{r $OPENSTACK_SOURCE/config/$2" -e 'd' -e '}'; }
