// Sources: Heat template guide (rolling updates), terraform-provider-openstack 1.54.1 (an update is waited for, and one that fails
// leaves the stack as UPDATE_FAILED); read 2026-11.
import type { Advice, ReviewedChange } from "../../core/review.js";

const stack = "openstack:orchestration/stackV1:StackV1";

/** What to do with a change beside `pulumi up`. */
export function advise(changes: readonly ReviewedChange[]): Advice[] {
  return changes.flatMap(stackAdvice);
}

/** Heat replaces members while the deployment waits. */
function stackAdvice({ operation, after }: ReviewedChange): Advice[] {
  if (operation !== "update" || after?.type !== stack) return [];
  const { timeout } = after.inputs;
  const limit = typeof timeout === "number" ? ` for up to ${timeout} minutes` : "";
  const message = `the deployment waits for Heat${limit}: \`openstack stack event list\` tells how far it is, and why it fails`;
  return [{ id: "openstack:stack-update", about: after.urn, message }];
}
