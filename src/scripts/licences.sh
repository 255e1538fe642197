#!/usr/bin/env bash
# ./linli check licences: what Linli is made of, as two CycloneDX bills of materials in target/sbom, and
# whether each part may be used. Called by ./linli, which has found the JDK and defined say.
set +e
cd "$home" || exit 1

bills=$home/target/sbom
log=$bills/build.log

# fail: what building a bill said, and that nothing was judged
fail() {
  tail -n 20 "$log" >&2
  say '物料清单未能生成，未检查许可。' 'The bills of materials could not be made: nothing was judged.'
  exit 1
}

need mvn maven
need npm npm
need node nodejs
mkdir -p "$bills"
mvn -q -B -ntp -DskipWeb org.cyclonedx:cyclonedx-maven-plugin:makeBom -DincludeTestScope=false \
  -DoutputFormat=json -DoutputDirectory="$bills" -DoutputName=linli </dev/null >"$log" 2>&1 || fail
(cd web && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx) </dev/null >"$bills/web.json" 2>>"$log" || fail
node "$home/src/scripts/licences.mjs" "$bills/linli.json" "$bills/web.json"
