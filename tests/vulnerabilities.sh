#!/usr/bin/env bash
# Asks where packages come from whether those in use have known vulnerabilities: dotnet's and the client's. Ends with 1 when one of them is
# of high or critical severity; lesser ones are named. A source that does not answer is passed over with a sentence. Wants a restored solution.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../src/provision.sh"

# Reads what a tool printed (standard input): names what it found, and ends with 1 when something of it is grave, with 2 when it is no answer.
judge() {
  node -e '
    const { readFileSync } = require("node:fs");
    let answer;
    try { answer = JSON.parse(readFileSync(0, "utf8")); } catch { process.exit(2); }
    const found = [];
    if (process.argv[1] === "npm") {
      if (answer.vulnerabilities === undefined) process.exit(2);
      for (const one of Object.values(answer.vulnerabilities)) found.push([one.name, one.range, one.severity]);
    } else {
      if (answer.projects === undefined || (answer.problems ?? []).some(({ level }) => level === "error")) process.exit(2);
      const packages = answer.projects.flatMap(({ frameworks = [] }) => frameworks).flatMap(({ topLevelPackages = [], transitivePackages = [] }) => [...topLevelPackages, ...transitivePackages]);
      for (const one of packages) for (const { severity, advisoryurl } of one.vulnerabilities ?? []) found.push([one.id, one.resolvedVersion, severity, advisoryurl]);
    }
    for (const line of new Set(found.map((words) => words.join("  ")))) console.error(line);
    process.exit(found.some(([, , severity]) => /^(high|critical)$/i.test(severity)) ? 1 : 0);
  ' "$1"
}

ask_dotnet() { timeout 60 dotnet list "$root/LandRegistry.sln" package --vulnerable --include-transitive --no-restore --format json 2>/dev/null </dev/null; }
ask_npm() { (cd "$web" && timeout 60 npm audit --json --fetch-retries=0 --fetch-timeout=15000 2>/dev/null </dev/null); }

grave=0
for tool in dotnet npm; do
  "ask_$tool" | judge "$tool"
  case ${PIPESTATUS[1]} in
    0) ;;
    1) grave=1 ;;
    *) say "$tool 的软件包来源没有回答漏洞查询，已跳过。" "The package source of $tool does not answer about vulnerabilities; passed over." ;;
  esac
done
exit $grave
