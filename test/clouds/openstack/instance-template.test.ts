import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { userDataOf } from "../../../src/clouds/openstack/user-data.js";
import { settle } from "../../../src/core/create.js";
import type { Declared } from "../../../src/core/declared.js";
import type { Derived } from "../../../src/core/planned.js";
import type { DeclaredInstanceTemplate } from "../../../src/spec/instance-template.js";
import { rightsIn, templateIn } from "./pools.js";
import { notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

test("a template makes nothing by itself", () => {
  const it = templateIn(stackWith(), { sshKey: "ops", userData: "#!/bin/sh\ntrue\n", bootDisk: { size: 20 } });
  expect(resourcesOf(it)).toEqual({});
  expect(outputsOf(it)).toEqual({ keyPair: "ops-key-pair" });
  expect(notesOf(it)).toEqual(["note:instanceTemplate.sshKey.access"]);
});

test("a template makes a key pair of a public key", () => {
  const stack = stackWith({ keys: { ops: { publicKey: "ssh-ed25519 AAAA ops" } } });
  const it = templateIn(stack, { sshKey: "ops" });
  expect(resourcesOf(it)).toEqual({
    keyPair: { type: "openstack:compute/keypair:Keypair", args: { publicKey: "ssh-ed25519 AAAA ops" } },
  });
  expect(outputsOf(it)).toEqual({ keyPair: { ref: "keyPair.name" } });
});

/** What servers are given, with stand-ins for the credential, and whether it is secret. */
async function given(it: Declared): Promise<{ text: unknown; secret: boolean }> {
  const planned = userDataOf(it as DeclaredInstanceTemplate);
  const output = pulumi.output(settle(standing(planned), it, new Map())) as pulumi.Output<unknown>;
  const [text, secret] = await new Promise<[unknown, boolean]>((resolve) => {
    output.apply(async (value) => resolve([value, await pulumi.isSecret(output)]));
  });
  return { text, secret };
}

/** The same placeholders with names in the places of references. */
function standing(value: unknown): unknown {
  const seen = value as { secret?: { from: { text: unknown[] } } };
  if (!seen?.secret) return value;
  const { text } = seen.secret.from;
  text.forEach((part, index) => {
    const { ref } = (part ?? {}) as { ref?: string };
    if (ref !== undefined) text[index] = `<${ref}>`;
  });
  return value;
}

const credential = [
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
  "          auth:",
  '            auth_url: "https://keystone.example.com/v3"',
  '            application_credential_id: "<credential.id>"',
  '            application_credential_secret: "<credential.secret>"',
];
const boundary = "webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73";
const archive = (...parts: string[][]) =>
  [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "MIME-Version: 1.0",
    "",
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    "",
  ].join("\n");

function withRights(args: object = {}): Declared {
  const stack = stackWith();
  const network = stack.network();
  return templateIn(stack, { tier: stack.tier({ network }), rights: rightsIn(stack, { network }), ...args });
}

test("without rights, user data is handed on as it is", async () => {
  expect(await given(templateIn(stackWith(), { userData: "#!/bin/sh\ntrue\n" }))).toEqual({
    text: "#!/bin/sh\ntrue\n",
    secret: false,
  });
  expect(userDataOf(templateIn(stackWith()) as DeclaredInstanceTemplate)).toBe(undefined);
});

test("rights bring their credential in a part of their own, and all of it is secret", async () => {
  expect(await given(withRights())).toEqual({ text: archive(credential), secret: true });
});

const firstLines = [
  ["#!/bin/sh", "text/x-shellscript"],
  ["#cloud-config", "text/cloud-config"],
  ["#cloud-boothook", "text/cloud-boothook"],
  ["#include", "text/x-include-url"],
  ["#part-handler", "text/part-handler"],
  ["## template: jinja", "text/jinja2"],
  ["echo", "text/plain"],
] as const;

test.each(firstLines)("user data that begins with %s goes before the credential as %s", async (line, type) => {
  const part = [`Content-Type: ${type}; charset="utf-8"`, "", line, ""];
  expect((await given(withRights({ userData: `${line}\n` }))).text).toBe(archive(part, credential));
});

test("letters of other scripts are kept in base64, which the parser of archives leaves as they are", async () => {
  const userData = "#!/bin/sh\necho 가\n";
  const part = [
    'Content-Type: text/x-shellscript; charset="utf-8"',
    "Content-Transfer-Encoding: base64",
    "",
    "IyEvYmluL3NoCmVjaG8g6rCACg==",
    "",
  ];
  expect((await given(withRights({ userData }))).text).toBe(archive(part, credential));
});

test("long lines of base64 are broken after 76 characters", async () => {
  const userData = `#!/bin/sh\n# ${"가".repeat(40)}\n`;
  const { text } = await given(withRights({ userData }));
  const lines = String(text).split("\n");
  const body = lines.slice(lines.indexOf("Content-Transfer-Encoding: base64") + 2, lines.lastIndexOf(`--${boundary}`));
  expect(body.map((line) => line.length)).toEqual([76, 76, 28, 0]);
  expect(Buffer.from(body.join(""), "base64").toString()).toBe(userData);
});

test("user data that is an archive already becomes a part with its own headers", async () => {
  const own = 'Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x--';
  expect((await given(withRights({ userData: own }))).text).toBe(archive(own.split("\n"), credential));
});

test("user data that is known at deployment only is given its type then", async () => {
  const userData = pulumi.output("#cloud-config\n");
  const part = ['Content-Type: text/cloud-config; charset="utf-8"', "", "#cloud-config", ""];
  expect((await given(withRights({ userData }))).text).toBe(archive(part, credential));
});

test("user data that turns out too long at deployment is refused then", async () => {
  const it = templateIn(stackWith(), { userData: pulumi.output("x".repeat(49_150)) });
  const { rules } = userDataOf(it as DeclaredInstanceTemplate) as Derived;
  expect(rules?.("x".repeat(49_149))).toEqual([]);
  expect(rules?.("x".repeat(49_150))).toEqual([
    {
      path: "instanceTemplate.userData",
      message: "has 49150 bytes; 49149 are allowed here",
      instead: "a short script that fetches the rest",
    },
  ]);
});
