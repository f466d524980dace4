#!/usr/bin/env bash
# Compares the working tree with where it left another branch, for any CI: prints the comment, and posts it where it can.
#   ci/shell/review.sh [BASE]      (default: origin/main)
# Posting needs WEBTIER_ON (github or gitlab), WEBTIER_CHANGE (a number), and the token of that server in its variable:
# GITHUB_TOKEN with GITHUB_REPOSITORY, or GITLAB_TOKEN with CI_PROJECT_ID. STACKS: names with commas, where the project
# has several. FAIL_ON: kinds of change that fail the job.
set -euo pipefail

target=${1:-origin/main}
marker=${WEBTIER_MARKER:-webtier}
folder=$(mktemp -d)
trap 'git worktree remove --force "$folder/base" 2>/dev/null || true; rm -rf "$folder"' EXIT

code=0
{
  base=$(git merge-base "$target" HEAD) &&
    git worktree add --quiet --detach "$folder/base" "$base" &&
    npm ci --silent --prefix "$folder/base" &&
    npx --no-install webtier diff --format markdown "--output=$folder/comment.md" "--marker=$marker" \
      ${STACKS:+"--stack=$STACKS"} ${FAIL_ON:+"--fail-on=$FAIL_ON"} -- "$folder/base" .
} || code=$?

if [[ ${WEBTIER_ON:-} && ${WEBTIER_CHANGE:-} ]]; then
  npx --no-install webtier comment "--on=$WEBTIER_ON" "--change=$WEBTIER_CHANGE" "--body=$folder/comment.md" \
    "--marker=$marker"
elif [[ -f $folder/comment.md ]]; then
  cat "$folder/comment.md"
fi
exit "$code"
