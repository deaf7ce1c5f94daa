#!/bin/sh
# Kills the web program 500 times (KILLS) while 20,000 notices (NOTICES) go out, half on each database, to a mail server with
# faults of its own; nothing is lost, nothing sent twice, counted at the server.

# In batches, each on fresh databases and with a seed of its own; a batch that passed stands in STATE and is not repeated. The
# program is compiled for this machine first: it is started again after every kill.
soak() {
  tests=$PWD/tests/TakedownCases.Web.Tests/bin/Release/net10.0/TakedownCases.Web.Tests
  run_watched dotnet publish src/TakedownCases.Web -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true \
    -o "$SCRATCH/program" -v q --nologo --disable-build-servers > "$SCRATCH/publish.log" 2>&1 \
    || { tail -n 20 "$SCRATCH/publish.log"; return 1; }
  # Nothing here lives long enough to gain from it, and it costs a fifth of each start.
  export DOTNET_TieredPGO=0
  batches=20 batch=0
  notices=$((${NOTICES:-20000} / batches / 2)) kills=$(((${KILLS:-500} + batches * 2 - 1) / (batches * 2)))
  while [ "$batch" -lt "$batches" ]; do
    if [ ! -e "$STATE/batch-$batch" ]; then
      TDC_NOTICES=$notices TDC_KILLS=$kills TDC_SEED=$((SEED * 1000 + batch)) TMPDIR=$SCRATCH/tmp \
        TDC_PROGRAM=$SCRATCH/program/TakedownCases.Web.dll run_watched "$tests" \
        -noLogo -noColor -class '*.KillDuringSendingTests' > "$SCRATCH/batch.log" 2>&1 \
        || { tail -n 60 "$SCRATCH/batch.log"; return 1; }
      grep -E '^ *(counts|person): ' "$SCRATCH/batch.log" > "$STATE/batch-$batch.part" || return 1
      mv "$STATE/batch-$batch.part" "$STATE/batch-$batch"
    fi
    batch=$((batch + 1))
    say "batch $batch of $batches"
  done
  cat "$STATE"/batch-* | awk '
    /^ *counts: / { for (i = 2; i < NF; i++) if ($i ~ /^(notices|stored|kills|lost|doubled|person|refused|archive)$/) sum[$2 " " $i] += $(i + 1) }
    /^ *person: / { why = $4; for (i = 8; i <= NF; i++) why = why " " $i; reasons[$2 " " why]++ }
    END {
      for (name in sum) print "result: " name " " sum[name]
      for (why in reasons) print "result: left to a person, " why " " reasons[why]
    }' | sort
}
