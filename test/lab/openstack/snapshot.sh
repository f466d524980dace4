# A copy of the lab as it is after the first seed, in the cache: the next empty state starts from it, without making
# tables and users again. It holds places and ports, so it is for this state folder and these ports. Sourced by ../lab.
# shellcheck shell=bash

# seedKey: a name for all that a seeded state depends on.
seedKey() {
  {
    echo "$STATE $LAB_PORTS"
    cat "$PACKAGES/chosen" "$OPENSTACK_SOURCE"/{databases.sh,places.sh,up.sh,seed.py}
  } | sha256sum | cut -c1-12
}

takeSnapshot() {
  local folder scratch part
  folder=$(built openstack-seed "$1")
  rm -rf "$folder"
  scratch=$(mktemp -d "$CACHE/.openstack-seed.XXXXXX")
  if ! copyDatabase "$scratch/database" >"$STATE/log/snapshot.log" 2>&1; then
    rm -rf "$scratch"
    say "the lab could not be copied for the next time (see $STATE/log/snapshot.log); it is up all the same"
    return 0
  fi
  for part in keys images measures seed.json; do cp -a "$STATE/$part" "$scratch/"; done
  mv -T "$scratch" "$folder"
}

# Copies the running database, then brings the copy to one moment.
copyDatabase() {
  local backup=("$ROOT/usr/bin/mariadb-backup" --defaults-file="$STATE/etc/mariadb/my.cnf" --target-dir="$1")
  inside "${backup[@]}" --backup --user=root --socket="$STATE/run/mariadb.sock" --datadir="$STATE/database" &&
    inside "${backup[@]}" --prepare
}

# restoreSnapshot KEY: fails when there is none.
restoreSnapshot() {
  local folder
  folder=$(built openstack-seed "$1")
  [[ -d $folder ]] && cp -a "$folder/." "$STATE/"
}
