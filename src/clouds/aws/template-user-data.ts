// Sources: Amazon EC2 API reference (CreateLaunchTemplate: user data in base64, 16 KB before it); read 2026-11.
import type { Issue } from "../../core/errors.js";
import { type Derived, derived } from "../../core/planned.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";

const most = 16 * 1024;

export function userDataRules({ spec: { userData } }: DeclaredInstanceTemplate): Issue[] {
  return typeof userData === "string" ? lengthRules(userData) : [];
}

/** Text that is known at deployment is measured then. */
export function encodedUserData({ spec: { userData } }: DeclaredInstanceTemplate): { userData?: string | Derived } {
  if (userData === undefined) return {};
  return { userData: typeof userData === "string" ? encoded(userData) : derived(userData, encoded, lengthRules) };
}

function encoded(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}

function lengthRules(text: string): Issue[] {
  const size = Buffer.byteLength(text, "utf8");
  if (size <= most) return [];
  return [
    {
      path: "instanceTemplate.userData",
      message: `has ${size} bytes; ${most} are allowed here`,
      instead: "a script that fetches the rest, or an image that holds it",
    },
  ];
}
