// Sources: Identity documentation (matching rules of dynamic groups: instance.compartment.id, tag.<namespace>.<key>.value); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { type Issue, inexactly, show } from "../../core/errors.js";
import type { Note } from "../../core/planned.js";
import type { DeclaredDynamicGroupPolicy } from "../../spec/dynamic-group-policy.js";
import { settingsOf } from "./settings.js";

const path = "dynamicGroupPolicy.members";

/** The narrowest that the settings have, unless the program says which. */
function membersOf(it: DeclaredDynamicGroupPolicy): "pool" | "compartment" {
  return it.spec.members ?? (settingsOf(it).rightsTag === undefined ? "compartment" : "pool");
}

/** What tells the group's instances from others: it goes into the rule and into their templates. */
export function rightsTagsOf(it: DeclaredDynamicGroupPolicy | undefined): Record<string, string> {
  const tag = it && settingsOf(it).rightsTag;
  return it && tag !== undefined && membersOf(it) === "pool" ? { [tag]: it.spec.physicalName ?? it.name } : {};
}

/** One line with upper-case words: the provider changes other forms. */
export function matchingRule(it: DeclaredDynamicGroupPolicy): Input<string>[] {
  const tags = Object.entries(rightsTagsOf(it)).map(([tag, value]) => `, tag.${tag}.value = '${value}'`);
  return ["ALL {instance.compartment.id = '", settingsOf(it).compartmentId, `'${tags.join("")}}`];
}

const exposure = "every instance of the compartment has the rights, whoever makes it";

export function memberNotes(it: DeclaredDynamicGroupPolicy): Note[] {
  const { members } = it.spec;
  const [tag] = Object.entries(rightsTagsOf(it));
  if (tag) {
    const message = `instances of the compartment with ${tag[0]} = "${tag[1]}" have the rights: who may set that tag gives them away`;
    return [{ id: "note:dynamicGroupPolicy.members", fate: "note", path, message }];
  }
  const fate = members === undefined ? "near" : "warning";
  const message = `${exposure}; ${narrower}`;
  return [{ id: `${fate}:dynamicGroupPolicy.members`, fate, path, message }];
}

const narrower = "rightsTag in the settings narrows them to the pools that name them";

export function memberRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  return [...tagValueRules(it), ...widthRules(it)];
}

/** The name is a tag's value, and a quoted word of the matching rule. */
function tagValueRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  return Object.values(rightsTagsOf(it)).flatMap((value) =>
    /^[^']{1,256}$/u.test(value)
      ? []
      : [
          {
            path: "dynamicGroupPolicy.physicalName",
            message: `${show(value)} tells the pool's instances from others, as a tag of up to 256 characters without '`,
            instead: "a name of letters, digits, ., _ and -",
          },
        ],
  );
}

/** The default may not be wider than what was meant, where all must be exact. */
function widthRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  if (!it.cloud.exact || it.spec.members !== undefined || membersOf(it) === "pool") return [];
  const message = inexactly(exposure);
  return [{ path, message, instead: '"compartment", or rightsTag in the settings' }];
}
