#!/bin/sh
# The properties of the domain with 20 other seeds (SEEDS), ten times as many tries as in the gate (TRIES).

# A seed that passed is a line in STATE/passed and is not run again.
soak() {
  tests=$PWD/tests/TakedownCases.Domain.Tests/bin/Release/net10.0/TakedownCases.Domain.Tests
  touch "$STATE/passed"
  for number in $(seq 1 "${SEEDS:-20}"); do
    seed=$((SEED * 1000 + number))
    grep -qx "$seed" "$STATE/passed" && continue
    TDC_SEED=$seed TDC_TRIES=${TRIES:-10} run_watched "$tests" -noLogo -noColor > "$SCRATCH/run.log" 2>&1 \
      || { grep -A 12 Falsifiable "$SCRATCH/run.log" || tail -n 40 "$SCRATCH/run.log"; return 1; }
    echo "$seed" >> "$STATE/passed"
  done
  echo "result: seeds passed $(wc -l < "$STATE/passed")"
}
