// Sources: Load Balancing documentation (predefined cipher suites), Load Balancing API reference (SSLConfigurationDetails); read 2026-11.

/** By the oldest TLS version that is spoken. */
export const cipherSuites = {
  "1.2": "oci-tls-12-13-wider-ssl-cipher-suite-v1",
  "1.3": "oci-tls-13-recommended-ssl-cipher-suite-v1",
} as const;

const protocols = { "1.2": ["TLSv1.2", "TLSv1.3"], "1.3": ["TLSv1.3"] } as const;

/** Both given always: what is left out is sent empty. The order is one and the same, for another shows as a change. */
export function encryption(minimum: keyof typeof protocols, cipherSuiteName: string = cipherSuites[minimum]) {
  return { protocols: [...protocols[minimum]], cipherSuiteName };
}
