#!/usr/bin/env bash
# Runs gate for action.yml. Inputs come in through GATE_* variables and are passed on as arguments, never as code. Messages do not repeat
# their values: a value could hold a command to the runner.
set -euo pipefail

refuse() {
  echo "gate-action: $1" >&2
  exit 64
}

# A path that looks like an option or a response file is made to look like a path.
as_path() {
  case $1 in
    [-@]*) printf './%s' "$1" ;;
    *) printf '%s' "$1" ;;
  esac
}

policy=${GATE_POLICY-} output=${GATE_OUTPUT-} set=${GATE_SET-} fail_on=${GATE_FAIL_ON-} format=${GATE_FORMAT-}
tool=${GATE_TOOL:-"${RUNNER_TEMP-}/gate-tool/gate"}

command -v -- "$tool" >/dev/null || refuse "there is no executable at the input 'tool-path'."
[[ -n $policy ]] || refuse "the input 'policy' is empty."
[[ -n $output ]] || refuse "the input 'output' is empty."
[[ $output != *$'\n'* ]] || refuse "the input 'output' holds a line break."

arguments=(run "$(as_path "$policy")" --output "$(as_path "$output")")

number=0
while IFS= read -r line || [[ -n $line ]]; do
  number=$((number + 1))
  line=${line%$'\r'}
  [[ -n $line ]] || continue
  [[ $line =~ ^[A-Za-z_][]A-Za-z0-9_.[-]*= ]] || refuse "line $number of the input 'set' is not key=value."
  arguments+=(--set "$line")
done <<<"$set"

case $fail_on in
  "") ;;
  warn | inconclusive | fail | never) arguments+=(--fail-on "$fail_on") ;;
  *) refuse "the input 'fail-on' is none of warn, inconclusive, fail and never." ;;
esac

if [[ -n $format ]]; then
  [[ $format =~ ^[a-z]+(,[a-z]+)*$ ]] || refuse "the input 'format' is not a list of names with commas between them."
  arguments+=(--format "$format")
fi

"$tool" "${arguments[@]}"

# A program that ends well without a verdict did not judge anything.
if ! grep -qs '^verdict<<' "${GITHUB_OUTPUT-}"; then
  echo "gate-action: the program at 'tool-path' ended without a verdict." >&2
  exit 70
fi
