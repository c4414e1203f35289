#!/usr/bin/env bash
# Builds gate from the source that came with the action, at the commit that the workflow pins, into $RUNNER_TEMP/gate-tool.
set -euo pipefail

# setup-dotnet makes the runner read compiler messages from the log. Text from data could look like one, so that is switched off again.
echo "::remove-matcher owner=csc::"

node=$(node --version 2>/dev/null || true)
major=${node#v}
if [[ ! ${major%%.*} =~ ^[0-9]+$ ]] || ((${major%%.*} < 20)); then
  echo "gate-action: building gate needs Node.js 20 or later, and this runner has ${node:-none}. Run actions/setup-node before this action, or give tool-path." >&2
  exit 69
fi

# From the action's own directory, so that the workspace's global.json has no say.
cd "$GITHUB_ACTION_PATH"
if ! dotnet publish src/Gate.Cli --configuration Release --output "$RUNNER_TEMP/gate-tool" --nologo --verbosity quiet; then
  echo "gate-action: gate could not be built; the lines above say why." >&2
  exit 70
fi
