import { createHash } from "node:crypto";
import type { Input } from "@pulumi/pulumi";
import { outputOf, type Ref, type Text, text } from "../core/planned.js";
import type { DeclaredListener } from "./listener.js";

const usual: Readonly<Record<string, number>> = { http: 80, https: 443 };

export function isEncrypted(protocol: string): boolean {
  return protocol === "https" || protocol === "tls";
}

/** Where clients find a listener: its hostname when it has one, else the balancer's address. */
export function urlOf({ spec }: DeclaredListener): Text {
  const { hostname, port, protocol, loadBalancer } = spec;
  const host = hostname ?? (outputOf(loadBalancer, "address") as Ref);
  return text(`${protocol}://`, host, usual[protocol] === port ? "" : `:${port}`);
}

/** A role that follows the public certificate, so that a new one is made before the old one goes. */
export function certificateRole(publicCertificate: Input<string>): string {
  if (typeof publicCertificate !== "string") return "certificate";
  return `certificate:${createHash("sha256").update(publicCertificate).digest("hex").slice(0, 8)}`;
}
