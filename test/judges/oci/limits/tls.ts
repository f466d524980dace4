import { count, distinct, given, length, notBoth, ocid, oneOf, that, whole } from "../forms.js";

const versions = ["TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"] as const;

interface Encryption {
  readonly certificateIds?: readonly string[];
  readonly certificateName?: string;
  readonly cipherSuiteName?: string;
  readonly protocols?: readonly string[];
  readonly trustedCertificateAuthorityIds?: readonly string[];
  readonly verifyPeerCertificate?: boolean;
}

/** `oci-tls-12-13-wider-…` holds ciphers of TLS 1.2 and 1.3; suites that name no version are of TLS 1.2. */
function versionsOf(suite: string): string[] {
  const [, numbers] = /^oci-tls-((?:1\d-)+)/.exec(suite) ?? [];
  if (numbers === undefined) return ["TLSv1.2"];
  return numbers
    .split("-")
    .filter(Boolean)
    .map((digits) => `TLSv1.${digits.slice(1)}`);
}

/** Of listeners and of backend sets. */
export const encryption = {
  sslConfiguration: [
    given("verifyPeerCertificate"),
    given("protocols"),
    given("cipherSuiteName"),
    notBoth("certificateIds", "certificateName"),
    that<Encryption>(
      "verify by authorities, or not at all",
      ({ verifyPeerCertificate = true, trustedCertificateAuthorityIds = [], certificateName }) =>
        !verifyPeerCertificate || trustedCertificateAuthorityIds.length > 0 || certificateName !== undefined,
    ),
    that<Encryption>(
      "have a suite with ciphers for each of its protocols",
      ({ cipherSuiteName = "", protocols = [] }) => protocols.every((one) => versionsOf(cipherSuiteName).includes(one)),
    ),
  ],
  "sslConfiguration.protocols": [
    count(1, 4),
    distinct<string>("version"),
    that<string[]>(`be versions in the order ${versions.join(", ")}`, (list) =>
      list.every((one, index) => rank(one) >= 0 && (index === 0 || rank(one) > rank(list[index - 1] ?? ""))),
    ),
  ],
  "sslConfiguration.cipherSuiteName": [
    length(1, 255),
    that<string>("be a predefined suite", (name) => /^oci-[a-z0-9-]+-v\d+$/.test(name)),
  ],
  "sslConfiguration.certificateIds": count(1, 1),
  "sslConfiguration.certificateIds[]": ocid("certificate"),
  "sslConfiguration.certificateName": length(1, 255),
  "sslConfiguration.trustedCertificateAuthorityIds": count(1, 5),
  "sslConfiguration.trustedCertificateAuthorityIds[]": ocid("certificateauthority", "cabundle"),
  "sslConfiguration.serverOrderPreference": oneOf("ENABLED", "DISABLED"),
  "sslConfiguration.verifyDepth": whole(1, 10),
};

function rank(version: string): number {
  return versions.indexOf(version as (typeof versions)[number]);
}
