#!/usr/bin/env bash
# Prints a SHA-256 of everything that gate is built from: of the paths and digests of the files, in the order of their bytes. What a build
# leaves behind is not counted.
#   eng/action/source-digest.sh [ROOT]
set -euo pipefail
export LC_ALL=C
cd "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}"

# macOS has shasum, everything else sha256sum. Both may put a star before the name.
sum=(sha256sum)
if ! command -v sha256sum >/dev/null; then sum=(shasum -a 256); fi

{
  find src web schemas -type d \( -name bin -o -name obj -o -name dist -o -name node_modules \) -prune -o -type f -print
  printf '%s\n' Directory.Build.props Directory.Build.targets Directory.Packages.props eng/BannedSymbols.txt eng/Npm.targets global.json \
    package-lock.json package.json
} | sort | tr '\n' '\0' | xargs -0 "${sum[@]}" | sed 's/^\([0-9a-f]*\) [ *]/\1 /' | "${sum[@]}" | cut -d' ' -f1
