#!/usr/bin/env bash
# ./linli bench NAME: ours beside its peer and the raw limit. Called by ./linli, which has found the
# JDK and defined say.
declare -A benches=(
  [locate]=org.linli.bench.locate.LocateBench
  [fairness]=org.linli.bench.fairness.FairnessBench
  [file]=org.linli.bench.file.FileBench
  [lifecycle]=org.linli.bench.lifecycle.LifecycleBench
  [dashboard]=org.linli.bench.dashboard.DashboardBench
  [queries]=org.linli.bench.queries.QueriesBench
  [startup]=org.linli.bench.startup.StartupBench
)

classpath=$home/target/bench.classpath
log=$home/target/bench-build.log

# Compiles what we measure, and fetches what we measure it beside.
compile_benches() {
  [ -e "$classpath" ] &&
    [ -z "$(find "$home/pom.xml" "$home/src" -type f -newer "$classpath" -print -quit)" ] && return
  mkdir -p "$home/target"
  say '正在构建基准测试……' 'Building the benchmarks ...'
  (cd "$home" && mvn -q -B -Pbench -DskipWeb -Dspotless.check.skip=true test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath \
    -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test </dev/null >"$log" 2>&1) && return
  rm -f "$classpath"
  tail -n 30 "$log" >&2
  if grep -qE 'Could not (resolve|transfer|find)' "$log"; then
    say '对比对象未能取得，未测量。' 'The peers could not be had: nothing was measured.'
    exit 3
  fi
  exit 1
}

need mvn maven
bench=${1:-none}
if [ -z "${benches[$bench]:-}" ]; then
  names=$(printf '%s\n' "${!benches[@]}" | sort | tr '\n' ' ')
  say "用法：./linli bench 名称 [--json]，名称为：$names" "Usage: ./linli bench NAME [--json], NAME one of: $names"
  exit 64
fi
shift

if [ "$bench" = startup ]; then
  build
  prepare
fi
compile_benches
exec "$java" "${words[@]}" -cp "$home/target/test-classes:$home/target/classes:$(cat "$classpath")" "${benches[$bench]}" "$@"
