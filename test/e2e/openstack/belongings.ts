import { selfSigned } from "../support/certificate.js";
import type { Api } from "./api.js";

/** What a program expects to find in its project, made through the API as its owner would. */

export async function storeCertificate(api: Api, host: string): Promise<string> {
  const secret = await api.send<{ secret_ref: string }>("POST", "key-manager", "/secrets", {
    name: host,
    secret_type: "opaque",
    payload: selfSigned(host).bundle.toString("base64"),
    payload_content_type: "application/octet-stream",
    payload_content_encoding: "base64",
  });
  return secret.secret_ref;
}

export async function importKeyPair(api: Api, name: string, publicKey: string): Promise<void> {
  await api.send("POST", "compute", "/os-keypairs", { keypair: { name, public_key: publicKey } });
}

export interface Adopted {
  readonly networkId: string;
  readonly routerId: string;
  readonly cidr: string;
  readonly outbound: "nat";
  readonly subnets: readonly { readonly id: string; readonly cidr: string; readonly public: boolean }[];
}

/** A network with a subnet for balancers and one for members on a router of the external network. */
export async function makeNetwork(api: Api, external: string): Promise<Adopted> {
  const { network } = await api.send<{ network: Made }>("POST", "network", "/networks", { network: { name: "shop" } });
  const subnets = [
    { cidr: "192.0.3.0/24", public: true },
    { cidr: "192.0.2.0/24", public: false },
  ];
  const { router } = await api.send<{ router: Made }>("POST", "network", "/routers", {
    router: { name: "shop", external_gateway_info: { network_id: external } },
  });
  const made = [];
  for (const { cidr, public: open } of subnets) {
    const { subnet } = await api.send<{ subnet: Made }>("POST", "network", "/subnets", {
      subnet: { network_id: network.id, ip_version: 4, cidr, name: cidr },
    });
    await api.send("PUT", "network", `/routers/${router.id}/add_router_interface`, { subnet_id: subnet.id });
    made.push({ id: subnet.id, cidr, public: open });
  }
  return { networkId: network.id, routerId: router.id, cidr: "192.0.2.0/23", outbound: "nat", subnets: made };
}

interface Made {
  readonly id: string;
}
