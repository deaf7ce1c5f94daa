#!/bin/sh
# The clock sweep with nothing due, with 10,000 deadlines due (ITEMS) of a million cases (CASES) and 1,000 of 10,000, on PostgreSQL
# and on SQLite; the ratio of the two; needs about 50 GB and some hours.

# Ten thousand cases have no more than some two thousand deadlines to come. A sweep changes its database, so each measurement has a database of its own; finished steps stand in STATE as files.
soak() {
  items=${ITEMS:-10000} cases=${CASES:-1000000}
  bench=$PWD/tests/TakedownCases.Benchmarks/bin/Release/net10.0/TakedownCases.Benchmarks
  cd "$STATE" || return 1
  for provider in ${PROVIDERS:-postgres sqlite}; do
    for size in 10000 "$cases"; do
      [ "$size" = 10000 ] && due=1000 || due=$items
      measure_sweep "$provider" "$size" "$due" || return 1
    done
    say_ratio "$provider"
  done
}

# $1 provider, $2 cases, $3 how many are due
measure_sweep() {
  place=sweep-$1-$2
  [ ! -e "$place.done" ] || { cat "$place.done"; return 0; }
  rm -f "$place" "$place-wal" "$place-shm" "$place.key"
  run_watched "$bench" seed --provider "$1" --out "$place" --cases "$2" --seed "$SEED" > "$SCRATCH/step.log" || return 1
  run_watched "$bench" sweep --provider "$1" --out "$place" --items "$3" --seed "$SEED" > "$SCRATCH/step.log" || return 1
  sed -n "s/^{\"name\":\"\([^\"]*\)\",\"value\":\([^,]*\),.*/result: $place: \1 \2/p" "$SCRATCH/step.log" > "$place.part"
  mv "$place.part" "$place.done"
  rm -f "$place" "$place-wal" "$place-shm"
  cat "$place.done"
}

# The design asks for at most 1.2.
say_ratio() {
  small=$(sed -n 's/.*: a due case //p' "sweep-$1-10000.done") large=$(sed -n 's/.*: a due case //p' "sweep-$1-$cases.done")
  echo "$small $large" | awk -v name="$1" '{ printf "result: sweep %s: a due case, million against 10,000: %.2f\n", name, $2 / $1 }'
}
