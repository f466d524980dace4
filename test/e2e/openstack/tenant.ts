import { randomBytes } from "node:crypto";
import { type Api, type Login, logIn } from "./api.js";
import type { Lab } from "./lab.js";

/** A project of its own for one trial: what is left in it afterwards is the trial's. */
export interface Tenant {
  readonly login: Login;
  readonly api: Api;
  /** The environment of the provider. */
  readonly environment: Readonly<Record<string, string>>;
}

const roles = ["member", "reader", "load-balancer_member", "heat_stack_owner", "creator"];

export async function makeTenant(lab: Lab, name: string): Promise<Tenant> {
  const admin = await logIn(lab.authUrl, lab.admin);
  const login: Login = {
    name: `${name}-${randomBytes(3).toString("hex")}`,
    password: randomBytes(9).toString("hex"),
    project: "",
  };
  const mine = { ...login, project: login.name };
  const { project } = await admin.send<{ project: { id: string } }>("POST", "identity", "/projects", {
    project: { name: mine.project, domain_id: "default" },
  });
  const { user } = await admin.send<{ user: { id: string } }>("POST", "identity", "/users", {
    user: { name: mine.name, password: mine.password, domain_id: "default", default_project_id: project.id },
  });
  const known = await admin.get<{ roles: { id: string; name: string }[] }>("identity", "/roles");
  for (const { id } of known.roles.filter((role) => roles.includes(role.name))) {
    await admin.send("PUT", "identity", `/projects/${project.id}/users/${user.id}/roles/${id}`);
  }
  return { login: mine, api: await logIn(lab.authUrl, mine), environment: environmentOf(lab, mine) };
}

function environmentOf(lab: Lab, { name, password, project }: Login): Record<string, string> {
  return {
    OS_AUTH_URL: lab.authUrl,
    OS_USERNAME: name,
    OS_PASSWORD: password,
    OS_PROJECT_NAME: project,
    OS_USER_DOMAIN_ID: "default",
    OS_PROJECT_DOMAIN_ID: "default",
    OS_REGION_NAME: lab.region,
    OS_IDENTITY_API_VERSION: "3",
    OS_INTERFACE: "public",
  };
}
