import type { Api } from "./api.js";

/** What stands in a project, read from its own services, one line a thing and sorted. */
export async function belongings(api: Api): Promise<string[]> {
  const lists = await Promise.all(
    collections.map(async ([kind, service, path, key]) => {
      const answer = await api.get<Record<string, Named[]> | Named[]>(service, path(api));
      const things = Array.isArray(answer) ? answer : (answer[key] ?? []);
      return things.filter((thing) => mine(api, thing)).map((thing) => `${kind} ${nameOf(thing)}`);
    }),
  );
  return lists.flat().sort();
}

interface Named {
  readonly name?: string;
  readonly id?: string;
  readonly stack_name?: string;
  readonly secret_ref?: string;
  readonly container_ref?: string;
  readonly keypair?: { readonly name: string };
  readonly project_id?: string;
}

const plain = (path: string) => () => path;
const collections = [
  ["network", "network", plain("/networks"), "networks"],
  ["subnet", "network", plain("/subnets"), "subnets"],
  ["router", "network", plain("/routers"), "routers"],
  ["port", "network", plain("/ports"), "ports"],
  ["floating IP", "network", plain("/floatingips"), "floatingips"],
  ["security group", "network", plain("/security-groups"), "security_groups"],
  ["security group rule", "network", plain("/security-group-rules"), "security_group_rules"],
  ["load balancer", "load-balancer", plain("/lbaas/loadbalancers"), "loadbalancers"],
  ["listener", "load-balancer", plain("/lbaas/listeners"), "listeners"],
  ["pool", "load-balancer", plain("/lbaas/pools"), "pools"],
  ["monitor", "load-balancer", plain("/lbaas/healthmonitors"), "healthmonitors"],
  ["policy", "load-balancer", plain("/lbaas/l7policies"), "l7policies"],
  ["server", "compute", plain("/servers"), "servers"],
  ["server group", "compute", plain("/os-server-groups"), "server_groups"],
  ["key pair", "compute", plain("/os-keypairs"), "keypairs"],
  ["stack", "orchestration", plain("/stacks"), "stacks"],
  ["alarm", "alarming", plain("/alarms"), ""],
  ["secret", "key-manager", plain("/secrets"), "secrets"],
  ["container", "key-manager", plain("/containers"), "containers"],
  [
    "application credential",
    "identity",
    ({ userId }: Api) => `/users/${userId}/application_credentials`,
    "application_credentials",
  ],
] as const;

/** Lists of the network service name what others share too. */
function mine({ projectId }: Api, { project_id: owner }: Named): boolean {
  return owner === undefined || owner === null || owner === projectId;
}

function nameOf(thing: Named): string {
  return (
    thing.keypair?.name ?? thing.stack_name ?? thing.name ?? thing.secret_ref ?? thing.container_ref ?? thing.id ?? ""
  );
}

/** Every rule of every group that the trial made: `web: ingress tcp 5000 10.20.0.0/17`. */
export async function securityRules(api: Api): Promise<string[]> {
  const { security_groups: groups } = await api.get<{ security_groups: Group[] }>("network", "/security-groups");
  const own = groups
    .map((group) => ({ ...group, name: withoutSuffix(group.name) }))
    .filter(({ name, project_id }) => name !== "default" && project_id === api.projectId);
  const names = new Map(own.map(({ id, name }) => [id, name]));
  return own
    .flatMap(({ name, security_group_rules: rules }) => rules.map((rule) => `${name}: ${ruleText(rule, names)}`))
    .sort();
}

/** Pulumi ends names with seven digits of its own. */
export function withoutSuffix(name: string): string {
  return name.replace(/-[0-9a-f]{7}$/, "");
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly project_id: string;
  readonly security_group_rules: readonly Rule[];
}

interface Rule {
  readonly direction: string;
  readonly ethertype: string;
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
}

function ruleText(rule: Rule, names: ReadonlyMap<string, string>): string {
  const { direction, ethertype, protocol, port_range_min: low, port_range_max: high } = rule;
  const ports = low === high ? `${low ?? "all"}` : `${low}-${high}`;
  const peer = names.get(rule.remote_group_id ?? "") ?? rule.remote_ip_prefix ?? `all ${ethertype}`;
  return `${direction} ${protocol ?? "any"} ${ports} ${peer}`;
}

/** Everything behind every balancer, in Octavia's own words. */
export async function balancers(api: Api): Promise<Balancer[]> {
  const { loadbalancers } = await api.get<{ loadbalancers: { id: string; name: string }[] }>(
    "load-balancer",
    "/lbaas/loadbalancers",
  );
  const trees = loadbalancers.map(async ({ id }) => {
    const { statuses } = await api.get<{ statuses: { loadbalancer: Balancer } }>(
      "load-balancer",
      `/lbaas/loadbalancers/${id}/status`,
    );
    return statuses.loadbalancer;
  });
  return Promise.all(trees);
}

export interface Balancer {
  readonly id: string;
  readonly name: string;
  readonly provisioning_status: string;
  readonly operating_status: string;
  readonly listeners: readonly {
    readonly name: string;
    readonly provisioning_status: string;
    readonly pools: readonly PoolStatus[];
  }[];
  readonly pools?: readonly PoolStatus[];
}

interface PoolStatus {
  readonly name: string;
  readonly members: readonly {
    readonly address: string;
    readonly protocol_port: number;
    readonly operating_status: string;
  }[];
}
