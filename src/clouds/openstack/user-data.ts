// Sources: nova api/openstack/compute/schemas/servers.py (user data: 65,535 characters of base64), cloud-init documentation (MIME
// multi-part archives, content types and first lines, Merge-Type), CPython email/message.py (payloads that are not ASCII), Identity API v3 reference (secrets that Keystone makes: 86
// characters of URL-safe base64; ids of 32), openstacksdk documentation (places of clouds.yaml); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import { type Derived, derived, ref, type Secret, secret, type TextPart, text } from "../../core/planned.js";
import type { DeclaredDynamicGroupPolicy } from "../../spec/dynamic-group-policy.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";
import { settingsOf } from "./settings.js";

/** Bytes whose base64, in groups of four characters for each three, has at most 65,535. */
const mostBytes = 49_149;

/** The same for all, so that a template's new name is no new user data. */
const boundary = "webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73";

/** What Keystone makes has these lengths. */
const stand = { id: "i".repeat(32), secret: "s".repeat(86) };

/** What servers of a template are given; the rights' credential is a part of it, and makes all of it secret. */
export function userDataOf(it: DeclaredInstanceTemplate): Input<string> | Derived | Secret | undefined {
  const { userData, rights } = it.spec;
  const late = (whole: string) => lengthRules(whole, it);
  if (!rights) return typeof userData === "string" || userData === undefined ? userData : derived(userData, same, late);
  const credential = { id: ref(rights, "credential.id"), secret: ref(rights, "credential.secret") };
  return secret(derived(text(...archive(it, rights, credential)), same, late));
}

/** What is known before deployment to be too long. */
export function userDataRules(it: DeclaredInstanceTemplate): Issue[] {
  const { userData, rights } = it.spec;
  if (userData !== undefined && typeof userData !== "string") return [];
  const whole = rights ? archive(it, rights, stand).join("") : (userData ?? "");
  return lengthRules(whole, it);
}

function lengthRules(whole: string, { spec }: DeclaredInstanceTemplate): Issue[] {
  const size = Buffer.byteLength(whole);
  if (size <= mostBytes) return [];
  const merged = spec.rights ? " with the credential of its rights" : "";
  const message = `has ${size} bytes${merged}; ${mostBytes} are allowed here`;
  return [{ path: "instanceTemplate.userData", message, instead: "a short script that fetches the rest" }];
}

function same(whole: string): string {
  return whole;
}

type Credential = { readonly id: TextPart; readonly secret: TextPart };

/** The program's part, then ours, whose lists are added to those of the first. */
function archive(it: DeclaredInstanceTemplate, rights: DeclaredDynamicGroupPolicy, credential: Credential): TextPart[] {
  const { userData } = it.spec;
  const own: TextPart[] =
    userData === undefined
      ? []
      : [`--${boundary}\n`, typeof userData === "string" ? partOf(userData) : derived(userData, partOf), "\n"];
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"\nMIME-Version: 1.0\n\n`,
    ...own,
    `--${boundary}\n`,
    ...cloudsFile(rights, credential),
    `--${boundary}--\n`,
  ];
}

const types = {
  "#!": "text/x-shellscript",
  "#cloud-config": "text/cloud-config",
  "#cloud-boothook": "text/cloud-boothook",
  "#include": "text/x-include-url",
  "#part-handler": "text/part-handler",
  "## template: jinja": "text/jinja2",
} as const;

/** A part with the type that its first line says; an archive brings headers of its own. */
function partOf(content: string): string {
  if (/^(?:content-type|mime-version):/i.test(content)) return content;
  const found = Object.entries(types).find(([start]) => content.startsWith(start));
  const type = `Content-Type: ${found?.[1] ?? "text/plain"}; charset="utf-8"\n`;
  if (isAscii(content)) return `${type}\n${content}`;
  return `${type}Content-Transfer-Encoding: base64\n\n${encoded(content)}`;
}

/** Other letters would reach the instance as escapes: Python's parser of archives makes them so. */
function isAscii(content: string): boolean {
  return Buffer.byteLength(content) === content.length;
}

function encoded(content: string): string {
  const lines =
    Buffer.from(content)
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return lines.map((line) => `${line}\n`).join("");
}

function cloudsFile(rights: DeclaredDynamicGroupPolicy, credential: Credential): TextPart[] {
  const { authUrl = "", region } = settingsOf(rights).rights ?? {};
  const head = [
    'Content-Type: text/cloud-config; charset="utf-8"',
    "Merge-Type: list(append)+dict(no_replace,recurse_list)+str()",
    "",
    "#cloud-config",
    "write_files:",
    "  - path: /etc/openstack/clouds.yaml",
    '    permissions: "0600"',
    "    content: |",
    "      clouds:",
    "        openstack:",
    "          auth_type: v3applicationcredential",
    ...(region === undefined ? [] : [`          region_name: ${JSON.stringify(region)}`]),
    "          auth:",
    `            auth_url: ${JSON.stringify(authUrl)}`,
    '            application_credential_id: "',
  ].join("\n");
  const between = '"\n            application_credential_secret: "';
  return [head, credential.id, between, credential.secret, '"\n'];
}
