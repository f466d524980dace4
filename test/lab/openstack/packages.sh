# The Debian packages of OpenStack: resolved, downloaded, checked, unpacked. Nothing is installed: no root is
# needed, and the machine keeps its packages, users, services and /etc. Sourced by ../lab.
# shellcheck shell=bash
# shellcheck disable=SC2046 # names of packages are single words

PACKAGES_LIST=$OPENSTACK_SOURCE/packages.txt
PACKAGES_LOCK=$OPENSTACK_SOURCE/packages.lock
PACKAGES=$(built openstack "$(keyOf "$PACKAGES_LOCK" "$OPENSTACK_SOURCE/mend.py")")
ROOT=$PACKAGES/root

requireBookworm() {
  local codename=
  [[ -r /etc/os-release ]] && codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  if [[ $codename != bookworm ]] || [[ $(dpkg --print-architecture 2>/dev/null) != amd64 ]]; then
    fail "the OpenStack lab needs Debian 12 (bookworm) on amd64, and this machine is ${codename:-of another kind}" \
      "run it in a Debian 12 machine or container; \`test/lab/lab up aws\` runs wherever Python 3.11 does"
  fi
  [[ -x /usr/bin/python3 ]] || fail "/usr/bin/python3 is missing" "apt-get install python3 (Debian's own, not another build)"
}

# Prepares a package index of the lab's own, of a machine with nothing installed: answers do not depend on
# what this machine has. The sources and their keys are the machine's.
openIndex() {
  INDEX=$1
  mkdir -p "$INDEX/state/lists/partial" "$INDEX/cache/archives/partial"
  cat >"$INDEX/apt.conf" <<CONF
Dir::State "$INDEX/state";
Dir::State::status "/dev/null";
Dir::Cache "$INDEX/cache";
APT::Sandbox::User "$(id -un)";
CONF
  export APT_CONFIG=$INDEX/apt.conf
  apt-get update -qq >"$INDEX/update.log" 2>&1 ||
    fail "Debian's package index could not be read" "read $INDEX/update.log; /etc/apt must name a bookworm mirror, bookworm-security with it"
}

# offered NAME...: `NAME VERSION SHA256` of every version that Debian offers, the preferred one of a name first.
offered() {
  apt-cache show "$@" | awk '
    /^Package: / { name = $2 } /^Version: / { version = $2 } /^SHA256: / { hash = $2 }
    /^$/ { print name, version, hash }'
}

# closure NAME...: the names of these packages and of all that they depend on.
closure() { apt-get install --simulate --no-install-recommends "$@" | awk '/^Inst / { print $2 }'; }

# listed WORD: the names that packages.txt gives after WORD; without WORD, the plain ones.
listed() {
  if (($#)); then awk -v word="$1" '$1 == word { print $2 }' "$PACKAGES_LIST"; return; fi
  awk 'NF == 1 && $1 != "#" { print }' "$PACKAGES_LIST"
}

# Writes packages.lock anew from what Debian offers today.
lockPackages() {
  requireBookworm
  local scratch
  scratch=$(mktemp -d)
  openIndex "$scratch"
  closure $(listed machine) | sort >"$scratch/machine"
  { closure $(listed); listed only; } | sort -u | comm -23 - "$scratch/machine" | withoutNever >"$scratch/names"
  offered $(<"$scratch/names") | awk '!seen[$1]++' | LC_ALL=C sort >"$PACKAGES_LOCK"
  rm -rf "$scratch"
  say "$(wc -l <"$PACKAGES_LOCK") packages in $PACKAGES_LOCK"
}

withoutNever() {
  local name glob never
  mapfile -t never < <(listed never)
  while read -r name; do
    for glob in "${never[@]}"; do
      # shellcheck disable=SC2053 # the right side is a pattern
      [[ $name == $glob ]] && continue 2
    done
    echo "$name"
  done
}

# Brings the packages of packages.lock into the cache, unpacked; says nothing when they are there.
preparePackages() {
  requireBookworm
  [[ -d $PACKAGES ]] && return
  local scratch start=$SECONDS
  scratch=$(mktemp -d "$CACHE/.openstack.XXXXXX")
  say "downloading $(wc -l <"$PACKAGES_LOCK") packages of OpenStack"
  openIndex "$scratch"
  choosePackages "$scratch" >"$scratch/chosen"
  downloadPackages "$scratch"
  unpackPackages "$scratch"
  /usr/bin/python3 "$OPENSTACK_SOURCE/mend.py" "$scratch/root" "$ROOT"
  rm -rf "$scratch/debs" "$scratch/state" "$scratch/cache" "$scratch/apt.conf"
  mv "$scratch" "$PACKAGES"
  say "unpacked OpenStack in $((SECONDS - start)) s"
}

# Prints `NAME VERSION SHA256` of what is to be downloaded: the locked version, or, where Debian has replaced it
# (a security update), the one that its signed index offers now.
choosePackages() {
  offered $(awk '{ print $1 }' "$PACKAGES_LOCK") >"$1/offered"
  awk -v lab=lab '
    NR == FNR { if (!($1 in latest)) latest[$1] = $2 " " $3; hash[$1, $2] = $3; next }
    ($1, $2) in hash && hash[$1, $2] != $3 { print lab ": " $1 " " $2 " is not the package that was locked: sha256 " hash[$1, $2] >"/dev/stderr"; bad = 1; next }
    ($1, $2) in hash { print; next }
    !($1 in latest) { print lab ": Debian offers no " $1 " any more" >"/dev/stderr"; bad = 1; next }
    { split(latest[$1], now, " "); print "lab: " $1 " " $2 " is no longer offered, " now[1] " is taken" >"/dev/stderr"; print $1, latest[$1] }
    END { exit bad }' "$1/offered" "$PACKAGES_LOCK" ||
    fail "the pinned packages cannot be had" "look at the lines above; \`test/lab/lab lock\` pins what Debian offers today"
}

downloadPackages() {
  mkdir "$1/debs"
  (cd "$1/debs" && apt-get download -qq $(awk '{ print $1 "=" $2 }' "$1/chosen") >"$1/download.log" 2>&1) ||
    fail "a package could not be downloaded" "read $1/download.log and try again"
  # apt writes a version's colon as %3a in a file's name.
  awk '{ print $1 "_" $2, $3 }' "$1/chosen" | sed 's/:/%3a/' | while read -r file hash; do
    echo "$hash  $(cd "$1/debs" && echo "$file"_*.deb)"
  done >"$1/sums"
  (cd "$1/debs" && sha256sum --check --quiet --strict "$1/sums") ||
    fail "a downloaded package is not the one that was pinned" "look at the lines above; is something between here and the mirror?"
}

unpackPackages() {
  mkdir "$1/root"
  local package
  for package in "$1"/debs/*.deb; do dpkg-deb --extract "$package" "$1/root"; done
}
