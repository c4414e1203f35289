#!/usr/bin/env bash
# Installs the packed tool as a user would, from artifacts/packages and nowhere else, and runs examples with it; unpacks the archive and
# runs them again; builds a
# program of a few lines on Gate.Data. Run on every system that a release is for. Works with bash 3.2 and Git's bash on Windows.
#   eng/check-packages.sh PLATFORM [VERSION]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
platform=$1 wanted=${2-}
root=$PWD
# The program's own view of a path: on Windows not that of bash.
native() { if command -v cygpath >/dev/null; then cygpath --mixed "$1"; else printf '%s' "$1"; fi; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "check-packages.sh: $1" >&2
  exit 1
}

# An example with an expected verdict; then one whose filter needs DuckDB's library.
try() {
  local gate=$1 code=0
  (cd "$root" && "$gate" run examples/mortgage/gate.yml --output "$(native "$work/out")" >"$work/log" 2>&1) || code=$?
  if [[ $code != 1 ]] || ! grep -q '^Verdict: fail' "$work/log"; then
    cat "$work/log" >&2
    fail "$gate ended with $code on the mortgage example; 1 and 'Verdict: fail' were expected."
  fi
  code=0
  (
    cd "$root"
    "$gate" run examples/mortgage/gate.yml --set 'data.where=lvrat < 100' --fail-on never --output "$(native "$work/out")" >"$work/log" 2>&1
  ) || code=$?
  if [[ $code != 0 ]]; then
    cat "$work/log" >&2
    fail "$gate ended with $code on a filter, which needs DuckDB's library."
  fi
}

version_of() { "$1" --version | cut -d+ -f1; }

packages=$root/artifacts/packages
version=$(find "$packages" -name "Gate.Cli.$platform.*.nupkg" | sed "s/.*Gate\.Cli\.$platform\.\(.*\)\.nupkg/\1/")
[[ -n $version ]] || fail "there is no package of the tool for $platform in artifacts/packages: run eng/pack.sh first."
[[ -z $wanted || $version == "$wanted" ]] || fail "the packages are of version $version, not $wanted."

# A cache of its own, so that what is installed is what was packed.
export NUGET_PACKAGES=$work/cache
cat >"$work/nuget.config" <<XML
<configuration><packageSources><clear /><add key="packed" value="$(native "$packages")" /></packageSources></configuration>
XML
dotnet tool install Gate.Cli --version "$version" --tool-path "$(native "$work/tool")" --configfile "$(native "$work/nuget.config")"
[[ $(version_of "$work/tool/gate") == "$version" ]] ||
  fail "the installed tool says that it is $("$work/tool/gate" --version), not $version."
try "$work/tool/gate"
echo "check-packages.sh: the tool package $version works on $platform."

archive=$root/artifacts/archives/gate-$platform.tar.gz
if [[ -f $archive ]]; then
  mkdir "$work/archive"
  (cd "$work/archive" && tar -xzf - <"$archive")
  [[ $(version_of "$work/archive/gate") == "$version" ]] ||
    fail "the archive's tool says that it is $("$work/archive/gate" --version), not $version."
  # It brings its own runtime: none is to be found here.
  DOTNET_ROOT=$work/none try "$work/archive/gate"
  echo "check-packages.sh: the archive of $version works on $platform."
fi

mkdir "$work/program"
cd "$work/program"
# Settings of folders above are not looked at where there are some here.
for settings in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$settings"; done
cat >program.csproj <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Gate.Data" Version="$version" />
    <PackageReference Include="Gate.Data.DuckDb.$platform" Version="$version" />
  </ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using Gate.Data;
File.WriteAllText("rows.json", "[{\"a\": 1}, {\"a\": 2}]");
Console.WriteLine(TableReader.Read(new SourceOptions { Paths = ["rows.json"] }).RowCount);
CS
cp "$work/nuget.config" .
dotnet run --nologo --verbosity quiet >"$work/log" || {
  cat "$work/log" >&2
  fail "a program on Gate.Data cannot be built or run from the packages."
}
rows=$(tail -n 1 "$work/log" | tr -d '\r')
[[ $rows == 2 ]] || fail "a program on Gate.Data read '$rows' rows of JSON instead of 2."
echo "check-packages.sh: Gate.Data and DuckDB's library from their packages work on $platform."
