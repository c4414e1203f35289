#!/usr/bin/env bash
# Fetches the heart failure data from the UCI repository into heart_failure.csv.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl --fail --silent --show-error --location --output "$work/data.zip" https://archive.ics.uci.edu/static/public/519/heart+failure+clinical+records.zip
unzip -q "$work/data.zip" -d "$work"
mv "$work/heart_failure_clinical_records_dataset.csv" heart_failure.csv
echo "heart_failure.csv: $(($(wc -l < heart_failure.csv) - 1)) rows"
