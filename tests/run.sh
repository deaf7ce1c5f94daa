#!/bin/sh
# The gate: every test, on both databases and in a browser. Needs the .NET SDK; brings the rest from the system's packages.
#
#   sh tests/run.sh              all rings
#   RING=web sh tests/run.sh     one ring: domain, data, web, browser or full
#   KEEP=1 sh tests/run.sh       keep the scratch folder (results, logs, databases)
#   TDC_SCREENSHOTS=folder       where the browser ring leaves its pictures
#
# A failure, a skip, or a ring that ran nothing fails the gate.
set -eu
cd "$(dirname "$0")/.."
. tests/lib/machine.sh

# Each app in the tests would watch its files; the system gives a user few such watches.
export DOTNET_USE_POLLING_FILE_WATCHER=1

all_passed=0 all_failed=0 all_skipped=0 broken=

count() { sed -n "s/.*<assembly [^>]*[[:space:]]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }
# A row of [DatabaseData] shows its database in the test's name: "(kind: Postgres)".
count_database() { grep -oE "<test [^>]*name=\"[^\"]*: $2[,)]" "$1" | wc -l | tr -d ' '; }
is_wanted() { [ -z "${RING:-}" ] || [ "$RING" = "${1%-browser}" ]; }

build() {
  say "== build"
  run_watched dotnet build TakedownCases.sln -c Release -v q --nologo --disable-build-servers > "$SCRATCH/build.log" 2>&1 \
    || { grep -E 'error|warning' "$SCRATCH/build.log" | sort -u | head -n 40; fail "the build failed"; }
}

# A ring is one test program. $1: its name; $2: the program; the rest goes to it.
run_ring() {
  ring=$1 program=$2
  shift 2
  is_wanted "$ring" || return 0
  results=$SCRATCH/$ring.xml
  log=$SCRATCH/$ring.log
  started=$(date +%s)
  say "== $ring"
  outcome=0
  TMPDIR=$SCRATCH/tmp run_watched "$program" -xml "$results" -noLogo -noColor "$@" > "$log" 2>&1 || outcome=$?
  seconds=$(($(date +%s) - started))

  if [ ! -s "$results" ]; then
    tail -n 40 "$log"
    say "$ring: did not run (exit $outcome)"
    broken="$broken $ring" all_failed=$((all_failed + 1))
    return 0
  fi

  passed=$(count "$results" passed)
  failed=$(($(count "$results" failed) + $(count "$results" errors)))
  skipped=$(($(count "$results" skipped) + $(count "$results" not-run)))
  if [ "$outcome" != 0 ] || [ "$skipped" != 0 ]; then
    grep -vE '^ *(Discovering|Discovered|Starting|Finished)' "$log" | tail -n 400
  fi
  if [ "$outcome" != 0 ] && [ "$failed" = 0 ]; then
    say "$ring: ended with $outcome"
    failed=1
  elif [ "$passed$failed" = 00 ]; then
    say "$ring: an empty ring proves nothing"
    failed=1
  fi

  say "$ring: $passed passed, $failed failed, $skipped skipped in $seconds s" \
    "(rows on SQLite $(count_database "$results" Sqlite), on PostgreSQL $(count_database "$results" Postgres))"
  grep '^ *counts: ' "$log" || true
  all_passed=$((all_passed + passed)) all_failed=$((all_failed + failed)) all_skipped=$((all_skipped + skipped))
  [ "$failed$skipped" = 00 ] || broken="$broken $ring"
}

program_of() { printf 'tests/%s/bin/Release/net10.0/%s' "$1" "$1"; }

# The other side of the two seams (docs/adr/0008), wherever the feed carries its packages: the contract tests again.
try_full_stack() {
  is_wanted full || return 0
  if ! grep -rq "'full'" src --include=*.csproj; then
    say "full: not tested, no project differs between the stacks yet"
    return 0
  fi
  log=$SCRATCH/full-build.log
  for project in TakedownCases.Web.Tests TakedownCases.Browser.Tests; do
    set -- "tests/$project/$project.csproj" -p:Stack=full --artifacts-path "$SCRATCH/full" -v q --disable-build-servers
    if ! run_watched dotnet restore "$@" > "$log" 2>&1; then
      # NU1101 to NU1103: no such package or version; NU1603: only another version than the pinned one.
      if grep -qE 'error NU(110[1-3]|1603)' "$log"; then
        say "full: not tested, this feed does not carry:" \
          "$(sed -n -e 's/.*error NU110[1-3]: [A-Za-z ]*package \([A-Za-z.]*\).*/\1/p' \
            -e 's/.*error NU1603: .* but \(.*\) was not found.*/\1/p' "$log" | sort -u | paste -s -d , -)"
        return 0
      fi
      fail "the full stack did not restore: $(tail -n 20 "$log")"
    fi
    run_watched dotnet build "$@" --no-restore -c Release --nologo >> "$log" 2>&1 \
      || fail "the full stack did not build: $(grep -E 'error' "$log" | sort -u | head -n 20)"
  done
  run_ring full "$SCRATCH/full/bin/TakedownCases.Web.Tests/release/TakedownCases.Web.Tests" -trait Kind=Contract
  run_ring full-browser "$SCRATCH/full/bin/TakedownCases.Browser.Tests/release/TakedownCases.Browser.Tests" -trait Kind=Contract
}

make_scratch
clean_up_at_the_end
case ${RING:-} in '' | domain | data | web | browser | full) ;; *) fail "no ring is called $RING" ;; esac
install_missing_packages
build
start_postgres
start_mail_server
run_ring domain "$(program_of TakedownCases.Domain.Tests)"
run_ring data "$(program_of TakedownCases.Data.Tests)"
run_ring web "$(program_of TakedownCases.Web.Tests)"
run_ring browser "$(program_of TakedownCases.Browser.Tests)"
try_full_stack

[ -z "$broken" ] || say "not in order:$broken"
say "$all_passed passed, $all_failed failed, $all_skipped skipped"
[ -z "$broken" ]
