#!/bin/sh
# A dump of $DATABASE into $FOLDER every day; the last $KEEP stay. With the argument `once`: one, now.
# A dump has its name only when it is whole and can be read. After a failure it is tried again in an hour.
set -u
: "${DATABASE:?}" "${FOLDER:?}" "${KEEP:=14}"

dump() {
  coming="$FOLDER/.coming.dump"
  if pg_dump --format=custom --file="$coming" "$DATABASE" && pg_restore --list "$coming" >/dev/null && sync "$coming"; then
    mv "$coming" "$FOLDER/marshrut-$(date -u +%Y%m%dT%H%M%SZ).dump"
    ls -r "$FOLDER"/marshrut-*.dump | tail -n "+$((KEEP + 1))" | while read -r old; do rm -f "$old"; done
  else
    rm -f "$coming"
    return 1
  fi
}

if [ "${1:-}" = once ]; then
  dump
  exit
fi
trap 'exit 0' TERM INT
while :; do
  if dump; then seconds=86400; else seconds=3600; echo "backup.failed" >&2; fi
  sleep "$seconds" &
  wait $!
done
