# What src/start.sh and tests/run.sh share: prerequisites, system packages, building the client.
# Sourced, not run. All that it says goes to stderr, in Chinese and in English.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
web=$root/src/LandRegistry.Web

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# No compiler or build daemon stays behind: it would outlive the program and keep the terminal's pipes open.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

say() { printf '%s\n%s\n' "$1" "$2" >&2; }
die() { say "$1" "$2"; exit 1; }

# Runs a command quietly; shows what it printed only when it fails.
quietly() {
  local said
  said=$("$@" 2>&1 9>&- </dev/null) && return
  printf '%s\n' "$said" | tail -n 60 >&2
  return 1
}

require_dotnet() {
  command -v dotnet >/dev/null || die \
    "没有找到 .NET 10 SDK；请从 https://dotnet.microsoft.com/download/dotnet/10.0 安装。" \
    "The .NET 10 SDK is missing; install it from https://dotnet.microsoft.com/download/dotnet/10.0."
  local sdks
  sdks=$(dotnet --list-sdks 2>/dev/null) || sdks=
  grep -q -E '^(1[0-9]|[2-9][0-9])\.' <<<"$sdks" || die \
    "需要 .NET 10 SDK，本机只有：${sdks:-无}。请从 https://dotnet.microsoft.com/download/dotnet/10.0 安装。" \
    "The .NET 10 SDK is needed, this machine has only: ${sdks:-none}. Install it from https://dotnet.microsoft.com/download/dotnet/10.0."
}

require_node() {
  local version major minor
  version=$(node -p process.versions.node 2>/dev/null) || version=
  IFS=. read -r major minor _ <<<"${version:-0.0.0}"
  if ((major < 20 || (major == 20 && minor < 19))); then
    die "需要 Node.js 20.19 或更新版本，本机为：${version:-无}。请从 https://nodejs.org 安装。" \
      "Node.js 20.19 or newer is needed, this machine has: ${version:-none}. Install it from https://nodejs.org."
  fi
  command -v npm >/dev/null || die \
    "找到了 Node.js 但没有 npm；请安装 npm。" \
    "Node.js is here but npm is not; install npm."
}

has_postgis() {
  local bin version
  for bin in /usr/lib/postgresql/*/bin/initdb; do
    version=$(basename "$(dirname "$(dirname "$bin")")")
    [ -x "$bin" ] && [ -f "/usr/share/postgresql/$version/extension/postgis.control" ] && return
  done
  return 1
}

has_browser() {
  local name
  for name in microsoft-edge-stable microsoft-edge google-chrome-stable google-chrome chromium chromium-browser; do
    command -v "$name" >/dev/null && return
  done
  return 1
}

has_chinese_font() { compgen -G '/usr/share/fonts/*/*/*CJK*' >/dev/null || [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }

# has_postgis and its like name what is wanted, not a package, so that what a machine already has is good enough.
packages_for() {
  local wanted
  for wanted in "$@"; do
    case $wanted in
      postgis) has_postgis || echo postgresql-15 postgresql-15-postgis-3 ;;
      gdal) command -v ogr2ogr >/dev/null || echo gdal-bin ;;
      browser) has_browser || echo chromium chromium-sandbox ;;
      # The tests read printed papers with it.
      poppler) command -v pdftotext >/dev/null || echo poppler-utils ;;
      # The end-to-end tests drive this very one.
      chromium) command -v chromium >/dev/null || echo chromium chromium-sandbox ;;
      font) has_chinese_font || echo fonts-noto-cjk ;;
      xvfb) command -v Xvfb >/dev/null || echo xvfb ;;
      *) command -v "$wanted" >/dev/null || echo "$wanted" ;;
    esac
  done
}

as_root() { if [ "$(id -u)" = 0 ]; then env "$@"; else sudo env "$@"; fi; }
apt() { as_root DEBIAN_FRONTEND=noninteractive apt-get -y -qq --no-install-recommends "$@"; }

# Debian makes and starts a cluster of its own with the PostgreSQL package; LandRegistry has its own and needs no other.
without_main_cluster() {
  local conf=/etc/postgresql-common/createcluster.conf failed=0
  apt install postgresql-common || return
  as_root cp -p "$conf" "$conf.landregistry"
  echo 'create_main_cluster = false' | as_root tee -a "$conf" >/dev/null
  "$@" || failed=1
  as_root mv "$conf.landregistry" "$conf"
  return $failed
}

may_install() { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; }

install_missing() {
  local packages by_hand
  read -ra packages <<<"$(packages_for "$@" | tr '\n' ' ')"
  [ ${#packages[@]} -gt 0 ] || return 0
  by_hand="apt-get update && apt-get install -y ${packages[*]}"
  command -v apt-get >/dev/null || die \
    "缺少 ${packages[*]}，而本机没有 apt；请用系统的包管理器安装。" \
    "${packages[*]} is missing and this system has no apt; install it with the system's own package manager."
  may_install || die \
    "缺少 ${packages[*]}；请以 root 身份执行：$by_hand" \
    "${packages[*]} is missing; run as root: $by_hand"
  say "正在通过 apt 安装：${packages[*]}" "Installing with apt: ${packages[*]}"
  quietly apt update || die \
    "apt-get update 失败；请检查网络和软件源后重试，或以 root 身份执行：$by_hand" \
    "apt-get update failed; check the network and the package sources, or run as root: $by_hand"
  local prelude=()
  [[ ${packages[*]} != *postgresql-* ]] || prelude=(without_main_cluster)
  quietly "${prelude[@]}" apt install "${packages[@]}" || die \
    "apt 没能安装 ${packages[*]}；请以 root 身份执行：$by_hand" \
    "apt could not install ${packages[*]}; run as root: $by_hand"
}

# One hash over names and contents of all files under the given paths, leaving out what builds make.
fingerprint() {
  (cd "$root" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

require_writable() {
  [ -w "$root/src" ] && [ -w "$web" ] || die \
    "不能写入 $root；请在自己有写权限的目录中检出源代码。" \
    "$root is not writable; check the sources out where you may write."
}

# npm ci only when the lock file has changed.
install_client_packages() {
  local stamp=$web/node_modules/.landregistry-packages now
  now=$(cd "$web" && cat package.json package-lock.json <(node -p process.versions.modules) | sha256sum)
  [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  say "正在安装网页端依赖。" "Installing the client's packages."
  (cd "$web" && quietly npm ci --no-audit --no-fund --loglevel=error) || die \
    "npm ci 失败，原因见上。" "npm ci failed; the reason stands above."
  echo "$now" >"$stamp"
}

# Builds the client only when its sources have changed.
build_client() {
  local stamp=$web/node_modules/.landregistry-client now
  now=$(fingerprint src/LandRegistry.Web)
  [ -f "$web/dist/index.html" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  install_client_packages
  say "正在构建网页端。" "Building the client."
  (cd "$web" && quietly npm run --silent build) || die \
    "网页端构建失败，原因见上。" "Building the client failed; the reason stands above."
  # Files of an older build would stay in the programs' own copies.
  rm -rf "$root"/src/LandRegistry.{Desktop,Cli}/bin/Release/net10.0/wwwroot
  echo "$now" >"$stamp"
}
