# PostgreSQL out of Debian's package. It refuses to run as root, so root hands it and its files to the user that the package made.
postgresql_port=5432

postgresql_home() {
  for folder in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
    [ -x "$folder/initdb" ] && { echo "$folder"; return 0; }
  done
  return 1
}

postgresql_install() {
  postgresql_home >/dev/null || apt_install pg_ctlcluster postgresql
  postgresql_home >/dev/null || fail "PostgreSQL's programs are missing." "Install its server package."
}

as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}

postgresql_run() { # PORT FOLDER
  programs=$(postgresql_home)
  # The data may have to live elsewhere, where that user may go; `store` leads there.
  if [ ! -e "$2/store" ]; then
    if [ "$(id -u)" = 0 ]; then
      place=$(mktemp -d "${TMPDIR:-/tmp}/likeminds-postgresql-XXXXXX")
      chown postgres:postgres "$place"
      ln -s "$place" "$2/store"
    else
      mkdir "$2/store"
    fi
  fi
  store=$(cd "$2/store" && pwd -P)
  cd /
  if [ ! -f "$store/PG_VERSION" ]; then
    printf 'likeminds\n' >"$store.password"
    chmod 644 "$store.password"
    as_postgres "$programs/initdb" -D "$store" -U likeminds --pwfile="$store.password" --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync || exit 1
    rm -f "$store.password"
    printf 'CREATE DATABASE likeminds;\n' | as_postgres "$programs/postgres" --single -D "$store" postgres || exit 1
  fi
  set -- "$programs/postgres" -D "$store" -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200
  if [ "$(id -u)" = 0 ]; then exec setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else exec "$@"; fi
}

postgresql_ready() { # PORT
  PGCONNECT_TIMEOUT=2 "$(postgresql_home)/pg_isready" -q -h 127.0.0.1 -p "$1" -d likeminds
}

postgresql_address() { echo "postgresql://127.0.0.1:$1/likeminds"; }

# Fast shutdown: clients are sent away instead of waited for.
postgresql_signal=INT
