/** What stands in the comment when there is nothing to post: the last good one must not stay. */
export function failureBody(run: string | undefined): string {
  const where = run ? `[The run](${run}) says why.` : "The log of the run says why.";
  return `### webtier: the preview failed

No comparison could be made of the newest commit, so nothing is known about what it changes. ${where}
`;
}
