#!/usr/bin/env bash
# Sets up and runs all tests. The last line is "N passed, N failed", with ", N skipped" where some were; arguments go to `dotnet test`.
# Exit code 0 only when tests ran and none failed. Keeps to what bash 3.2 and the tools of macOS and of Git for Windows have.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

results=artifacts/test-results

say() {
  echo "test.sh: $1" >&2
}

finish() {
  local line="$1 passed, $2 failed"
  (($3 == 0)) || line+=", $3 skipped"
  echo "$line"
  (($1 > 0 && $2 == 0))
  exit
}

need_dotnet() {
  local wanted
  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  if ! command -v dotnet >/dev/null; then
    say "the .NET SDK is not installed; $wanted or later is needed (https://dotnet.microsoft.com/download)."
    finish 0 0 0
  fi
  if ! dotnet --version >/dev/null 2>&1; then
    say "no installed .NET SDK suits global.json, which asks for $wanted or later; installed are: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ' -)."
    finish 0 0 0
  fi
}

need_node() {
  local version
  version=$(node --version 2>/dev/null || echo none)
  if [[ ! $version =~ ^v([0-9]+)\. ]] || ((BASH_REMATCH[1] < 20)) || ! command -v npm >/dev/null; then
    say "Node.js 20 or later with npm is needed (https://nodejs.org); installed is: $version."
    finish 0 0 0
  fi
}

has_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then return 0; fi
  done
  [[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" || -f "${PROGRAMFILES-}/Google/Chrome/Application/chrome.exe" ]]
}

# Installs a package of Debian or Ubuntu.
install_package() {
  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  say "installing $1 …"
  { ${as_root[@]+"${as_root[@]}"} apt-get update -q && ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "$1"; } >&2
}

# The tests of the report need a real browser.
need_chromium() {
  if has_chromium; then return; fi
  if ! command -v apt-get >/dev/null; then
    say "no Chromium or Chrome is installed, and this is neither Debian nor Ubuntu: install Chrome, or the tests of the report fail."
    return
  fi
  install_package chromium || say "Chromium could not be installed: run 'apt-get install chromium' as root, or the tests of the report fail."
}

# The library of LightGBM needs it on Linux; where that library is not, so is no need.
need_libgomp() {
  if [[ $(uname -sm) != "Linux x86_64" || -e /usr/lib/x86_64-linux-gnu/libgomp.so.1 ]] || ! command -v apt-get >/dev/null; then return; fi
  install_package libgomp1 || say "libgomp1 could not be installed: run 'apt-get install libgomp1' as root, or the tests of LightGBM fail."
}

# The sum of one counter over all projects, from their TRX files.
count() {
  local sum=0 number
  while read -r number; do
    sum=$((sum + number))
  done < <(sed -n "s/.*<Counters \([^>]* \)\{0,1\}$1=\"\([0-9]*\)\".*/\2/p" "$results"/*.trx 2>/dev/null)
  echo "$sum"
}

need_dotnet
need_node
need_chromium
need_libgomp

if ! dotnet build Gate.sln --configuration Release --nologo --verbosity quiet; then
  say "the build broke, so no test ran."
  finish 0 0 0
fi

# One project after the other (-m:1): side by side they could write results of the same name, and would disturb each other's timings.
rm -rf "$results"
code=0
dotnet test Gate.sln --configuration Release --no-build --nologo -m:1 --logger trx --results-directory "$results" "$@" || code=$?

# Not the counters `failed` and `notExecuted`: the one leaves out tests that were aborted, and the other is always 0.
total=$(count total)
executed=$(count executed)
passed=$(count passed)
failed=$((executed - passed))
if ((code != 0 && failed == 0)); then
  say "dotnet test ended with code $code though no test failed, so a test host crashed. Counted as one failure."
  failed=1
fi
if ((executed == 0)); then
  say "no test ran."
fi
finish "$passed" "$failed" $((total - executed))
