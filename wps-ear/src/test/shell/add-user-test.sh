#!/usr/bin/env bash
# ./drover add-user writes what WildFly reads, keeps the other users, and shows the password to nobody.
set -uo pipefail

DROVER="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../../../.." && pwd)/drover"
WORK="$(mktemp -d "${TMPDIR:-/tmp}/drover users.XXXXXX")"
trap 'rm -rf -- "$WORK"' EXIT
CONFIGURATION="$WORK/server/configuration"
failed=0

check() {
  if [[ "$2" == "$3" ]]; then
    printf 'ok - %s\n' "$1"
  else
    printf 'not ok - %s: %s instead of %s\n' "$1" "$2" "$3"
    failed=1
  fi
}

entry() { grep -c "^$2\$" "$CONFIGURATION/application-$1.properties"; }

said="$(DROVER_USER_PASSWORD='s3cret: word' "$DROVER" add-user --data "$WORK" anna use forestry 2>&1)"
check "a user is made" $? 0
check "the password is hashed as WildFly does" "$(entry users 'anna=153e3292378d16806845e5bea259a375')" 1
check "the roles are its groups" "$(entry roles 'anna=use,forestry')" 1
check "the password is not shown" "$(grep -c s3cret <<<"$said")" 0
check "others cannot read the file" "$(stat -c %a "$CONFIGURATION/application-users.properties")" 600

printf 'password-of-b\n' | "$DROVER" add-user --data "$WORK" a.na use >/dev/null
printf 'another-word\n' | "$DROVER" add-user --data "$WORK" anna administer >/dev/null
check "a user's roles are replaced" "$(entry roles 'anna=administer')-$(grep -c '^anna=' "$CONFIGURATION/application-roles.properties")" "1-1"
check "the password is replaced" "$(entry users 'anna=153e3292378d16806845e5bea259a375')-$(grep -c '^anna=' "$CONFIGURATION/application-users.properties")" "0-1"
check "other users stay" "$(entry roles 'a.na=use')" 1

mkdir -p "$WORK/several/node1" "$WORK/several/node2"
printf 'password-of-all\n' | "$DROVER" add-user --data "$WORK/several" anna use >/dev/null
check "each of several nodes knows a user" "$(cat "$WORK"/several/node[12]/server/configuration/application-roles.properties | grep -c '^anna=use$')" 2
exit "$failed"
