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

# The base branch's policy and those that it extends, out of the commit that the event names and nobody who opened the pull request can
# choose.
base_policy() {
  [[ $policy != /* ]] || refuse "with 'policy-from: base' the input 'policy' is a path in the repository."
  [[ $GATE_BASE =~ ^[0-9a-f]{40,64}$ ]] || refuse "the base commit of the event is none."
  git cat-file -e "$GATE_BASE^{commit}" 2>/dev/null || git fetch --quiet --no-tags --depth=1 origin "$GATE_BASE" 2>/dev/null ||
    refuse "the base commit is not here and cannot be fetched; give actions/checkout 'fetch-depth: 0'."
  if ! git cat-file -e "$GATE_BASE:./$policy" 2>/dev/null; then
    echo "gate-action: the base branch has no such policy, so the pull request's own judges." >&2
    return
  fi
  arguments+=(--base-commit "$GATE_BASE")
}

case ${GATE_POLICY_FROM-} in
  "" | head) ;;
  base)
    # Without a base there is no pull request, and the policy of the branch itself is the one that holds.
    [[ -z ${GATE_BASE-} ]] || base_policy
    ;;
  *) refuse "the input 'policy-from' is none of head and base." ;;
esac

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

# Evidence is what this run writes. Files of its names that are there already may have been committed, or left by an earlier run.
names=(report.html result.json summary.md junit.xml)
place=$(as_path "$output")
[[ ! -L $place ]] || refuse "the input 'output' names a link."
for name in "${names[@]}"; do
  if git --literal-pathspecs ls-files --error-unmatch -- "$place/$name" >/dev/null 2>&1; then
    refuse "git tracks $name in the directory that the input 'output' names; take it out of the repository (git rm), or name another."
  fi
  [[ ! -e $place/$name && ! -L $place/$name ]] || rm -f -- "$place/$name"
done

code=0
"$tool" "${arguments[@]}" || code=$?

# Kept is a copy of what the run has left, in a directory that nothing else knows.
kept=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/gate-report.XXXXXX")
for name in "${names[@]}"; do
  if [[ -f $place/$name && ! -L $place/$name ]]; then cp -- "$place/$name" "$kept/"; fi
done
if [[ -n ${GITHUB_OUTPUT-} ]]; then printf 'kept=%s\n' "$kept" >>"$GITHUB_OUTPUT"; fi
((code == 0)) || exit "$code"

# A program that ends well without a verdict did not judge anything.
if ! grep -qs '^verdict<<' "${GITHUB_OUTPUT-}"; then
  echo "gate-action: the program at 'tool-path' ended without a verdict." >&2
  exit 70
fi
