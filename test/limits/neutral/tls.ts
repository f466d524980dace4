import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import { pem } from "../../conformance/programs.js";
import { eventual, pairs } from "./cases.js";

const listener = (stack: Stack, args: Record<string, unknown>) => stack.listener(args);
const secure = { port: 443, protocol: "https", certificate: "shop" };
const certificate = (change: Record<string, unknown>) => ({ ...secure, certificate: { ...pem, ...change } });

const needed = (protocol: string) =>
  `is required for ${protocol}; instead: a name from certificates in the settings, or PEM texts`;
const plain = 'is for encrypted listeners; this one is http; instead: protocol: "https", or leave it out';
const certificateText = "must be PEM text of a certificate alone; instead: text with -----BEGIN CERTIFICATE-----";
const keyText = "must be PEM text of a private key alone; instead: text with -----BEGIN PRIVATE KEY-----";
const key = (label: string) => `-----BEGIN ${label}-----\nMIIE\n-----END ${label}-----\n`;
const isText =
  "is PEM text where a name is meant; instead: { publicCertificate: …, privateKey: … }, or a name from certificates";

export const tls = [
  ...pairs("neutral TLS", "listener", listener, [
    ["certificate", needed("https"), { ...secure, certificate: undefined }, secure],
    ["certificate", plain, { certificate: "shop" }, {}],
    ["minimumTls", plain, { minimumTls: "1.2" }, {}],
    [
      "minimumTls",
      '"1.1" is not a value of this option; instead: "1.2" or "1.3"',
      { ...secure, minimumTls: "1.1" },
      secure,
    ],
    [
      "minimumTls",
      '1.2 is not a value of this option; instead: "1.2" or "1.3"',
      { ...secure, minimumTls: 1.2 },
      { ...secure, minimumTls: "1.2" },
    ],
    ["certificate", "must not be empty", { ...secure, certificate: "" }, secure],
    ["certificate", "has more than 255 characters", { ...secure, certificate: "a".repeat(256) }, secure],
    ["certificate", "must be text; got a number; instead: text in quotes", { ...secure, certificate: 7 }, secure],
    ["certificate", isText, { ...secure, certificate: key("PRIVATE KEY") }, secure],
    ["certificate", isText, { ...secure, certificate: pem.publicCertificate }, secure],
    ...eventual("certificate", (given) => ({ ...secure, certificate: given }), secure, pulumi.output("shop")),
  ]),
  ...pairs(
    "neutral TLS",
    "listener",
    listener,
    [
      ["certificate.publicCertificate", certificateText, certificate({ publicCertificate: "MIIE" }), certificate({})],
      ["certificate.publicCertificate", "is required", certificate({ publicCertificate: undefined }), certificate({})],
      [
        "certificate.publicCertificate",
        certificateText,
        certificate({ publicCertificate: pem.publicCertificate + pem.privateKey }),
        certificate({ publicCertificate: pem.publicCertificate + pem.chain }),
      ],
      ["certificate.chain", certificateText, certificate({ chain: pem.privateKey }), certificate({ chain: undefined })],
      ["certificate.privateKey", keyText, certificate({ privateKey: pem.publicCertificate }), certificate({})],
      [
        "certificate.privateKey",
        keyText,
        certificate({ privateKey: key("ENCRYPTED PRIVATE KEY") }),
        certificate({ privateKey: key("RSA PRIVATE KEY") }),
      ],
      [
        "certificate.privateKey",
        "must be text; got a number; instead: text in quotes",
        certificate({ privateKey: 7 }),
        certificate({ privateKey: key("EC PRIVATE KEY") }),
      ],
      ["certificate.privateKey", "is required", certificate({ privateKey: undefined }), certificate({})],
      [
        "certificate.passphrase",
        "is not an option here; instead: one of chain, privateKey, publicCertificate",
        certificate({ passphrase: "secret" }),
        certificate({}),
      ],
    ],
    "aws",
  ),
];
