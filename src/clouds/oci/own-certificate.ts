// Sources: Load Balancing API reference (CreateCertificateDetails), Load Balancing documentation (certificate chains); read 2026-11.
import { createHash } from "node:crypto";
import { all, type Input } from "@pulumi/pulumi";
import { outputOf, type Planned, type Ref, secret, text } from "../../core/planned.js";
import type { DeclaredListener } from "../../spec/listener.js";
import { certificateRole } from "../../spec/listener-parts.js";
import { certificateName } from "./physical-names.js";
import { resource } from "./resources.js";

/** PEM texts become a certificate of the balancer; a chain stands behind its certificate in one text. */
export function ownCertificate(it: DeclaredListener): Record<string, Planned> {
  const { certificate, loadBalancer } = it.spec;
  if (certificate?.kind !== "pem") return {};
  const { publicCertificate, privateKey, chain } = certificate;
  const whole = chain === undefined ? publicCertificate : text(publicCertificate as string, "\n", chain as string);
  const planned = resource(
    "oci:LoadBalancer/certificate:Certificate",
    {
      certificateName: nameFor(it.name, publicCertificate, chain),
      loadBalancerId: outputOf(loadBalancer, "loadBalancerId") as Ref,
      publicCertificate: whole,
      privateKey: secret(privateKey),
    },
    { options: { deleteBeforeReplace: false } },
  );
  return { [certificateRole(publicCertificate)]: planned };
}

/** Follows what is public of it: a new certificate gets a new name, so that it stands before the old one goes. */
function nameFor(listener: string, publicCertificate: Input<string>, chain: Input<string> = ""): Input<string> {
  const named = (parts: readonly string[]) => {
    const hash = createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 16);
    return certificateName(listener, hash);
  };
  if (typeof publicCertificate === "string" && typeof chain === "string") return named([publicCertificate, chain]);
  return all([publicCertificate, chain]).apply(named);
}
