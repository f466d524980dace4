/** The cloud's own API, asked with nothing but a token: what the tests read back does not pass through the provider. */

export interface Login {
  readonly name: string;
  readonly password: string;
  readonly project: string;
}

type Service =
  | "identity"
  | "network"
  | "load-balancer"
  | "compute"
  | "image"
  | "orchestration"
  | "alarming"
  | "metric"
  | "key-manager";

type Json = Record<string, unknown>;

export interface Api {
  readonly userId: string;
  readonly projectId: string;
  get<T = Json>(service: Service, path: string): Promise<T>;
  send<T = Json>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    service: Service,
    path: string,
    body?: unknown,
  ): Promise<T>;
}

/** What each service's address in the catalog lacks. */
const roots: Partial<Record<Service, string>> = {
  network: "/v2.0",
  "load-balancer": "/v2.0",
  image: "/v2",
  alarming: "/v2",
  metric: "/v1",
  "key-manager": "/v1",
};

/** Nova tells an administrator of user data from 2.3 on. */
const plain = {
  "content-type": "application/json",
  accept: "application/json",
  "x-openstack-nova-api-version": "2.3",
};

export async function logIn(authUrl: string, { name, password, project }: Login): Promise<Api> {
  const domain = { id: "default" };
  const answer = await fetch(`${authUrl}/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      auth: {
        identity: { methods: ["password"], password: { user: { name, password, domain } } },
        scope: { project: { name: project, domain } },
      },
    }),
  });
  if (!answer.ok) throw new Error(`keystone answers ${answer.status} to ${name}: ${await answer.text()}`);
  const token = answer.headers.get("x-subject-token") ?? "";
  const { token: given } = (await answer.json()) as { token: TokenBody };
  const addresses = new Map(given.catalog.map(({ type, endpoints }) => [type, publicUrl(endpoints)]));
  const send = async <T>(method: string, service: Service, path: string, body?: unknown): Promise<T> => {
    const address = service === "identity" ? authUrl : `${addresses.get(service)}${roots[service] ?? ""}`;
    const response = await fetch(`${address}${path}`, {
      method,
      headers: { ...plain, "x-auth-token": token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${service} answers ${response.status} to ${method} ${path}: ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as T;
  };
  return {
    userId: given.user.id,
    projectId: given.project.id,
    get: (service, path) => send("GET", service, path),
    send,
  };
}

interface TokenBody {
  readonly user: { readonly id: string };
  readonly project: { readonly id: string };
  readonly catalog: readonly { readonly type: string; readonly endpoints: readonly Endpoint[] }[];
}

interface Endpoint {
  readonly interface: string;
  readonly url: string;
}

function publicUrl(endpoints: readonly Endpoint[]): string {
  return (endpoints.find((endpoint) => endpoint.interface === "public")?.url ?? "").replace(/\/$/, "");
}
