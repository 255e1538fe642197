#!/usr/bin/env bash
# ./linli check routes|matrix|charter|fields|uploads|leaks|requests: what trust rests on, asked of the running
# application. Called by ./linli, which has found the JDK and defined say. Each is a test of the suite.
set +e
cd "$home" || exit 1

declare -A checks=(
  [routes]=RouteOracleTests
  [matrix]=MatrixTests
  [charter]='CharterTests,CharterCheckTests,CharterPromisesTests'
  [leaks]=LeakTests
  [uploads]='UploadTests,PhotoTests,DarkroomTests,EvidenceTests'
  [fields]='FieldClassTests,GuardedFieldsTests'
  [requests]=BadRequestSweepTests
)

name=$1
log=$home/target/checks/$name.log
result=$home/target/checks/$name.txt

need mvn maven
mkdir -p "$home/target/checks"
rm -f "$result"
say "正在检查 $name……" "Checking $name ..."
requests=
[ "${2:-}" = --full ] && requests=-Dlinli.requests=100000
mvn -B -ntp -DskipWeb -Dspotless.check.skip=true $requests test -Dtest="${checks[$name]}" </dev/null >"$log" 2>&1
status=$?
[ -e "$result" ] && cat "$result"
if [ $status -eq 0 ]; then
  say "通过" "Holds"
else
  grep -aE '^\[ERROR\]' "$log" | head -n 40 >&2
  say "未通过，详见 $log" "Does not hold: see $log"
fi
exit $status
