#!/usr/bin/env bash
# Fetches the Adult data from the UCI repository and writes adult.csv with a header and the published split.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
curl --fail --silent --show-error --location --output "$work/adult.zip" https://archive.ics.uci.edu/static/public/2/adult.zip
unzip -q "$work/adult.zip" -d "$work"
{
  echo 'age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,sex,capital-gain,capital-loss,hours-per-week,native-country,income,split'
  sed -e 's/, /,/g' -e '/^$/d' -e 's/$/,train/' "$work/adult.data"
  # The test file begins with a comment line and ends its labels with a full stop.
  sed -e '1d' -e 's/, /,/g' -e '/^$/d' -e 's/\.$//' -e 's/$/,test/' "$work/adult.test"
} > "$work/adult.csv"
mv "$work/adult.csv" adult.csv
echo "adult.csv: $(($(wc -l < adult.csv) - 1)) rows"
