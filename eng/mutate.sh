#!/usr/bin/env bash
# Mutation tests: changes one place of the program at a time and sees whether a unit test fails.
#   eng/mutate.sh [-n N] [PART…]
#   PART   judging, measuring, loading, planning (of Gate.Evaluation), policy, metrics, reporting; all by default
#   -n N   tries N mutants of a part, drawn by a seed; all by default
# Stryker makes the mutants; bench/Gate.Mutants tries them in processes that stay, which takes seconds less for each (decision 54).
# The score and what was not killed are printed last for each part. artifacts/mutation/PART holds what is known: the same command
# goes on where it stopped, until the folder is removed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The project, the folders of it that are mutated, and the tests that may kill (those of the room; more would only take longer).
part() {
  case $1 in
    judging) echo Gate.Evaluation "Deciding Families Judging" "Gate.Tests.Evaluation|Gate.Tests.Reporting" ;;
    measuring) echo Gate.Evaluation "Measuring Facts" "Gate.Tests.Evaluation|Gate.Tests.Reporting" ;;
    loading) echo Gate.Evaluation "Candidates Checks Datasets Loading" "Gate.Tests.Evaluation" ;;
    planning) echo Gate.Evaluation "Planning Proposals" "Gate.Tests.Evaluation" ;;
    policy) echo Gate.Policy "Reading" "Gate.Tests.Policy|Gate.Tests.Evaluation" ;;
    metrics) echo Gate.Metrics "Comparing Intervals" "Gate.Tests.Metrics" ;;
    reporting) echo Gate.Reporting "Text" "Gate.Tests.Reporting" ;;
    *) return 1 ;;
  esac
}

most=1000000
if [[ ${1-} == -n ]]; then
  most=$2
  shift 2
fi
parts=("$@")
((${#parts[@]} > 0)) || parts=(judging measuring loading planning policy metrics reporting)
for name in "${parts[@]}"; do
  if ! part "$name" >/dev/null; then
    echo "mutate.sh: there is no part '$name'; parts are judging, measuring, loading, planning, policy, metrics and reporting" >&2
    exit 64
  fi
done

bin=tests/Gate.Tests/bin/Release/net10.0
root=$PWD

# Puts back what Stryker changed, also when it was stopped.
restore() {
  local file
  for file in "$bin"/*.stryker-unchanged; do
    [[ ! -e $file ]] || mv "$file" "${file%.stryker-unchanged}"
  done
}

# Makes the mutants of a part: a folder of the tests with the mutated assembly, and Stryker's list of them. No mutant is tried: all are
# left out as unchanged since this commit. Texts are not mutated: their wording is held by approval files and scenarios, and hundreds of
# them would hide the rest.
make_mutants() {
  local name=$1 project=$2 mutate=() folder
  shift 2
  for folder in "$@"; do mutate+=(--mutate "$folder/**/*.cs"); done
  cat >"artifacts/mutation/$name/stryker.json" <<JSON
{ "stryker-config": { "project": "$project.csproj", "configuration": "Release",
  "since": { "enabled": true, "target": "$(git rev-parse HEAD)" },
  "test-case-filter": "FullyQualifiedName~NumberTextTests", "ignore-mutations": ["string"], "reporters": ["json"],
  "thresholds": { "high": 90, "low": 85, "break": 0 } } }
JSON
  (cd tests/Gate.Tests && dotnet stryker --config-file "$root/artifacts/mutation/$name/stryker.json" "${mutate[@]}" \
    --output "$root/artifacts/mutation/$name" --skip-version-check)
  rm -rf "$mutated"
  cp -r "$bin" "$mutated"
  restore
}

mutants() {
  (cd "$mutated" && dotnet exec --runtimeconfig Gate.Tests.runtimeconfig.json --depsfile Gate.Tests.deps.json Gate.Mutants.dll "$@")
}

# One share of the mutants; a process that a mutant has spoilt is followed by another, as long as each gets further than the one before.
try_share() {
  local code=3 known=-1 now=0 file=$folder/results-$1.tsv
  while ((code != 0)); do
    code=0
    mutants try "$project.dll" "$tests" "$folder" "$report" "$most" "$1" "$2" >"$folder/output-$1.txt" 2>&1 || code=$?
    now=$(wc -l 2>/dev/null <"$file" || echo 0)
    if ((code != 0 && now == known)); then
      echo "mutate.sh: share $1 of $name ends with code $code and gets no further; see $folder/output-$1.txt" >&2
      return 1
    fi
    known=$now
  done
}

trap restore EXIT
dotnet tool restore >/dev/null
dotnet build tests/Gate.Tests --configuration Release --nologo --verbosity quiet
for name in "${parts[@]}"; do
  echo "== $name"
  project=$(part "$name" | cut -d' ' -f1)
  tests=$(part "$name" | awk '{ print $NF }')
  folder=$root/artifacts/mutation/$name
  report=$folder/reports/mutation-report.json
  mutated=$root/tests/Gate.Tests/bin/mutated-$name
  mkdir -p "$folder"
  # shellcheck disable=SC2046
  [[ -e $report && -d $mutated ]] || make_mutants "$name" "$project" $(part "$name" | awk '{ for (i = 2; i < NF; i++) print $i }')
  [[ -e $folder/coverage.tsv ]] || mutants coverage "$project.dll" "$tests" "$folder"
  shares=$(getconf _NPROCESSORS_ONLN)
  jobs=()
  for ((share = 0; share < shares; share++)); do
    try_share "$share" "$shares" &
    jobs+=($!)
  done
  for job in "${jobs[@]}"; do wait "$job"; done
  mutants score "$folder" "$report"
done
