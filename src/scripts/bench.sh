#!/usr/bin/env bash
# ./linli bench NAME: ours beside its peer and the raw limit. Called by ./linli, which has found the
# JDK and defined say.
declare -A benches=(
  [locate]=org.linli.bench.locate.LocateBench
  [file]=org.linli.bench.file.FileBench
  [lifecycle]=org.linli.bench.lifecycle.LifecycleBench
  [queries]=org.linli.bench.queries.QueriesBench
  [startup]=org.linli.bench.startup.StartupBench
)

bench=${1:-}
if [ -z "${benches[$bench]:-}" ]; then
  names=$(printf '%s\n' "${!benches[@]}" | sort | tr '\n' ' ')
  say "用法：./linli bench 名称 [--json]，名称为：$names" "Usage: ./linli bench NAME [--json], NAME one of: $names"
  exit 64
fi
shift

need mvn maven
if [ "$bench" = startup ]; then
  build
  prepare
fi
classpath=$home/target/bench.classpath
if [ ! -e "$classpath" ] || [ -n "$(find "$home/pom.xml" "$home/src" -type f -newer "$classpath" -print -quit)" ]; then
  say '正在构建基准测试……' 'Building the benchmarks ...'
  (cd "$home" && mvn -q -B -Pbench -DskipWeb -Dspotless.check.skip=true test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:build-classpath -Dmdep.outputFile="$classpath" -Dmdep.includeScope=test \
    </dev/null >"$home/target/bench-build.log" 2>&1) || {
    tail -n 30 "$home/target/bench-build.log" >&2
    say '对比对象未能取得，未测量。' 'The peers could not be had: nothing was measured.'
    exit 3
  }
fi
exec "$java" "${words[@]}" -cp "$home/target/test-classes:$home/target/classes:$(cat "$classpath")" "${benches[$bench]}" "$@"
