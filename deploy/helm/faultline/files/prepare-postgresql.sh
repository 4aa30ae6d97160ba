# Makes the data directory of a new server, and gives the service's role its password, on each start: the
# Secret may be another one than when the data were made. What was cut short begins anew.
set -euo pipefail

# A server that crashed left a lock with its process id, 1, which here is this script.
export PG_GRANDPARENT_PID=1

# PostgreSQL's programs want a name for their user, which an id that the cluster chose (OpenShift) has not. It gets
# one for them alone, as by the entry point of the image.
if ! getent passwd "$(id -u)" >/dev/null; then
  for wrapper in {/usr,}/lib{/*,}/libnss_wrapper.so; do
    [ -s "$wrapper" ] || continue
    NSS_WRAPPER_PASSWD=$(mktemp) NSS_WRAPPER_GROUP=$(mktemp)
    printf 'postgres:x:%s:%s::/tmp:/bin/false\n' "$(id -u)" "$(id -g)" >"$NSS_WRAPPER_PASSWD"
    printf 'postgres:x:%s:\n' "$(id -g)" >"$NSS_WRAPPER_GROUP"
    export LD_PRELOAD=$wrapper NSS_WRAPPER_PASSWD NSS_WRAPPER_GROUP
    break
  done
fi

# Runs statements, one a line, in the single-user server.
statements() {
  postgres --single -D "$1" -c exit_on_error=on "$2" >/dev/null
}
quoted=${PASSWORD//\'/\'\'}

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  draft=$PGDATA.new
  rm -rf "$draft"
  initdb --pgdata="$draft" --username=postgres --auth=trust --encoding=UTF8 --locale-provider=builtin \
    --builtin-locale=C.UTF-8 --locale=C --lc-ctype=C.UTF-8 --no-instructions
  # The superuser has no password, and so logs in from inside the pod only.
  printf '%s\n' 'local all all trust' 'host all all all scram-sha-256' >"$draft/pg_hba.conf"
  printf '%s\n' "listen_addresses = '*'" >>"$draft/postgresql.conf"
  printf '%s\n' "CREATE ROLE \"$OWNER\" LOGIN IN ROLE pg_monitor" "CREATE DATABASE \"$OWNER\" OWNER \"$OWNER\"" |
    statements "$draft" postgres
  echo 'CREATE EXTENSION pg_stat_statements' | statements "$draft" "$OWNER"
  mv "$draft" "$PGDATA"
fi
echo "ALTER ROLE \"$OWNER\" PASSWORD '$quoted'" | statements "$PGDATA" postgres
