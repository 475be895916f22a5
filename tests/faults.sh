#!/usr/bin/env bash
# The faults that a register survives, at length: FAULT_ROUNDS kills and cuts (50 unless set), FAULT_SECONDS of a hundred clients at twenty
# parcels (60 unless set). Prints what was counted. The same tests run shortly among all others (tests/run.sh).
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../src/provision.sh"

export FAULT_ROUNDS=${FAULT_ROUNDS:-50} FAULT_SECONDS=${FAULT_SECONDS:-60}
FAULT_REPORT=$(mktemp)
export FAULT_REPORT
unset LANDREGISTRY_DATABASE

require_dotnet
install_missing postgis gdal
failed=0
for project in LandRegistry.Server.Tests LandRegistry.EndToEnd.Tests; do
  dotnet test "$root/tests/$project" -c Release --nologo --filter FullyQualifiedName~.Faults. --logger "console;verbosity=minimal" || failed=1
done
cat "$FAULT_REPORT"
rm -f "$FAULT_REPORT"
exit $failed
