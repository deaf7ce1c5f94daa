#!/bin/sh
# The large figures: long, seeded, one part at a time, resumable. Its last results stand in docs/soak.md.
#
#   sh tests/soak.sh                        the parts there are
#   sh tests/soak.sh PART                   one of them: tests/soak/PART.sh
#   SEED=7 STATE=folder sh tests/soak.sh PART
#
# A part is a shell file that is sourced with, in its environment: SEED (a number), STATE (a folder of its own that outlives
# the run; what it finished stands there, and it goes on from there), SCRATCH (gone afterwards), and a PostgreSQL as in
# tests/run.sh. It defines `soak` (does the work, fails by returning non-zero) and prints lines `result: NAME VALUE`, which
# are kept in STATE/results. The first line of the file after its `#!` is one sentence about it.
set -eu
cd "$(dirname "$0")/.."
. tests/lib/machine.sh

parts() { for file in tests/soak/*.sh; do [ ! -e "$file" ] || basename "$file" .sh; done; }

list_parts() {
  if [ -z "$(parts)" ]; then
    say "There is no part in tests/soak/ yet."
    return 0
  fi
  for name in $(parts); do
    printf '  %-20s %s\n' "$name" "$(sed -n '2s/^# *//p' "tests/soak/$name.sh")"
  done
}

part=${1:-}
if [ -z "$part" ]; then
  say "Parts (sh tests/soak.sh PART):"
  list_parts
  exit 0
fi
case $part in *[!a-z0-9-]*) fail "a part's name has small letters, digits and hyphens only" ;; esac
if [ ! -e "tests/soak/$part.sh" ]; then
  say "There is no part called $part. The parts are:" >&2
  list_parts >&2
  exit 2
fi

SEED=${SEED:-1}
case $SEED in *[!0-9]* | '') fail "SEED is a number" ;; esac
STATE=${STATE:-${XDG_STATE_HOME:-$HOME/.local/state}/takedowncases-soak}/$part-$SEED
mkdir -p "$STATE"
export SEED STATE

make_scratch
clean_up_at_the_end
export SCRATCH
install_missing_packages
run_watched dotnet build TakedownCases.sln -c Release -v q --nologo --disable-build-servers > "$SCRATCH/build.log" 2>&1 \
  || { grep error "$SCRATCH/build.log" | sort -u | head -n 40; fail "the build failed"; }
start_postgres

. "tests/soak/$part.sh"
say "== $part, seed $SEED, state in $STATE"
started=$(date +%s)
{ soak && echo 0 > "$SCRATCH/outcome" || echo $? > "$SCRATCH/outcome"; } 2>&1 | tee "$SCRATCH/part.log"
outcome=$(cat "$SCRATCH/outcome")
grep '^result: ' "$SCRATCH/part.log" >> "$STATE/results" || true
[ "$outcome" = 0 ] || fail "$part ended with $outcome after $(($(date +%s) - started)) s; run it again to go on"
say "$part: done in $(($(date +%s) - started)) s"
