# What both tests/run.sh and tests/soak.sh need of the machine: packages, a scratch folder, a PostgreSQL of our own.
# Sourced, not run. Uses: SCRATCH. Sets: TDC_TEST_POSTGRES, TDC_TEST_POSTGRES_APP.

say() { printf '%s\n' "$*"; }
fail() { printf 'tests: %s\n' "$*" >&2; exit 1; }

postgres_bin() {
  found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  if [ -n "$found" ] && [ -x "$found/initdb" ]; then
    printf '%s' "$found"
  elif initdb_path=$(command -v initdb); then
    dirname "$initdb_path"
  fi
}

missing_packages() {
  [ -n "$(postgres_bin)" ] || printf 'postgresql '
  [ -x "${TDC_CHROMIUM:-/usr/bin/chromium}" ] || printf 'chromium '
  [ -d /usr/share/fonts/truetype/noto ] || printf 'fonts-noto-core '
  command -v python3 >/dev/null || printf 'python3 '
  command -v git >/dev/null || printf 'git '
}

install_missing_packages() {
  missing=$(missing_packages)
  [ -n "$missing" ] || return 0
  [ "$(id -u)" = 0 ] || fail "these system packages are missing and only root can install them: $missing"
  command -v apt-get >/dev/null || fail "these are missing and this system has no apt-get: $missing"
  say "installing: $missing"
  apt_install $missing || { apt-get update -q >/dev/null && apt_install $missing; } \
    || fail "could not install: $missing"
}

# Another apt may be at work; it is waited for. The packaged cluster is of no use to us, so none is made.
apt_install() {
  if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    mkdir -p /etc/postgresql-common
    printf 'create_main_cluster = false\n' > /etc/postgresql-common/createcluster.conf
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" > "$SCRATCH/apt.log" 2>&1
}

# PostgreSQL refuses to run as root; then it runs as the user its package made.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid postgres --regid postgres --init-groups --reset-env -- "$@"
  else
    "$@"
  fi
}

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

random_word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

start_postgres() {
  pg_bin=$(postgres_bin)
  pg_data=$SCRATCH/postgres/data
  pg_port=$(free_port)
  pg_owner_word=$(random_word)
  pg_app_word=$(random_word)
  mkdir -p "$SCRATCH/postgres"
  [ "$(id -u)" != 0 ] || chown postgres "$SCRATCH/postgres"

  as_postgres "$pg_bin/initdb" -D "$pg_data" -U postgres -E UTF8 --locale=C.UTF-8 \
    --auth-local=trust --auth-host=scram-sha-256 > "$SCRATCH/initdb.log" 2>&1 \
    || fail "initdb failed: $(tail -n 5 "$SCRATCH/initdb.log")"
  as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -l "$SCRATCH/postgres/log" -w -t 60 -s start \
    -o "-c listen_addresses=127.0.0.1 -p $pg_port -c unix_socket_directories=$SCRATCH/postgres -c max_connections=200" \
    || fail "PostgreSQL did not start: $(tail -n 5 "$SCRATCH/postgres/log")"

  as_postgres "$pg_bin/psql" -q -v ON_ERROR_STOP=1 -h "$SCRATCH/postgres" -p "$pg_port" -U postgres -d postgres \
    -c "CREATE ROLE takedown_owner LOGIN CREATEDB PASSWORD '$pg_owner_word'" \
    -c "CREATE ROLE takedown_app LOGIN PASSWORD '$pg_app_word'" \
    -c "GRANT takedown_app TO takedown_owner" \
    || fail "could not make the PostgreSQL roles"

  TDC_TEST_POSTGRES="Host=127.0.0.1;Port=$pg_port;Username=takedown_owner;Password=$pg_owner_word;Database=postgres"
  TDC_TEST_POSTGRES_APP="Host=127.0.0.1;Port=$pg_port;Username=takedown_app;Password=$pg_app_word;Database=postgres"
  export TDC_TEST_POSTGRES TDC_TEST_POSTGRES_APP
}

stop_postgres() {
  [ -n "${pg_data:-}" ] && [ -f "$pg_data/postmaster.pid" ] || return 0
  as_postgres "$pg_bin/pg_ctl" -D "$pg_data" -m immediate -w -t 30 -s stop || say "PostgreSQL did not stop"
}

# The sockets' path must stay short and user postgres must be able to enter.
make_scratch() {
  SCRATCH=$(mktemp -d "${TMPDIR:-/tmp}/tdc.XXXXXX")
  chmod 711 "$SCRATCH"
  mkdir "$SCRATCH/tmp"
}

clean_up() {
  status=$?
  trap - EXIT INT TERM HUP
  if [ -n "${running:-}" ]; then
    kill "$running" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
  fi
  stop_postgres
  if [ "${KEEP:-}" = 1 ]; then
    say "kept: $SCRATCH"
  else
    rm -rf "$SCRATCH"
  fi
  exit "$status"
}

clean_up_at_the_end() {
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

# In the background, so that a signal to this script is answered at once instead of when the program ends.
run_watched() {
  "$@" &
  running=$!
  watched=0
  wait "$running" || watched=$?
  running=
  return "$watched"
}
