# Sourced by dev/slurm and dev/gridengine: what both need to start daemons of Debian packages without an init system.

say() { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

require_root() {
  ((EUID == 0)) && return
  command -v sudo >/dev/null || fail "needs root: the engine runs programs as other users. Run it as root, or install sudo."
  exec sudo -- "$0" "$@"
}

# Installs what is missing, and keeps the packages from starting daemons: they are started with our configuration.
install_packages() {
  local package missing=() policy=/usr/sbin/policy-rc.d ours=""
  for package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || fail "this machine has no apt-get; install these by hand: ${missing[*]}"
  say "Installing: ${missing[*]}"
  [[ -e "$policy" ]] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && ours=1; }
  apt-get -qq -o DPkg::Lock::Timeout=300 update || say "apt-get update failed; trying with the package lists that are here."
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" >"$LOG" 2>&1 </dev/null \
    || { [[ -z "$ours" ]] || rm -f "$policy"; fail "apt-get could not install: ${missing[*]}; its messages are in $LOG"; }
  [[ -z "$ours" ]] || rm -f "$policy"
}

# The process id in a file, if it is that of a running program of this name.
running() {
  local pid
  pid="$(cat "$2" 2>/dev/null)" && [[ "$pid" =~ ^[0-9]+$ && "$(cat "/proc/$pid/comm" 2>/dev/null)" == "$1" ]] && printf '%s' "$pid"
}

# Ends a daemon by its process id file, and waits until it has gone.
stop() {
  local pid i
  pid="$(running "$1" "$2")" || return 0
  kill -TERM "$pid" 2>/dev/null || true
  for ((i = 0; i < 100; i++)); do
    [[ "$(running "$1" "$2")" == "$pid" ]] || return 0
    sleep 0.1
  done
  kill -KILL "$pid" 2>/dev/null || true
}

# Runs a command until it succeeds, for 30 s at most.
await() {
  local i
  for ((i = 0; i < 300; i++)); do
    ! "$@" >/dev/null 2>&1 || return 0
    sleep 0.1
  done
  return 1
}

# Several may use one engine; it is stopped when the last of them, a process id, lets it go or has gone.
hold() { [[ -z "$1" ]] || { mkdir -p "$HOLDERS" && : >"$HOLDERS/$1"; }; }

let_go() {
  local holder
  [[ -n "$1" ]] || { rm -rf -- "$HOLDERS"; return 0; }
  rm -f -- "$HOLDERS/$1"
  for holder in "$HOLDERS"/*; do
    [[ ! -d "/proc/${holder##*/}" ]] || { say "Process ${holder##*/} still uses it: left running."; return 1; }
  done
  rm -rf -- "$HOLDERS"
}

main() {
  local command="${1:-}" holder=""
  [[ "$command" =~ ^(up|down|status)$ ]] || usage
  [[ $# == 1 || ("$#" == 3 && "$2" == --for && "$3" =~ ^[0-9]+$) ]] || usage
  holder="${3:-}"
  [[ "$command" == status ]] || require_root "$@"
  mkdir -p "${HOLDERS%/*}" 2>/dev/null || true
  case "$command" in
    up | down) exec 9>"$HOLDERS.lock" && flock 9 ;;&
    up) up && hold "$holder" ;;
    down) ! let_go "$holder" || down ;;
    status) status ;;
  esac
}
