#!/usr/bin/env bash
# Writes eng/action/tool.txt for a release: which archives were built from this source, and their digests.
#   eng/action/list.sh VERSION URL ARCHIVES     such as 1.2.3 https://github.com/OWNER/gate/releases/download/v1.2.3 artifacts/archives
set -euo pipefail
version=$1 url=$2 archives=$3
here=$(dirname "${BASH_SOURCE[0]}")

sed -n '/^#/p' "$here/tool.txt"
printf 'version %s\nsource %s\nurl %s\n' "$version" "$(bash "$here/source-digest.sh")" "$url"
for archive in "$archives"/gate-*.tar.gz; do
  platform=$(basename "$archive" .tar.gz)
  printf '%s %s\n' "${platform#gate-}" "$(sha256sum <"$archive" | cut -d' ' -f1)"
done
