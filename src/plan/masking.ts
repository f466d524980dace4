import { collectNeedles } from "./needles.js";

/** Properties that carry user data, keys or certificate bodies, whether or not a program marks them as secrets. */
const sensitive = [
  "adminPass",
  "adminPassword",
  "applicationCredentialSecret",
  "authToken",
  "caCertificate",
  "certChainPem",
  "certificateBody",
  "certificateChain",
  "certificatePem",
  "passphrase",
  "password",
  "payload",
  "privateKey",
  "privateKeyPem",
  "publicCertificate",
  "secretKey",
  "userData",
  "userDataBase64",
];

const names = new Set(sensitive.map(plainName));

/** `userData`, `user_data` and `USER-DATA` are one name. */
export function isSensitive(property: string): boolean {
  return names.has(plainName(property));
}

export function mentionsSensitive(text: string): boolean {
  const plain = plainName(text);
  return [...names].some((name) => plain.includes(name));
}

function plainName(text: string): string {
  return text.replaceAll(/[_-]/g, "").toLowerCase();
}

/** Shorter texts are words of everyday: hiding them everywhere would hide the plan. */
const shortestInLog = 4;
const shortestInPlan = 8;

/** Texts that a run has found to be secret. */
export interface Secrets {
  readonly add: (text: string) => void;
  /** A part of a secret object: often an ordinary word, so only logs hide it. */
  readonly addPart: (text: string) => void;
  readonly hideInLog: (text: string) => string;
  readonly hideInPlan: (text: string) => string;
}

export function collectSecrets(): Secrets {
  const inLog = collectNeedles(shortestInLog);
  const inPlan = collectNeedles(shortestInPlan);
  return {
    add: (text) => {
      for (const form of formsOf(text)) for (const needles of [inLog, inPlan]) needles.add(form);
    },
    addPart: (text) => {
      for (const form of formsOf(text)) if (form.length >= shortestInPlan) inLog.add(form);
    },
    hideInLog: inLog.hide,
    hideInPlan: inPlan.hide,
  };
}

function formsOf(text: string): string[] {
  return [text, text.trim(), Buffer.from(text).toString("base64")];
}
