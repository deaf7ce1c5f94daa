#!/bin/sh
# Seeds a million cases on each database, then measures queue, sweep, start and memory; needs about 20 GB and resumes.

# Finished steps stand in STATE as files. The SQLite database and the key outlive the run; PostgreSQL is seeded anew with
# its server, which is gone after each run of this part.
soak() {
  cases=${CASES:-1000000}
  bench=$PWD/tests/TakedownCases.Benchmarks/bin/Release/net10.0/TakedownCases.Benchmarks
  cd "$STATE" || return 1
  for provider in sqlite postgres; do
    small=bench-$provider-10000 large=bench-$provider-$cases
    seed_once "$provider" 10000 "$small" && seed_once "$provider" "$cases" "$large" || return 1
    for step in queue sweep memory startup; do
      for place in "$small" "$large"; do
        measure_once "$provider" "$step" "$place" || return 1
      done
    done
  done
}

# $1 provider, $2 cases, $3 place
seed_once() {
  done_file=$3.seeded
  [ "$1" = sqlite ] || done_file=$SCRATCH/$3.seeded
  [ ! -e "$done_file" ] || return 0
  [ "$1" != sqlite ] || rm -f "$3" "$3-wal" "$3-shm"
  run_watched "$bench" seed --provider "$1" --out "$3" --cases "$2" --seed "$SEED" > "$SCRATCH/step.log" || return 1
  results_of "$3" && touch "$done_file"
}

# $1 provider, $2 command, $3 place
measure_once() {
  [ ! -e "$3.$2" ] || return 0
  run_watched "$bench" "$2" --provider "$1" --out "$3" --seed "$SEED" > "$SCRATCH/step.log" || return 1
  results_of "$3" && touch "$3.$2"
}

results_of() { sed -n "s/^{\"name\":\"\([^\"]*\)\",\"value\":\([^,]*\),.*/result: $1: \1 \2/p" "$SCRATCH/step.log"; }
