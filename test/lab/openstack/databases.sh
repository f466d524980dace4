# MariaDB and its databases, and the copy of a seeded lab that makes the next fresh one quick. Sourced by ../lab.

DATABASES=(keystone neutron octavia placement glance nova_api nova nova_cell0 heat gnocchi aodh barbican)

mariadb() { inside "$ROOT/usr/bin/mariadb" --no-defaults -S "$STATE/run/mariadb.sock" -u root "$@"; }

# Makes an empty MariaDB, as mysql_install_db does.
createServer() {
  local tables=$ROOT/usr/share/mysql
  rm -rf "$STATE/database"
  mkdir -p "$STATE/database"
  {
    printf 'create database mysql;\nuse mysql;\n'
    cat "$tables"/mysql_system_tables.sql "$tables"/mysql_performance_tables.sql "$tables"/mysql_system_tables_data.sql "$tables"/maria_add_gis_sp_bootstrap.sql
  } | inside "$ROOT/usr/sbin/mariadbd" --defaults-file="$STATE/etc/mariadb/my.cnf" --bootstrap --max_allowed_packet=8M \
    >"$STATE/log/mariadb-create.log" 2>&1 || fail "MariaDB could not be created" "read $STATE/log/mariadb-create.log"
}

# One user owns all databases; the service's name is the database's.
createDatabases() {
  local name
  {
    echo "create user if not exists 'lab'@'127.0.0.1' identified by '$PASSWORD';"
    for name in "${DATABASES[@]}"; do
      echo "create database if not exists $name character set utf8mb3; grant all on $name.* to 'lab'@'127.0.0.1';"
    done
  } | mariadb --batch
}

# createTables SERVICE: brings the tables of a service to their version.
createTables() {
  local etc=$STATE/etc bin=$ROOT/usr/bin
  case $1 in
    keystone)
      local options=(--config-file "$etc/keystone/keystone.conf") owner url="http://127.0.0.1:$KEYSTONE_PORT/v3"
      owner=(--keystone-user "$(id -un)" --keystone-group "$(id -gn)")
      run keystone-manage "${options[@]}" db_sync
      run keystone-manage "${options[@]}" fernet_setup "${owner[@]}"
      run keystone-manage "${options[@]}" credential_setup "${owner[@]}"
      run keystone-manage "${options[@]}" bootstrap --bootstrap-password "$PASSWORD" --bootstrap-region-id RegionOne \
        --bootstrap-admin-url "$url" --bootstrap-internal-url "$url" --bootstrap-public-url "$url"
      ;;
    neutron) run neutron-db-manage --config-file "$etc/neutron/neutron.conf" --config-file "$etc/neutron/ml2.ini" upgrade heads ;;
    octavia) run octavia-db-manage --config-file "$etc/octavia/octavia.conf" upgrade head ;;
    placement) run placement-manage --config-file "$etc/placement/placement.conf" db sync ;;
    glance) run glance-manage --config-file "$etc/glance/glance-api.conf" db_sync ;;
    nova)
      local options=(--config-file "$etc/nova/nova.conf")
      run nova-manage "${options[@]}" api_db sync
      run nova-manage "${options[@]}" cell_v2 map_cell0 --database_connection "mysql+pymysql://lab:$PASSWORD@127.0.0.1:$MARIADB_PORT/nova_cell0"
      run nova-manage "${options[@]}" cell_v2 create_cell --name cell1
      run nova-manage "${options[@]}" db sync
      ;;
    heat) run heat-manage --config-file "$etc/heat/heat.conf" db_sync ;;
    gnocchi) run gnocchi-upgrade --config-file "$etc/gnocchi/gnocchi.conf" ;;
    aodh) run aodh-dbsync --config-file "$etc/aodh/aodh.conf" ;;
    barbican) run barbican-manage db upgrade --db-url "mysql+pymysql://lab:$PASSWORD@127.0.0.1:$MARIADB_PORT/barbican" ;;
  esac
}

# run PROGRAM ARGUMENT...: runs a Python program of the packages without this machine's own packages (-S).
run() {
  local program=$1
  shift
  inside "$PYTHON" -S "$ROOT/usr/bin/$program" "$@"
}

# createAllTables SERVICE...: as many at a time as there are cores.
createAllTables() {
  local service running=0
  for service in "$@"; do
    if ((running >= $(nproc))); then wait -n || true; running=$((running - 1)); fi
    { createTables "$service" && touch "$STATE/tables/$service"; } >"$STATE/log/$service-tables.log" 2>&1 &
    running=$((running + 1))
  done
  wait
  for service in "$@"; do
    [[ -e $STATE/tables/$service ]] || fail "the tables of $service could not be made" "read $STATE/log/$service-tables.log"
  done
}
