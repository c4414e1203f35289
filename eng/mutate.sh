#!/usr/bin/env bash
# Mutation tests: changes one place of the program at a time and sees whether a unit test fails.
#   eng/mutate.sh [PART…]    parts: judging, measuring, loading, planning (of Gate.Evaluation), policy, metrics, reporting; all by default
# A part takes from ten minutes to hours on two cores. The survivors are in artifacts/mutation/PART/reports/mutation-report.json, and the
# score is printed last for each part.
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

parts=("$@")
((${#parts[@]} > 0)) || parts=(judging measuring loading planning policy metrics reporting)
for name in "${parts[@]}"; do
  if ! part "$name" >/dev/null; then
    echo "mutate.sh: there is no part '$name'; parts are judging, measuring, loading, planning, policy, metrics and reporting" >&2
    exit 64
  fi
done

dotnet tool restore >/dev/null
dotnet build tests/Gate.Tests --configuration Release --nologo --verbosity quiet
for name in "${parts[@]}"; do
  project=$(part "$name" | cut -d' ' -f1)
  tests=$(part "$name" | awk '{ print $NF }')
  mutate=()
  for folder in $(part "$name" | awk '{ for (i = 2; i < NF; i++) print $i }'); do mutate+=(--mutate "$folder/**/*.cs"); done
  filter="FullyQualifiedName~${tests//|/|FullyQualifiedName~}"
  config=artifacts/mutation/$name.json
  mkdir -p artifacts/mutation
  # Texts are not mutated: their wording is held by approval files and scenarios, and hundreds of them would hide the rest.
  # A minute over the tests' own time: a mutant on a machine that does other work as well is slow, not out of time.
  cat >"$config" <<JSON
{ "stryker-config": { "project": "$project.csproj", "configuration": "Release", "concurrency": 2, "coverage-analysis": "perTest",
  "test-case-filter": "$filter", "additional-timeout": 60000, "ignore-mutations": ["string"], "reporters": ["json", "cleartext"],
  "thresholds": { "high": 90, "low": 85, "break": 0 } } }
JSON
  echo "== $name"
  (cd tests/Gate.Tests && dotnet stryker --config-file "../../$config" "${mutate[@]}" --output "../../artifacts/mutation/$name" --skip-version-check)
done
