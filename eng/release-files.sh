#!/usr/bin/env bash
# Writes what a release says of itself into artifacts/release: the digests of all files (SHA256SUMS), the list that the action pins
# (tool.txt) and the notes (notes.md,
# the version's section of CHANGELOG.md). After eng/pack.sh and eng/archive.sh. Refuses packages of another version than the tag's: MinVer
# and the tag must agree.
#   eng/release-files.sh TAG URL     such as v1.2.3 https://github.com/OWNER/gate/releases/download/v1.2.3
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tag=$1 url=$2

fail() {
  echo "release-files.sh: $1" >&2
  exit 1
}

[[ $tag =~ ^v([0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?)$ ]] || fail "'$tag' is not a version tag such as v1.2.3."
version=${BASH_REMATCH[1]}
for package in artifacts/packages/*.nupkg; do
  [[ $package == *."$version".nupkg ]] || fail "$package is not of version $version: was it packed at the tag, with the whole history?"
done

rm -rf artifacts/release
mkdir -p artifacts/release
# A pre-release is described where its version will be.
awk -v heading="## ${version%%-*}" '
  index($0, "## ") == 1 { inside = ($0 == heading || index($0, heading " ") == 1); next }
  inside' CHANGELOG.md >artifacts/release/notes.md
grep -q '[^[:space:]]' artifacts/release/notes.md || fail "CHANGELOG.md says nothing under '## ${version%%-*}'."
bash eng/action/list.sh "$version" "$url" artifacts/archives >artifacts/release/tool.txt
# One bill of materials for the release; each archive holds its own.
[[ -f artifacts/notices/sbom.cdx.json ]] || fail "there is no bill of materials: eng/pack.sh writes it into artifacts/notices."
cp artifacts/notices/sbom.cdx.json artifacts/notices/THIRD-PARTY-NOTICES.txt artifacts/release/
(cd artifacts && sha256sum packages/* archives/* release/sbom.cdx.json release/THIRD-PARTY-NOTICES.txt | sed 's#  [a-z]*/#  #' >release/SHA256SUMS)
