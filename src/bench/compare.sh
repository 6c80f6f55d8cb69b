#!/bin/sh
# Measures formulint against Node with remark-parse, remark-gfm, remark-math and KaTeX, whole process:
# runs turn by turn, since machines are noisy, and the median of each ratio. Above 1 formulint is
# faster, or takes less memory. "cold" forgets what earlier runs found, "warm" knows all of it; the
# archive of classes that the launcher makes at its first run is there in both.
#
# Usage: src/bench/compare.sh [-n ROUNDS] [-c COPIES] PATH...
#   -n ROUNDS  how many times each is run (default 5)
#   -c COPIES  measures a folder with so many copies of each path instead, to see what grows
# Needs Node and npm (which installs the packages beside this script when they are missing), GNU time
# and a built jar. FORMULINT names another launcher, FORMULINT_CDS=off measures without the archive,
# WITH puts a command before each run, such as "taskset 1".
set -eu

here=$(CDPATH='' cd "$(dirname "$0")" && pwd -P)
formulint=${FORMULINT:-$here/../../formulint}
rounds=5
copies=1
while getopts n:c: option; do
  case $option in
    n) rounds=$OPTARG ;;
    c) copies=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- "$here/notes.md"

[ -d "$here/node_modules" ] || npm install --prefix "$here" --no-audit --no-fund --silent

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
XDG_CACHE_HOME=$work/cache
export XDG_CACHE_HOME

# Prints milliseconds, processor milliseconds and the largest memory in KB of a run.
measured() {
  status=0
  before=$(date +%s%N)
  # shellcheck disable=SC2086 # several words, or none
  ${WITH:-} /usr/bin/time -q -o "$work/time" -f '%U %S %M' "$@" >/dev/null 2>"$work/errors" || status=$?
  after=$(date +%s%N)
  [ "$status" -le 1 ] || { cat "$work/errors" >&2; exit 2; }
  awk -v wall=$(((after - before) / 1000)) '{ print wall / 1000, ($1 + $2) * 1000, $3 }' "$work/time"
}

forget() {
  find "$XDG_CACHE_HOME/formulint" -type f ! -name 'start-java*' -exec rm -f {} +
}

# The first run lets the launcher make its archive.
measured "$formulint" "$here/notes.md" >/dev/null
while find "$XDG_CACHE_HOME" -name '*.making' 2>/dev/null | grep -q .; do
  sleep 1
done

for path in "$@"; do
  if [ "$copies" -gt 1 ]; then
    mkdir "$work/copies"
    copy=0
    while [ "$copy" -lt "$copies" ]; do
      copy=$((copy + 1))
      cp -R "$path" "$work/copies/$copy"
    done
    measuredPath=$work/copies
    printf '%s, %s times\n' "$path" "$copies"
  else
    measuredPath=$path
    printf '%s\n' "$path"
  fi
  : >"$work/runs"
  round=0
  while [ "$round" -lt "$rounds" ]; do
    round=$((round + 1))
    node=$(measured node "$here/check.mjs" "$measuredPath")
    forget
    cold=$(measured "$formulint" "$measuredPath")
    warm=$(measured "$formulint" "$measuredPath")
    printf '%s %s %s\n' "$node" "$cold" "$warm" >>"$work/runs"
  done
  awk '
    function median(values,  count, i, j, swap) {
      count = 0
      for (i in values) count++
      for (i = 2; i <= count; i++)
        for (j = i; j > 1 && values[j] < values[j - 1]; j--) {
          swap = values[j]; values[j] = values[j - 1]; values[j - 1] = swap
        }
      return count % 2 ? values[(count + 1) / 2] : (values[count / 2] + values[count / 2 + 1]) / 2
    }
    function line(name, column, scale,  i, node, cold, warm, coldRatio, warmRatio) {
      for (i = 1; i <= NR; i++) {
        node[i] = runs[i, column] / scale
        cold[i] = runs[i, column + 3] / scale
        warm[i] = runs[i, column + 6] / scale
        coldRatio[i] = node[i] / cold[i]
        warmRatio[i] = node[i] / warm[i]
      }
      printf "  %-14s %8.0f %8.0f %8.0f   %6.2f %6.2f\n", name, median(node), median(cold), median(warm), \
        median(coldRatio), median(warmRatio)
    }
    { for (i = 1; i <= 9; i++) runs[NR, i] = $i }
    END {
      printf "  %-14s %8s %8s %8s   %6s %6s\n", "median of " NR, "Node", "cold", "warm", "Node÷cold", "Node÷warm"
      line("time, ms", 1, 1)
      line("processor, ms", 2, 1)
      line("memory, MB", 3, 1024)
    }' "$work/runs"
  [ "$copies" -eq 1 ] || rm -rf "$work/copies"
done
