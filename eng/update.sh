#!/usr/bin/env bash
# Writes all generated pages, schemas and READMEs anew: runs the tests that hold them, told to write instead of to compare.
# Afterwards `git diff` shows what changed. Pages that need reference data beside the checkout are left as they are without it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export GATE_UPDATE_DOCS=1
# The result's schema is embedded in the tool, so it is written before the tool is built for the second round.
dotnet test tests/Gate.Tests --configuration Release --nologo --filter Writes=pages
dotnet test tests/Gate.AcceptanceTests --configuration Release --nologo --filter Writes=pages
git --no-pager diff --stat
