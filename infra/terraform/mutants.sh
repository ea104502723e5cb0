#!/usr/bin/env bash
# Shows that each control's assertion can fail: breaks one line for each control in a copy, and
# demands that the test of the module fails with that control's id. Run as: check mutants
#
# All copies are tested by one terraform process, which reads the provider's schema once.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./lib.sh

limit_seconds=${MUTANTS_LIMIT_SECONDS:-1800}
only=${MUTANTS_ONLY:-}

require_terraform
require_provider false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/tests" "$work/mutants"
cp -r tests/mocks tests/versions.tf "$work/tests/"

ids=()
while read -r id file expression; do
  case "$id" in '' | '#'*) continue ;; esac
  case " ${only:-$id} " in *" $id "*) ;; *) continue ;; esac
  module=${file%%/*}
  name=$(printf '%s' "$id" | tr 'A-Z.' 'a-z-')
  mkdir "$work/mutants/$name"
  cp -r "modules/$module" "$work/mutants/$name/"
  sed -i "$expression" "$work/mutants/$name/$file"
  cmp -s "modules/$file" "$work/mutants/$name/$file" && fail "the mutation of $id changes nothing"
  # The first run of a test holds the controls; the rest is about other things.
  awk '/^run "/ { runs++ } runs < 2' "tests/$module.tftest.hcl" |
    sed "s|\"../modules/$module\"|\"../mutants/$name/$module\"|" >"$work/tests/$name.tftest.hcl"
  ids+=("$id")
done <tests/mutants.txt

cd "$work"
prepare tests
echo "terraform: ${#ids[@]} mutants"
(cd tests && $(limit_of "$limit_seconds") terraform test -json >"$work/result.json" 2>"$work/errors") || [ $? -eq 1 ] ||
  fail "the mutants took longer than $limit_seconds s"

survivors=0
for id in "${ids[@]}"; do
  name=$(printf '%s' "$id" | tr 'A-Z.' 'a-z-')
  grep -F "\"@testfile\":\"$name.tftest.hcl\"" "$work/result.json" >"$work/said" || true
  if grep -qF "\"detail\":\"$id: " "$work/said"; then
    echo "  $id killed"
  else
    echo "  $id SURVIVED"
    sed -n 's/.*"summary":"\([^"]*\)","detail":"\([^"]*\)".*/    \1: \2/p' "$work/said"
    survivors=$((survivors + 1))
  fi
done
echo "terraform: $((${#ids[@]} - survivors)) of ${#ids[@]} mutants killed"
[ "$survivors" -eq 0 ] || fail "$survivors controls are asserted by nothing that can fail"
