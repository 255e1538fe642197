#!/usr/bin/env bash
# ./linli check mutation: rules are changed one at a time, and the tests must notice nine in ten,
# of who may what nineteen in twenty.
# Called by ./linli, which has found the JDK and defined say. What survived stands in the reports.
set +e
cd "$home" || exit 1

reports=$home/target/mutation

pit() { mvn -B -ntp -DskipWeb -Dspotless.check.skip=true -Pmutation "$@" </dev/null; }

# judge RULES ZH EN: changes one set of rules and says how many changes were noticed
judge() {
  local log=$reports/$1.log changed noticed
  pit "org.pitest:pitest-maven:mutationCoverage@$1" >"$log" 2>&1
  local status=$?
  read -r changed noticed < <(sed -nE 's/^>> Generated ([0-9]+) mutations Killed ([0-9]+) .*/\1 \2/p' "$log")
  if [ -z "$noticed" ]; then
    tail -n 30 "$log" >&2
    exit 1
  fi
  say "$2：改动 $changed 处，测试察觉 $noticed 处" "$3: $changed changes, $noticed noticed by the tests" 2>&1
  [ $status -eq 0 ] || say "察觉得太少，详见 $reports/$1/index.html" "Too few: see $reports/$1/index.html"
  return $status
}

need mvn maven
mkdir -p "$reports"
pit test-compile >"$reports/build.log" 2>&1 || {
  tail -n 30 "$reports/build.log" >&2
  exit 1
}
held=0
judge policy '权限' 'who may what' || held=1
judge flow '案件与服务流程' 'flow of cases and services' || held=1
judge calendar '工作时间' 'working time' || held=1
judge cells '网格定位' 'cell index' || held=1
exit $held
