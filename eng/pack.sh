#!/usr/bin/env bash
# Packs the .NET tool with DuckDB's library for every platform, and leaves the package in artifacts/.
# npm installs the library of this platform only; the others are asked for by name, at the version and digest of package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."
version=$(node -p 'require("./package.json").dependencies["@duckdb/node-bindings"]')
packages=()
for platform in linux-x64 linux-arm64 linux-x64-musl linux-arm64-musl darwin-x64 darwin-arm64 win32-x64 win32-arm64; do
  packages+=("@duckdb/node-bindings-$platform@$version")
done
npm install --no-save --force --ignore-scripts --no-audit --no-fund --loglevel=error "${packages[@]}"
touch node_modules/.gate-restored
dotnet pack src/Gate.Cli -c Release -o artifacts
