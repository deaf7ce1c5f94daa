#!/bin/sh
# A changed promise whose hundred thousand open clocks (of 210,000 cases, CASES) are counted again, on PostgreSQL and on SQLite, against
# the same in bare transactions; needs about 15 GB and an hour.

# A recount changes its database: a finished provider stands in STATE as a file.
soak() {
  bench=$PWD/tests/TakedownCases.Benchmarks/bin/Release/net10.0/TakedownCases.Benchmarks
  cases=${CASES:-210000}
  cd "$STATE" || return 1
  for provider in ${PROVIDERS:-postgres sqlite}; do
    place=recount-$provider-$cases
    if [ ! -e "$place.done" ]; then
      rm -f "$place" "$place-wal" "$place-shm" "$place.key"
      run_watched "$bench" seed --provider "$provider" --out "$place" --cases "$cases" --seed "$SEED" > "$SCRATCH/step.log" || return 1
      run_watched "$bench" recount --provider "$provider" --out "$place" --seed "$SEED" > "$SCRATCH/step.log" || return 1
      sed -n "s/^{\"name\":\"\([^\"]*\)\",\"value\":\([^,]*\),.*/result: $place: \1 \2/p" "$SCRATCH/step.log" > "$place.part"
      mv "$place.part" "$place.done"
      rm -f "$place" "$place-wal" "$place-shm"
    fi
    cat "$place.done"
  done
}
