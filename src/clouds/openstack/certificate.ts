// Sources: Barbican API v1 reference (certificate containers), Octavia TLS cookbook (containers as certificates),
// @pulumi/openstack 3.15.2; read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { type Planned, type Ref, ref, secret } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredListener } from "../../spec/listener.js";
import { certificateRole } from "../../spec/listener-parts.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";

/** The reference of a listener's certificate, and what has to be made for it. */
export interface StoredCertificate {
  readonly resources: Readonly<Record<string, Planned>>;
  readonly containerRef?: Input<string> | Ref;
}

/** PEM texts go to Barbican under roles of their own, so that a new certificate is there before the old one goes. */
export function storedCertificate(it: DeclaredListener): StoredCertificate {
  const { certificate } = it.spec;
  if (certificate === undefined) return { resources: {} };
  if (certificate.kind === "name") {
    const known = meaning(settingsOf(it).certificates, certificate.name);
    return { resources: {}, ...(known === undefined ? {} : { containerRef: known }) };
  }
  const { publicCertificate, privateKey, chain } = certificate;
  const container = certificateRole(publicCertificate);
  const role = (family: string) => container.replace("certificate", family);
  const texts = {
    [role("publicCertificate")]: stored("certificate", publicCertificate),
    [role("privateKey")]: stored("private", secret(privateKey)),
    ...(chain === undefined ? {} : { [role("chain")]: stored("certificate", chain) }),
  };
  const parts = { publicCertificate: "certificate", privateKey: "private_key", chain: "intermediates" } as const;
  const secretRefs = Object.keys(texts).map((each) => ({
    name: parts[each.split(":")[0] as keyof typeof parts],
    secretRef: ref(`${each}.secretRef`),
  }));
  const planned = resource("openstack:keymanager/containerV1:ContainerV1", { type: "certificate", secretRefs });
  return { resources: { ...texts, [container]: planned }, containerRef: ref(`${container}.containerRef`) };
}

function stored(secretType: string, payload: Input<string> | ReturnType<typeof secret>): Planned {
  return resource("openstack:keymanager/secretV1:SecretV1", {
    payload,
    payloadContentType: "text/plain",
    secretType,
  });
}
