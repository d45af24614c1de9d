# What the scripts that start an engine for tests and first steps share. Not run by itself: sourced.
# Each of them knows up, down and status, and ends in a call of use_machine_engine or use_container_engine. Standard output of
# `up` has nothing but settings of the server that uses the engine, one name=value a line; all else is on standard error.

say() { printf '%s\n' "$*" >&2; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Starts the script again as root, unless it is.
become_root() {
  ((EUID != 0)) || return 0
  command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [[ -t 0 ]]; } \
    || fail "this needs root: an engine makes control groups, mounts and users. Run it as root, or allow yourself sudo without a password."
  exec sudo -- "$(readlink -f -- "$0")" "$@"
}

# require_programs PROGRAM=PACKAGE...: installs the Debian packages of programs that are missing; none of them is started.
require_programs() {
  local each missing=() policy=/usr/sbin/policy-rc.d
  for each; do [[ -x "$(command -v "${each%%=*}")" ]] || missing+=("${each#*=}"); done
  ((${#missing[@]})) || return 0
  command -v apt-get >/dev/null || fail "this machine has no apt-get; install these by hand: ${missing[*]}"
  say "Installing: ${missing[*]}"
  [[ -e "$policy" ]] || { printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod 755 "$policy"; trap 'rm -f /usr/sbin/policy-rc.d' EXIT; }
  export DEBIAN_FRONTEND=noninteractive # and the packages start no daemons: they are started with our configuration
  apt-get -q -o DPkg::Lock::Timeout=300 update >/dev/null || say "apt-get update failed; trying with the package lists that are here."
  apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${missing[@]}" >/dev/null \
    || fail "apt-get could not install: ${missing[*]}"
}

# await SECONDS COMMAND...: whether the command succeeds within the time; what it says is not shown.
await() {
  local tries=$(($1 * 10))
  shift
  until "$@" >/dev/null 2>&1; do
    ((tries-- > 0)) || return 1
    sleep 0.1
  done
}

# in_use_below FOLDER PROGRAM...: processes of these programs that name the folder in their command line.
in_use_below() {
  local folder="$1" each program
  shift
  for each in /proc/[0-9]*; do
    program="$(readlink -- "$each/exe" 2>/dev/null)" || continue
    program="${program% (deleted)}"
    [[ " $* " == *" ${program##*/} "* ]] || continue
    tr '\0' ' ' <"$each/cmdline" 2>/dev/null | grep -qF -- "$folder/" && printf '%s\n' "${each#/proc/}"
  done
  return 0
}

# end_processes PID...: by asking, then without asking.
end_processes() {
  (($#)) || return 0
  kill -TERM "$@" 2>/dev/null || true
  await 30 none_alive "$@" || kill -KILL "$@" 2>/dev/null || true
  await 10 none_alive "$@" || fail "processes $* do not end"
}

none_alive() {
  local pid state
  for pid; do
    # Z: ended, but nobody has taken notice, which is for the init of the machine to do.
    state="$(sed -n 's/^State:\t\(.\).*/\1/p' "/proc/$pid/status" 2>/dev/null)" || continue
    [[ -z "$state" || "$state" == Z ]] || return 1
  done
}

unmount_below() {
  local each
  awk -v folder="$1/" 'index($2, folder) == 1 { print $2 }' /proc/self/mounts | sort -r | while read -r each; do
    umount -- "$(printf '%b' "$each")" || umount -l -- "$(printf '%b' "$each")"
  done
}

# running NAME FILE: the process id in a file, if it is that of a running program of this name.
running() {
  local pid
  pid="$(cat "$2" 2>/dev/null)" && [[ "$pid" =~ ^[0-9]+$ && "$(cat "/proc/$pid/comm" 2>/dev/null)" == "$1" ]] && printf '%s' "$pid"
}

# stop NAME FILE: ends a daemon by its process id file.
stop() {
  local pid
  ! pid="$(running "$1" "$2")" || end_processes "$pid"
}

answers_docker() { [[ -S "$1" ]] && curl -sf -m 5 --unix-socket "$1" http://engine/_ping >/dev/null 2>&1; }

# use_machine_engine NAME COMMAND [--for PID]: does what is said with up, down and status of the script, for an engine a machine
# has one of.
use_machine_engine() {
  local usage="usage: dev/$1 up|down|status [--for PID]
  up      installs Debian's packages if they are missing, and starts the engine on this machine alone
  down    ends all jobs and daemons; with --for, only when no other process uses them that said so at up
  status  tells whether it runs" command="${2:-}"
  [[ "$#" -le 2 || ("$#" == 4 && "$3" == --for && "$4" =~ ^[0-9]+$) ]] || fail "$usage"
  STATE="/run/drover/$1"
  case "$command" in
    up | down) shared "$command" "${4:-}" ;;
    status) status ;;
    *) fail "$usage" ;;
  esac
}

# use_container_engine NAME COMMAND [FOLDER] [--for PID]: does what is said with up, down and is_up of the script. FOLDER is where
# the engine keeps all it has.
use_container_engine() {
  local usage="usage: dev/$1 up|down|status [FOLDER] [--for PID]" command="${2:-}" holder=""
  FOLDER="/var/lib/drover-$1" SOCKET=""
  shift "$(($# < 2 ? $# : 2))"
  while (($#)); do
    case "$1" in
      --for) [[ "${2:-}" =~ ^[0-9]+$ ]] || fail "$usage"; holder="$2"; shift 2 ;;
      -*) fail "$usage" ;;
      *) FOLDER="$(readlink -m -- "$1")"; shift ;;
    esac
  done
  ((${#FOLDER} < 70)) || fail "the path of the folder is too long for sockets in it: $FOLDER"
  SOCKET="$FOLDER/${0##*/}.sock" STATE="$FOLDER"
  case "$command" in
    up) shared up "$holder" ;;
    down) [[ ! -d "$FOLDER" ]] || shared down "$holder" ;;
    status) if is_up; then say "up: unix://$SOCKET"; else say "down"; exit 3; fi ;;
    *) fail "$usage" ;;
  esac
}

# shared up|down HOLDER: several may use one engine; it is ended when the last of them, a process id, lets it go or has gone,
# or when nobody is named. What is started must not keep the lock: 9>&-
shared() {
  mkdir -p -- "$STATE" && exec 9>"$STATE/lock" && flock 9
  case "$1" in
    up) up && { [[ -z "$2" ]] || { mkdir -p -- "$STATE/holders" && : >"$STATE/holders/$2"; }; } ;;
    down) ! let_go "$2" || down ;;
  esac
}

let_go() {
  local each
  [[ -z "$1" ]] || rm -f -- "$STATE/holders/$1"
  for each in "$STATE/holders"/*; do
    [[ -n "$1" && -d "/proc/${each##*/}" ]] || continue
    say "Process ${each##*/} still uses it: left running."
    return 1
  done
  rm -rf -- "$STATE/holders"
}
