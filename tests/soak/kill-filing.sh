#!/bin/sh
# Kills the web program 1,000 times (KILLS) while people file, half on each database; every filing is whole or absent.

# In batches, each on fresh databases and with a seed of its own; a batch that passed stands in STATE and is not repeated.
soak() {
  program=$PWD/tests/TakedownCases.Web.Tests/bin/Release/net10.0/TakedownCases.Web.Tests
  each=25 batch=0 batches=$(((${KILLS:-1000} + 49) / 50))
  while [ "$batch" -lt "$batches" ]; do
    if [ ! -e "$STATE/batch-$batch" ]; then
      TDC_KILLS=$each TDC_SEED=$((SEED * 1000 + batch)) TMPDIR=$SCRATCH/tmp run_watched "$program" \
        -noLogo -noColor -class '*.KillDuringFilingTests' > "$SCRATCH/batch.log" 2>&1 \
        || { tail -n 60 "$SCRATCH/batch.log"; return 1; }
      grep '^ *counts: ' "$SCRATCH/batch.log" > "$STATE/batch-$batch.part" || return 1
      mv "$STATE/batch-$batch.part" "$STATE/batch-$batch"
    fi
    batch=$((batch + 1))
    say "batch $batch of $batches"
  done
  cat "$STATE"/batch-* | awk '
    { for (i = 2; i < NF; i++) if ($i ~ /^(kills|acknowledged|ambiguous|partial)$/) sum[$2 " " $i] += $(i + 1) }
    END { for (name in sum) print "result: " name " " sum[name] }' | sort
}
