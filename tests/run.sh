#!/usr/bin/env bash
# Installs what the tests need, builds everything, runs every test of both languages, and prints as its last line
# "N passed, N failed". A stage that breaks (build, generated files, a project without results) counts as one failed.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../src/provision.sh"

results=$root/tests/.results
projects=(LandRegistry.Domain.Tests LandRegistry.Server.Tests LandRegistry.EndToEnd.Tests)
broken=0

broke() {
  say "$@"
  broken=$((broken + 1))
}

# What the tests leave changed in the working tree, ignored files apart; empty where there is no git.
changes() { git -C "$root" status --porcelain 2>/dev/null; }

check_generated_types() {
  local file=$web/src/api/schema.ts before
  before=$(sha256sum <"$file")
  (cd "$web" && quietly npm run --silent generate) && [ "$(sha256sum <"$file")" = "$before" ] || broke \
    "src/LandRegistry.Web/src/api/schema.ts 与 docs/api/openapi.json 不一致；请提交重新生成的文件。" \
    "src/LandRegistry.Web/src/api/schema.ts does not match docs/api/openapi.json; commit the regenerated file."
}

# A run that ends badly without a failed test to show for it has crashed, or found no tests.
failed_in() { case $1 in *.trx) grep -q '<UnitTestResult [^>]*outcome="Failed"' "$1" ;; *) grep -q '"status":"failed"' "$1" ;; esac; }
ran_tests() { case $1 in *.trx) grep -q '<UnitTestResult ' "$1" ;; *) grep -q '"assertionResults":\[{' "$1" ;; esac; }
judge() {
  local name=$1 results_file=$2 exit_code=$3
  if [ ! -s "$results_file" ] || ! ran_tests "$results_file"; then
    broke "$name 没有产生测试结果。" "$name left no results."
  elif [ "$exit_code" != 0 ] && ! failed_in "$results_file"; then
    broke "$name 的测试中途崩溃。" "The tests of $name have crashed."
  fi
}

run_dotnet_tests() {
  local project
  for project in "${projects[@]}"; do
    dotnet test "$root/tests/$project" -c Release --no-build --nologo \
      --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" --results-directory "$results"
    judge "$project" "$results/$project.trx" $?
  done
}

run_client_tests() {
  (cd "$web" && npm test --silent -- --reporter=default --reporter=json --outputFile.json="$results/client.json")
  judge LandRegistry.Web "$results/client.json" $?
}

# Adds the result files of both languages up.
count() {
  node -e '
    const fs = require("node:fs"), path = require("node:path");
    const [folder, broken] = process.argv.slice(1);
    let passed = 0, failed = Number(broken);
    for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".trx") || name === "client.json")) {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      if (name.endsWith(".trx")) {
        const counters = /<Counters [^>]*>/.exec(text)?.[0] ?? "";
        const number = (key) => Number(new RegExp(` ${key}="(\\d+)"`).exec(counters)?.[1] ?? 0);
        passed += number("passed");
        failed += number("failed") + number("error") + number("timeout") + number("aborted");
      } else {
        const run = JSON.parse(text);
        passed += run.numPassedTests;
        // A spec file that does not even load has no tests to fail.
        const unloadable = run.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
        failed += run.numFailedTests + unloadable;
      }
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  ' "$results" "$broken"
}

require_dotnet
require_node
install_missing postgis gdal chromium font xvfb xdotool poppler
require_writable

# --regenerate writes docs/api/openapi.json and the client's types anew, and tests nothing.
if [ "${1:-}" = --regenerate ]; then
  (install_client_packages) && (build_client) &&
    LANDREGISTRY_REGENERATE=1 dotnet test "$root/tests/LandRegistry.Server.Tests" -c Release --nologo --filter FullyQualifiedName~OpenApiTests &&
    cd "$web" && npm run --silent generate
  exit
fi

rm -rf "$results"
mkdir -p "$results"
before=$(changes)

# Every start and test has its own data folder; a server that runs on this machine must not be found by the tests.
unset LANDREGISTRY_DATABASE

if (install_client_packages); then
  check_generated_types
else
  broke "网页端依赖没有装好。" "The client's packages are not in place."
fi
say "正在构建。" "Building."
if (build_client) && dotnet build "$root/LandRegistry.sln" -c Release -v quiet --nologo; then
  run_dotnet_tests
else
  broke "构建失败，原因见上。" "The build failed; the reason stands above."
fi
run_client_tests
bash "$root/tests/vulnerabilities.sh" || broke "所用软件包有已知的高危漏洞（见上）。" "Packages in use have known vulnerabilities of high severity (above)."
if [ "$(changes)" != "$before" ]; then
  changes >&2
  broke "测试改动了源代码目录（见上）。" "The tests have changed the working tree (above)."
fi

count
