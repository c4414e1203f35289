#!/usr/bin/env bash
# Publishes the tool with its runtime, so that it needs no .NET, into artifacts/archives: gate-PLATFORM.tar.gz. The action takes these.
# After eng/pack.sh, for the same platforms.
#   eng/archive.sh [PLATFORM…]
# The archive depends on the files alone (names in order, one owner, one time), so that the same build gives the same digest. Needs GNU tar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

platforms=("$@")
((${#platforms[@]} > 0)) || platforms=(linux-x64 linux-arm64 linux-musl-x64 linux-musl-arm64 osx-x64 osx-arm64 win-x64 win-arm64)
out=artifacts/archives
rm -rf "$out"
mkdir -p "$out"
for platform in "${platforms[@]}"; do
  # Compiled ahead together with the runtime, a run takes a fifth less processor time (decision 12); tried on Linux, where it is done.
  together=()
  if [[ $platform == linux-* ]]; then together=(-p:PublishReadyToRunComposite=true); fi
  dotnet publish src/Gate.Cli --runtime "$platform" --self-contained true --output "$out/$platform" \
    --configuration Release --nologo --verbosity quiet ${together[@]+"${together[@]}"}
  cp LICENSE "$out/$platform/"
  node eng/notices.mjs "$out/$platform/gate.deps.json" "$out/$platform"
  # A build on Windows would leave the program without its right to run.
  if [[ $platform != win-* ]]; then chmod 755 "$out/$platform/gate"; fi
  tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 --mode='u=rwX,go=rX' --directory "$out/$platform" . |
    gzip --no-name >"$out/gate-$platform.tar.gz"
  rm -rf "${out:?}/$platform"
done
