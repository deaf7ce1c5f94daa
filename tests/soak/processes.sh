#!/bin/sh
# 2 and 4 programs (PROCESSES) on one PostgreSQL, clocks up to ten minutes wrong, one killed at random, while 10,000 deadlines
# (DEADLINES) pass, BETWEEN milliseconds apart: each rung once, none missed, none later than 60 s by the database's own time.

# A run of 10,000 deadlines takes about half an hour; each number of programs is kept when it is done.
soak() {
  tests=$PWD/tests/TakedownCases.Web.Tests/bin/Release/net10.0/TakedownCases.Web.Tests
  for count in ${PROCESSES:-2 4}; do
    done=$STATE/done-$count
    if [ ! -e "$done" ]; then
      TDC_PROCESSES=$count TDC_DEADLINES=${DEADLINES:-10000} TDC_BETWEEN=${BETWEEN:-150} TDC_SEED=$SEED TMPDIR=$SCRATCH/tmp \
        run_watched "$tests" -noLogo -noColor -class '*.ProcessesTests' > "$SCRATCH/run.log" 2>&1 \
        || { tail -n 60 "$SCRATCH/run.log"; return 1; }
      sed -n 's/^ *counts: /result: /p' "$SCRATCH/run.log" > "$done.part"
      [ -s "$done.part" ] || return 1
      mv "$done.part" "$done"
    fi
    cat "$done"
  done
}
