#!/bin/sh
# Two programs on one PostgreSQL, their clocks ten minutes apart, one killed at random, while 2,000 deadlines (DEADLINES) pass:
# each rung once, none missed, none later than 60 s by the database's own time.

# One run of about ten minutes; the deadlines are 0.3 s apart.
soak() {
  tests=$PWD/tests/TakedownCases.Web.Tests/bin/Release/net10.0/TakedownCases.Web.Tests
  [ ! -e "$STATE/done" ] || { cat "$STATE/done"; return 0; }
  TDC_DEADLINES=${DEADLINES:-2000} TDC_SEED=$SEED TMPDIR=$SCRATCH/tmp run_watched "$tests" \
    -noLogo -noColor -class '*.TwoProcessesTests' > "$SCRATCH/run.log" 2>&1 \
    || { tail -n 60 "$SCRATCH/run.log"; return 1; }
  sed -n 's/^ *counts: /result: /p' "$SCRATCH/run.log" > "$STATE/done.part"
  [ -s "$STATE/done.part" ] || return 1
  mv "$STATE/done.part" "$STATE/done"
  cat "$STATE/done"
}
