#!/bin/sh
# Measures whether the time for a document grows faster than its length: documents made of one thing over
# and over, at 1, 2, 4 and 8 times a length that takes a tenth of a second. Prints the work, the bomb, the
# length in characters, four times in milliseconds and the greatest growth; above 2.2 "TOO MUCH".
#
# Usage: src/bench/bombs.sh [WORK [BOMB [RUNS [MILLISECONDS]]]]
# WORK is a pattern for the whole of formulas, check, fix, formulas:PLATFORM or check:PLATFORM (default:
# check), BOMB one for a part of the name of the bomb. A row that grows too much is measured RUNS times (5).
# MILLISECONDS says what the shortest document takes (100). A document that takes 150 times as long is given up.
# Needs the built jar and classes of the tests: mvn -B -DskipTests package
set -eu
home=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd -P)
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx3g -Djava.awt.headless=true \
  -cp "$home/target/test-classes:$home/target/formulint.jar" \
  io.github.formulint.measure.MeasureBombs "${1:-check}" "${2:-}" "${3:-5}" "${4:-100}"
