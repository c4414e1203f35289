#!/usr/bin/env bash
# Publishes a result for action.yml and publish/action.yml. Inputs come in through GATE_* variables and are passed on as arguments, never
# as code.
set -euo pipefail

refuse() {
  echo "gate-action: $1" >&2
  exit 64
}

as_path() {
  case $1 in
    [-@]*) printf './%s' "$1" ;;
    *) printf '%s' "$1" ;;
  esac
}

tool=${GATE_TOOL:-"${RUNNER_TEMP-}/gate-tool/gate"}
command -v -- "$tool" >/dev/null || refuse "there is no executable at the input 'tool-path'."
[[ -n ${GATE_RESULT-} ]] || refuse "there is no result to publish; 'format' has to name json."

arguments=(publish "$(as_path "$GATE_RESULT")")
case ${GATE_COMMENT-} in
  auto | always | never) arguments+=(--comment "$GATE_COMMENT") ;;
  *) refuse "the input 'comment' is none of auto, always and never." ;;
esac
case ${GATE_CHECK-} in
  none | check | status) arguments+=(--check "$GATE_CHECK") ;;
  *) refuse "the input 'check' is none of none, check and status." ;;
esac
case ${GATE_ISSUE-} in
  "" | never) ;;
  auto) arguments+=(--issue auto) ;;
  *) refuse "the input 'issue' is none of auto and never." ;;
esac
[[ -z ${GATE_BEFORE-} ]] || arguments+=(--before "$(as_path "$GATE_BEFORE")")
case ${GATE_REQUIRE-} in
  "" | false) ;;
  true) arguments+=(--require-publish) ;;
  *) refuse "the input 'require-publish' is none of true and false." ;;
esac

"$tool" "${arguments[@]}"
