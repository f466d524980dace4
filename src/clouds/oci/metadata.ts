import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import { type Derived, derived } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";
import { settingsOf } from "./settings.js";

const longest = 32_000;
const names = { key: "ssh_authorized_keys", userData: "user_data" } as const;

/** What instances read at their first start: keys, and user data in base64. */
export function metadataOf(it: DeclaredInstanceTemplate): Record<string, string | Derived> {
  const { userData } = it.spec;
  const key = keyOf(it);
  return {
    ...(key === undefined ? {} : { [names.key]: key }),
    ...(userData === undefined ? {} : { [names.userData]: encodedOrDerived(it, userData) }),
  };
}

function encodedOrDerived(it: DeclaredInstanceTemplate, userData: Input<string>): string | Derived {
  if (typeof userData === "string") return encoded(userData);
  return derived(userData, encoded, (text) => sizeRules(it, text));
}

export function metadataRules(it: DeclaredInstanceTemplate): Issue[] {
  const { userData } = it.spec;
  return typeof userData === "string" ? sizeRules(it, userData) : [];
}

/** Names and values together. */
function sizeRules(it: DeclaredInstanceTemplate, text: string): Issue[] {
  const size = sizeWith(it, encoded(text));
  if (size <= longest) return [];
  return [
    {
      path: "instanceTemplate.userData",
      message: `makes ${size} bytes of metadata, in base64 and with the key; ${longest} are allowed here`,
      instead: "a short text that fetches the rest",
    },
  ];
}

function sizeWith(it: DeclaredInstanceTemplate, userData: string): number {
  const key = keyOf(it);
  const pairs = [[names.userData, userData], ...(key === undefined ? [] : [[names.key, key]])];
  return pairs.flat().reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function keyOf(it: DeclaredInstanceTemplate): string | undefined {
  return it.spec.sshKey === undefined ? undefined : meaning(settingsOf(it).keys, it.spec.sshKey);
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64");
}
