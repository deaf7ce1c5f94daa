# What both tests/run.sh and tests/soak.sh need of the machine: packages, a scratch folder, a PostgreSQL and a mail server of
# our own. Sourced, not run. Uses: SCRATCH. Sets: TDC_TEST_POSTGRES, TDC_TEST_POSTGRES_APP, TDC_TEST_SMTP (host:port),
# TDC_TEST_SMTP_CA, TDC_TEST_SMTP_MAIL (where its mails are), TDC_TEST_SMTP_PASSWORD (of user notices).

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

# The one that the system's packages belong to, whichever comes first on the path.
system_python() { [ -x /usr/bin/python3 ] && printf /usr/bin/python3 || printf python3; }

missing_packages() {
  [ -n "$(postgres_bin)" ] || printf 'postgresql '
  [ -x "${TDC_CHROMIUM:-/usr/bin/chromium}" ] || printf 'chromium '
  [ -d /usr/share/fonts/truetype/noto ] || printf 'fonts-noto-core '
  command -v python3 >/dev/null || printf 'python3 '
  command -v git >/dev/null || printf 'git '
  command -v openssl >/dev/null || printf 'openssl '
  "$(system_python)" -c 'import aiosmtpd' 2>/dev/null || printf 'python3-aiosmtpd '
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

start_mail_server() {
  mail_folder=$SCRATCH/mail
  mkdir -p "$mail_folder/new"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 7 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout "$mail_folder/key.pem" -out "$mail_folder/cert.pem" 2> "$mail_folder/log" \
    || fail "the mail server's certificate: $(tail -n 5 "$mail_folder/log")"
  TDC_TEST_SMTP_PASSWORD=$(random_word)
  TDC_TEST_SMTP_CA=$mail_folder/cert.pem
  TDC_TEST_SMTP_MAIL=$mail_folder/new
  export TDC_TEST_SMTP_PASSWORD TDC_TEST_SMTP_CA TDC_TEST_SMTP_MAIL
  "$(system_python)" tests/lib/mail_server.py "$mail_folder" >> "$mail_folder/log" 2>&1 &
  mail_pid=$!
  tries=300
  while [ ! -e "$mail_folder/port" ]; do
    tries=$((tries - 1))
    { [ "$tries" != 0 ] && kill -0 "$mail_pid" 2>/dev/null; } || fail "the mail server did not start: $(tail -n 5 "$mail_folder/log")"
    sleep 0.1
  done
  TDC_TEST_SMTP=localhost:$(cat "$mail_folder/port")
  export TDC_TEST_SMTP
}

stop_mail_server() {
  [ -n "${mail_pid:-}" ] || return 0
  kill "$mail_pid" 2>/dev/null || true
  wait "$mail_pid" 2>/dev/null || true
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
  stop_mail_server
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
