#!/usr/bin/env bash
# What ./drover run says when it cannot start: one sentence, an exit code that is not 0, and nothing started or left behind.
set -uo pipefail

DROVER="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../../.." && pwd)/drover"
WORK="$(mktemp -d "${TMPDIR:-/tmp}/drover refusals.XXXXXX")"
trap 'rm -rf -- "$WORK"; kill "${LISTENER:-}" 2>/dev/null' EXIT
failed=0

# refuses NAME SENTENCE COMMAND...: the command fails and says exactly one line, which contains the sentence.
refuses() {
  local name="$1" sentence="$2" said code
  shift 2
  said="$("$@" 2>&1)"
  code=$?
  if ((code != 0)) && [[ "$said" == *"$sentence"* && "$(wc -l <<<"$said")" == 1 ]]; then
    printf 'ok - %s\n' "$name"
  else
    printf 'not ok - %s (exit code %s): %s\n' "$name" "$code" "$said"
    failed=1
  fi
}

# A folder of commands that stands in for the real ones: fake NAME TEXT prints the text.
fake() {
  mkdir -p "$WORK/bin"
  printf '#!/bin/sh\necho %s\n' "'$2'" >"$WORK/bin/$1"
  chmod +x "$WORK/bin/$1"
}

refuses "an unknown command is named" "unknown command dance" "$DROVER" dance
refuses "an unknown option is named" "unknown option --fast" "$DROVER" run --fast
refuses "an option without its value is named" "--data needs a value" "$DROVER" run --data
refuses "a user without roles is refused" "one role or more" "$DROVER" add-user --data "$WORK/data" anna
refuses "nobody is made to be anonymous" "anonymous is the name" "$DROVER" add-user --data "$WORK/data" anonymous use
refuses "a user's name cannot end its line" "a user's name has" "$DROVER" add-user --data "$WORK/data" 'anna=x' use
refuses "a short password is refused" "8 characters" env DROVER_USER_PASSWORD=short "$DROVER" add-user --data "$WORK/data" anna use
refuses "a port offset must be a number" "--port-offset needs a number" "$DROVER" run --port-offset x
refuses "a number of nodes must be one" "--nodes needs a number from 1 to 8, not 9" "$DROVER" run --nodes 9
refuses "a role must be known" "--roles needs one of answers, works or both" "$DROVER" run --nodes 2 --roles answers,runs
mkdir -p "$WORK/single/drover/db" "$WORK/several/node1"
refuses "nodes do not share the folder of a single server" "holds the jobs of a single server" "$DROVER" run --port-offset 21000 --nodes 2 --data "$WORK/single"
refuses "a single server does not take the folder of several" "holds the jobs of several nodes" "$DROVER" run --port-offset 21000 --data "$WORK/several"
refuses "a Java that is missing is asked for" "Java is missing" env JAVA_HOME="$WORK/none" "$DROVER" run --port-offset 21000

fake java 'openjdk version "11.0.2" 2019-01-15'
refuses "a Java that is too old is refused" "too old" env JAVA_HOME="$WORK" "$DROVER" run --port-offset 21000
rm "$WORK/bin/java"

fake mvn 'Apache Maven 3.6.3'
refuses "a Maven that is too old is refused" "Maven 3.6.3 is too old" env PATH="$WORK/bin:$PATH" "$DROVER" build

refuses "an address that is not PostgreSQL's is refused" "not a PostgreSQL address" "$DROVER" run --port-offset 21000 --postgres mysql://here/x
refuses "a PostgreSQL that does not answer is named" "no PostgreSQL answers at localhost:1" "$DROVER" run --port-offset 21000 --postgres postgresql://localhost:1/x

touch "$WORK/file"
refuses "a data folder that cannot be made is refused" "cannot be written" "$DROVER" run --port-offset 21000 --data "$WORK/file/data"

python3 -c 'import socket, time
s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", 29080)); s.listen(); time.sleep(60)' &
LISTENER=$!
until (exec 3<>/dev/tcp/127.0.0.1/29080) 2>/dev/null; do read -rt 0.1 <> <(:) || true; done
refuses "a port in use is named" "port 29080 is already in use" "$DROVER" run --port-offset 21000
exit "$failed"
