#!/usr/bin/env bash
# Kills runs, and damages policies, overrides, data files, queries, results and models, and looks whether anything but an answer or an
# error comes of it. The same faults in every run; the tests of CI make one such run.
#   eng/fuzz.sh [TIMES]     so many times the faults of the tests; 10 without
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
times=${1:-10}
[[ $times =~ ^[1-9][0-9]{0,4}$ ]] || { echo "fuzz.sh: TIMES is a whole number from 1 to 99999." >&2; exit 64; }
echo "fuzz.sh: $((times * 8000)) policies and overrides, $((times * 420)) data files, $((times * 150)) queries, $((times * 60)) results, $((times * 350)) ONNX files, $((times * 20)) kills"
GATE_KILLS=$((times * 20)) dotnet test tests/Gate.AcceptanceTests --configuration Release --filter FullyQualifiedName~WholeOutputs
GATE_FUZZ_TIMES=$times GATE_ONNX_MUTATIONS=$((times * 350)) dotnet test tests/Gate.Tests --configuration Release \
  --filter "FullyQualifiedName~Policy.FuzzTests|FullyQualifiedName~DamagedFiles|FullyQualifiedName~DamagedResults|FullyQualifiedName~Onnx.MutatedFiles"
