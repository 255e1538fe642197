#!/usr/bin/env bash
# Every test the project has. Called by ./linli test, which has found the JDK and defined say.
# The browser tests find the demo they run against in LINLI_URL.
set +e
cd "$home" || exit 1

logs=$home/target/test-logs
counted=$logs/counted
pages_pid=
demo_pid=
demo_data=

clean_up() {
  for pid in $pages_pid $demo_pid; do
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  if [ -n "$demo_data" ]; then rm -rf "$demo_data"; fi
}
trap clean_up EXIT

# Packages of the system that a machine may lack, if we may add them.
install_missing() {
  local missing=()
  [ -n "$(find_chromium)" ] || missing+=(chromium)
  [ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || missing+=(fonts-noto-cjk)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "正在安装 ${missing[*]}……" "Installing ${missing[*]} ..."
    export DEBIAN_FRONTEND=noninteractive
    (apt-get update && apt-get install -y --no-install-recommends "${missing[@]}") \
      </dev/null >"$logs/apt.log" 2>&1 && return
  fi
  say "缺少 ${missing[*]} 且无法自动安装，需要它们的测试将不运行。" \
    "${missing[*]} cannot be installed here: the tests that need them are left out."
}

find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome || true
}

heading() { printf '\n== %s ==\n' "$1"; }

# count NAME PASSED FAILED SKIPPED STATUS: what a runner said of itself
count() {
  local failed=$3
  # a runner that broke off failed, even where it counted no failure
  if [ "$5" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  printf '%s\t%d\t%d\t%d\n' "$1" "$2" "$failed" "$4" >>"$counted"
}

server_tests() {
  heading 'server: mvn verify'
  # the output of the tests themselves stands in target/surefire-reports
  mvn -B -ntp -DskipWeb -Dmaven.test.redirectTestOutputToFile=true verify </dev/null 2>&1 | tee "$logs/maven.log"
  local status=${PIPESTATUS[0]} run fail error skip
  read -r run fail error skip < <(
    sed 's/\x1b\[[0-9;]*m//g' "$logs/maven.log" |
      sed -nE 's/^\[(INFO|WARNING|ERROR)\] Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+)$/\2 \3 \4 \5/p' |
      tail -n 1 | grep . || echo '0 0 0 0'
  )
  count server $((run - fail - error - skip)) $((fail + error)) "$skip" "$status"
}

# Benchmarks are run by people, but must not rot: the shortest run of one starts all they share.
bench_runs() {
  heading 'benchmarks: compile, and a short run'
  {
    "$home/linli" bench lifecycle --lives 20 --rounds 1 --cases 10000 </dev/null &&
      "$home/linli" bench dashboard --cases 2000 --asks 1 --lives 10 --rounds 1 --samples 1 \
        --day 50 </dev/null &&
      "$home/linli" bench fairness --months 40 --seeds 1 </dev/null
  } 2>&1 | tee "$logs/bench.log"
  local status=${PIPESTATUS[0]}
  if [ "$status" -eq 0 ]; then count benchmarks 1 0 0 0; else count benchmarks 0 1 0 1; fi
}

# Whether the tests would notice if a rule of the flow, of working time or of the index changed.
mutation_check() {
  heading 'mutation: changed rules must be noticed'
  "$home/linli" check mutation </dev/null 2>&1 | tee "$logs/mutation.log"
  local status=${PIPESTATUS[0]}
  if [ "$status" -eq 0 ]; then count mutation 4 0 0 0; else count mutation 0 1 0 "$status"; fi
}

page_checks() {
  heading 'pages: types and style'
  (cd web && npm run --silent typecheck && npm run --silent lint) </dev/null 2>&1 | tee "$logs/pages.log"
  local status=${PIPESTATUS[0]}
  if [ "$status" -eq 0 ]; then count 'page checks' 1 0 0 0; else count 'page checks' 0 1 0 1; fi
}

page_tests() {
  heading 'pages: vitest'
  (cd web && NO_COLOR=1 npm run --silent test) </dev/null 2>&1 | tee "$logs/vitest.log"
  local status=${PIPESTATUS[0]}
  counts_of vitest "$logs/vitest.log" '^ *Tests .*' "$status"
}

# counts_of NAME LOG LINE STATUS: from "12 passed | 1 failed | 2 skipped" in whatever order
counts_of() {
  local lines
  lines=$(sed 's/\x1b\[[0-9;]*m//g' "$2" | grep -E "$3" | tail -n 4)
  count "$1" "$(word_count "$lines" passed)" "$(word_count "$lines" failed)" \
    "$(word_count "$lines" skipped)" "$4"
}

word_count() {
  local found
  found=$(grep -oE "[0-9]+ $2" <<<"$1" | tail -n 1 | grep -oE '^[0-9]+')
  printf '%s' "${found:-0}"
}

browser_tests() {
  heading 'browser: playwright'
  CHROMIUM=$(find_chromium)
  if [ -z "$CHROMIUM" ]; then
    say '没有 Chromium，浏览器测试未运行。' 'No Chromium: the browser tests were not run.'
    count browser 0 0 1 0
    return
  fi
  demo_data=$(mktemp -d)
  local told=$demo_data/told.json
  "$home/linli" demo --json --port 0 --data "$demo_data/data" >"$told" 2>"$logs/demo.log" </dev/null &
  demo_pid=$!
  while [ ! -s "$told" ] && kill -0 "$demo_pid" 2>/dev/null; do sleep 0.5; done
  if [ ! -s "$told" ]; then
    cat "$logs/demo.log"
    count browser 0 1 0 1
    return
  fi
  LINLI_URL=$(sed -nE 's/.*"url":"([^"]+)".*/\1/p' "$told")
  export CHROMIUM LINLI_URL
  (cd web && NO_COLOR=1 CI=1 npx --no-install playwright test --pass-with-no-tests) </dev/null 2>&1 |
    tee "$logs/playwright.log"
  local status=${PIPESTATUS[0]}
  counts_of browser "$logs/playwright.log" '^ *[0-9]+ (passed|failed|skipped)' "$status"
}

durability_check() {
  heading 'durability: kill -9 under load'
  "$home/linli" check durability </dev/null 2>&1 | tee "$logs/durability.log"
  local status=${PIPESTATUS[0]}
  if [ "$status" -eq 0 ]; then count durability 1 0 0 0; else count durability 0 1 0 1; fi
}

# The pages and what they are served by are tried from the jar, beside the tests of the server.
page_runs() {
  pages_pid=
  trap clean_up EXIT
  trap 'exit 1' TERM
  page_checks
  page_tests
  browser_tests
}

mkdir -p "$logs"
rm -f "$counted"
need mvn maven
need node nodejs
need npm npm
install_missing
build || exit 1
prepare
page_runs >"$logs/page-runs.log" 2>&1 &
pages_pid=$!
server_tests
mutation_check
bench_runs
wait "$pages_pid"
pages_pid=
cat "$logs/page-runs.log"
durability_check

heading 'all'
awk -F '\t' '
  { printf "%-12s %5d passed %5d failed %5d skipped\n", $1, $2, $3, $4; passed += $2; failed += $3 }
  END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 }
' "$counted"
