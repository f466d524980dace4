import type { Note } from "../../core/planned.js";
import type { BackendSetSpec } from "../../spec/backend-set.js";

/** The provider sends a set's members from its stored state, which the members' own resources leave behind. */
export function staleMembers({ members }: BackendSetSpec): Note[] {
  if (!members) return [];
  return [
    {
      id: "note:backendSet.refresh",
      fate: "note",
      path: "backendSet.members",
      message:
        "changing the set needs a refresh first, or its members are sent empty: options: { refresh: always } in Pulumi.yaml",
    },
  ];
}
