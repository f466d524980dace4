import type { Api } from "./api.js";
import { withoutSuffix } from "./facts.js";

/** What Nova says of a server, without the ids that differ from run to run. */
export interface ServerFacts {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly zone: string;
  readonly flavor: string;
  readonly image: string;
  readonly keyPair: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly addresses: readonly string[];
  readonly userData: string;
}

interface Server {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly flavor: { readonly id: string };
  readonly image: { readonly id: string } | "";
  readonly key_name: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly security_groups?: readonly { readonly name: string }[];
  readonly addresses: Readonly<Record<string, readonly { readonly addr: string }[]>>;
  readonly created: string;
  readonly "OS-EXT-AZ:availability_zone": string;
  readonly "OS-EXT-SRV-ATTR:user_data"?: string | null;
}

/** The servers of a project, by name; only an administrator is told their user data. */
export async function serversOf(admin: Api, { projectId }: Api): Promise<ServerFacts[]> {
  const { servers } = await admin.get<{ servers: Server[] }>(
    "compute",
    `/servers/detail?all_tenants=1&project_id=${projectId}`,
  );
  const told = servers.map(factsOf);
  return told.sort((one, other) => one.name.localeCompare(other.name));
}

function factsOf(server: Server): ServerFacts {
  const { id, name, status, flavor, image, key_name: keyPair, metadata, security_groups: groups = [] } = server;
  return {
    id,
    name,
    status,
    metadata,
    zone: server["OS-EXT-AZ:availability_zone"],
    flavor: flavor.id,
    image: image === "" ? "" : image.id,
    keyPair: keyPair ?? "",
    groups: groups.map((group) => group.name),
    addresses: Object.values(server.addresses).flatMap((all) => all.map(({ addr }) => addr)),
    userData: Buffer.from(server["OS-EXT-SRV-ATTR:user_data"] ?? "", "base64").toString(),
  };
}

/** What Octavia says of a member. */
export interface MemberFacts {
  readonly id: string;
  readonly address: string;
  readonly port: number;
  readonly checkPort: number | null;
  readonly subnet: string | null;
  readonly provisioning: string;
  readonly operating: string;
}

interface Member {
  readonly id: string;
  readonly address: string;
  readonly protocol_port: number;
  readonly monitor_port: number | null;
  readonly subnet_id: string | null;
  readonly provisioning_status: string;
  readonly operating_status: string;
}

/** The members of each of a project's pools, by the pool's name without what the provider adds to it. */
export async function membersOf(api: Api): Promise<Record<string, MemberFacts[]>> {
  const pools = Object.entries(await poolsOf(api));
  const entries = pools.map(async ([name, id]) => [name, await membersIn(api, id)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Ids of a project's pools by their names. */
export async function poolsOf(api: Api): Promise<Record<string, string>> {
  const { pools } = await api.get<{ pools: { id: string; name: string }[] }>("load-balancer", "/lbaas/pools");
  return Object.fromEntries(pools.map(({ id, name }) => [withoutSuffix(name), id]));
}

async function membersIn(api: Api, pool: string): Promise<MemberFacts[]> {
  const { members } = await api.get<{ members: Member[] }>("load-balancer", `/lbaas/pools/${pool}/members`);
  const told = members.map((member) => ({
    id: member.id,
    address: member.address,
    port: member.protocol_port,
    checkPort: member.monitor_port,
    subnet: member.subnet_id,
    provisioning: member.provisioning_status,
    operating: member.operating_status,
  }));
  return told.sort((one, other) => one.address.localeCompare(other.address));
}

/** Ids of a project's subnets by their names. */
export async function subnetsOf(api: Api): Promise<Record<string, string>> {
  const { subnets } = await api.get<{ subnets: { id: string; name: string }[] }>("network", "/subnets");
  return Object.fromEntries(subnets.map(({ id, name }) => [withoutSuffix(name), id]));
}
