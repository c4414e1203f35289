#!/usr/bin/env bash
# Packs Gate into artifacts/packages: the libraries, the tool with one package a platform, DuckDB's library a platform; and the tool with
# its runtime as archives.
#   eng/pack.sh [PLATFORM…]     such as linux-x64 osx-arm64; all eight without arguments
# npm installs DuckDB's library of this machine only; the others are asked for by name, at the version and digest of package-lock.json.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Every project under src/ but the tool is a library, so that none is forgotten.
libraries=()
for project in src/*/*.csproj; do
  [[ $project == src/Gate.Cli/* ]] || libraries+=("${project%/*}")
done
platforms=("$@")
((${#platforms[@]} > 0)) || platforms=(linux-x64 linux-arm64 linux-musl-x64 linux-musl-arm64 osx-x64 osx-arm64 win-x64 win-arm64)
out=artifacts/packages
quiet=(--configuration Release --nologo --verbosity quiet)

# The name that npm gives a platform.
npm_name() {
  case $1 in
    linux-musl-*) echo "linux-${1#linux-musl-}-musl" ;;
    linux-x64 | linux-arm64) echo "$1" ;;
    osx-x64 | osx-arm64) echo "darwin-${1#osx-}" ;;
    win-x64 | win-arm64) echo "win32-${1#win-}" ;;
    *) return 1 ;;
  esac
}

version=$(node -p 'require("./package.json").dependencies["@duckdb/node-bindings"]')
natives=()
for platform in "${platforms[@]}"; do
  if ! name=$(npm_name "$platform"); then
    echo "pack.sh: there is no DuckDB for '$platform'." >&2
    exit 64
  fi
  [[ -d node_modules/@duckdb/node-bindings-$name ]] || natives+=("@duckdb/node-bindings-$name@$version")
done
# The lock file's packages first, by their digests and in locked mode; the platforms add none that it does not hold, besides the SDK's own.
dotnet restore src/Gate.Cli --locked-mode --verbosity quiet
if ((${#natives[@]} > 0)); then
  npm install --no-save --force --ignore-scripts --no-audit --no-fund --loglevel=error "${natives[@]}"
  touch node_modules/.gate-restored
fi

rm -rf "$out"
mkdir -p "$out"
for library in "${libraries[@]}"; do
  dotnet pack "$library" "${quiet[@]}" --output "$out"
done
for platform in "${platforms[@]}"; do
  dotnet pack eng/duckdb "${quiet[@]}" --output "$out" -p:DuckDbPlatform="$platform"
done

# What the tool contains, for the packages of the tool; the build says which packages that are.
dotnet build src/Gate.Cli "${quiet[@]}"
node eng/notices.mjs src/Gate.Cli/bin/Release/net10.0/gate.deps.json artifacts/notices

# Links instead of copies: each platform would otherwise have the libraries of all in its folder.
list=$(IFS=';' && echo "${platforms[*]}")
dotnet pack src/Gate.Cli "${quiet[@]}" --output "$out" "-p:ToolPlatforms=\"$list\"" \
  -p:CreateHardLinksForCopyFilesToOutputDirectoryIfPossible=true
