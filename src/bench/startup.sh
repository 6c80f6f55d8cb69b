#!/bin/sh
# Measures how long formulint takes for one small file, whole process, against Node with remark-math
# and KaTeX: pairs of runs turn by turn, since machines are noisy, and the median of their ratios.
# Above 1 formulint is faster, or takes less memory.
#
# Usage: src/bench/startup.sh [FILE [PAIRS]]
# Needs Node and npm (which installs the packages beside this script when they are missing), GNU time
# and a built jar. FORMULINT names another launcher, FORMULINT_CDS=off measures without the archive.
set -eu

here=$(CDPATH='' cd "$(dirname "$0")" && pwd -P)
file=${1:-$here/notes.md}
pairs=${2:-10}
formulint=${FORMULINT:-$here/../../formulint}

[ -d "$here/node_modules" ] || npm install --prefix "$here" --no-audit --no-fund --silent

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints seconds, processor seconds and the largest memory in KB of a run.
measured() {
  status=0
  /usr/bin/time -q -o "$work/time" -f '%U %S %M' "$@" >/dev/null 2>"$work/errors" || status=$?
  [ "$status" -le 1 ] || { cat "$work/errors" >&2; exit 2; }
  cat "$work/time"
}

run() {
  before=$(date +%s%N)
  measures=$(measured "$@")
  after=$(date +%s%N)
  printf '%s %s\n' "$(((after - before) / 1000))" "$measures"
}

# The first runs warm the disk and let the launcher make its archive.
measured "$formulint" "$file" >/dev/null
while find "${XDG_CACHE_HOME:-$HOME/.cache}/formulint" -name '*.making' 2>/dev/null | grep -q .; do
  sleep 1
done
measured node "$here/check.mjs" "$file" >/dev/null

pair=0
while [ "$pair" -lt "$pairs" ]; do
  printf '%s %s\n' "$(run node "$here/check.mjs" "$file")" "$(run "$formulint" "$file")"
  pair=$((pair + 1))
done >"$work/pairs"

awk '
  function median(values, count,  i, j, swap) {
    for (i = 2; i <= count; i++)
      for (j = i; j > 1 && values[j] < values[j - 1]; j--) {
        swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap
      }
    return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
  }
  {
    nodeWall[NR] = $1 / 1000; nodeCpu[NR] = ($2 + $3) * 1000; nodeMemory[NR] = $4 / 1024
    ourWall[NR] = $5 / 1000; ourCpu[NR] = ($6 + $7) * 1000; ourMemory[NR] = $8 / 1024
    wall[NR] = $1 / $5; cpu[NR] = ($2 + $3) / ($6 + $7); memory[NR] = $4 / $8
  }
  END {
    print "median of " NR " pairs     Node  formulint  ratio"
    printf "time, ms          %9.0f  %9.0f  %5.2f\n", median(nodeWall, NR), median(ourWall, NR), median(wall, NR)
    printf "processor, ms     %9.0f  %9.0f  %5.2f\n", median(nodeCpu, NR), median(ourCpu, NR), median(cpu, NR)
    printf "memory, MB        %9.0f  %9.0f  %5.2f\n", median(nodeMemory, NR), median(ourMemory, NR), median(memory, NR)
  }' "$work/pairs"
