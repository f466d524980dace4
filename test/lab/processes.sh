# The lab's processes. Each is started with WEBTIER_LAB_SERVICE=STATE:NAME in its environment, and found again by
# it: no pid file to go stale, and nothing is ever stopped that this lab did not start. Sourced by lab.
# shellcheck shell=bash

LAB_STATE=${WEBTIER_LAB:-$CACHE/lab}
mkdir -p "$LAB_STATE"
LAB_STATE=$(cd "$LAB_STATE" && pwd)
LAB_PORTS=${WEBTIER_LAB_PORTS:-17000}

# serviceMark NAME: the words by which the processes of a service are known.
serviceMark() { echo "WEBTIER_LAB_SERVICE=$LAB_STATE:$1"; }

# processesOf NAME: the ids of all processes of a service, its children too. A zombie has no environment.
processesOf() {
  grep --null-data --line-regexp --fixed-strings --files-with-matches -s -e "$(serviceMark "$1")" /proc/[0-9]*/environ |
    cut -d / -f 3 | sort -n || true
}

# leaderOf NAME: the id of the process that was started; empty when the service is down.
leaderOf() {
  local process
  for process in $(processesOf "$1"); do
    if [[ $(sessionOf "$process") == "$process" ]]; then echo "$process"; return; fi
  done
}

# A process's name stands in brackets and may hold blanks: fields are counted behind it.
sessionOf() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 4; }

# startProcess NAME LOG WORD...: starts a service in a session of its own, unless it runs. The first words may be
# NAME=VALUE: nothing else is in its environment. A lock held on file 9 stays the caller's.
startProcess() {
  local name=$1 log=$2 process deadline=$((SECONDS + 20))
  shift 2
  [[ -z $(leaderOf "$name") ]] || return 0
  stopProcess "$name"
  process=$(setsid env -i -C "$LAB_STATE" "$(serviceMark "$name")" "$@" >>"$log" 2>&1 </dev/null 9>&- & echo $!)
  # It has its mark from the second program on (setsid, env): until then it would be taken for ended.
  until [[ -n $(leaderOf "$name") ]] || ((SECONDS >= deadline)) || ! kill -0 "$process" 2>/dev/null; do sleep 0.05; done
}

# stopProcess NAME [SECONDS]: ends all processes of a service, by force after this many seconds (20).
stopProcess() {
  local process deadline=$((SECONDS + ${2:-20}))
  for process in $(processesOf "$1"); do kill "$process" 2>/dev/null || true; done
  while [[ -n $(processesOf "$1") ]]; do
    if ((SECONDS >= deadline)); then
      for process in $(processesOf "$1"); do kill -KILL "$process" 2>/dev/null || true; done
    fi
    sleep 0.2
  done
}

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# awaitPort NAME PORT LOG: waits until a service answers on its port.
awaitPort() {
  local deadline=$((SECONDS + 180))
  until answers "$2"; do
    [[ -n $(processesOf "$1") ]] || { tail -n 15 "$3" >&2; fail "$1 ended while it started" "read $3"; }
    ((SECONDS < deadline)) || fail "$1 does not answer on port $2 after 180 s" "read $3"
    sleep 0.3
  done
}

# requireFreePort NAME PORT: fails when somebody else holds a port of the lab.
requireFreePort() {
  [[ -n $(leaderOf "$1") ]] || ! answers "$2" ||
    fail "port $2, for $1, is taken by another program" "choose other ports: WEBTIER_LAB_PORTS is the first of 16 (now $LAB_PORTS)"
}
