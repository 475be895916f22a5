#!/usr/bin/env bash
# Installs what is missing, builds what has changed, and starts LandRegistry. Options are LandRegistry.Desktop's: --help.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/provision.sh"

program=$root/src/LandRegistry.Desktop/bin/Release/net10.0/LandRegistry.Desktop.dll

build_program() {
  local stamp=$root/src/LandRegistry.Desktop/obj/landregistry-build now
  now=$(fingerprint src Directory.Build.props Directory.Packages.props .editorconfig; dotnet --version)
  [ -f "$program" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  say "正在构建程序。" "Building the program."
  quietly dotnet build "$root/src/LandRegistry.Desktop" -c Release -v quiet || die \
    "程序构建失败，原因见上。" "Building the program failed; the reason stands above."
  echo "$now" >"$stamp"
}

require_dotnet
require_node
install_missing postgis gdal browser font
require_writable

# Two starts at once must not build into each other. The lock is let go before the program starts.
mkdir -p "$root/src/LandRegistry.Desktop/obj"
exec 9>"$root/src/LandRegistry.Desktop/obj/start.lock"
flock 9
build_client
build_program
exec 9>&-

exec dotnet "$program" "$@"
