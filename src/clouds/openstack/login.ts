// Sources: CVE-2026-43000 and keystone's fix (no trust for a login with an application credential), terraform-provider-openstack
// 1.54.1 (configuration, then environment, then the cloud of clouds.yaml), gophercloud utils clientconfig (where that file is
// looked for, auth_type and auth); read 2026-11.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Config } from "@pulumi/pulumi";
import { parse } from "yaml";
import type { Issue } from "../../core/errors.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { settingsOf } from "./settings.js";

/** Heat acts through a trust of the user who deploys; Keystone gives none to an application credential. */
export function loginRules(it: DeclaredInstancePool): Issue[] {
  if (settingsOf(it).trusts === "any-login") return [];
  return credentialPlaces().map((place) => ({
    path: it.spec.size.kind === "scaled" ? "instancePool.size" : "settings.pools",
    message: `Heat keeps a trust for the group, which Keystone refuses to the application credential of ${place}`,
    instead:
      'a user\'s name and password, or a token, for the provider; or trusts: "any-login" in the settings, where the operator allows them',
  }));
}

const words = ["Id", "Name"] as const;

/** Where the provider will find an application credential; the first place it looks at decides. */
function credentialPlaces(): string[] {
  const config = new Config("openstack");
  const configured = words.map((word) => `applicationCredential${word}`).filter((key) => config.get(key) !== undefined);
  if (configured.length > 0) return [`openstack:${configured[0]}`];
  const named = words
    .map((word) => `OS_APPLICATION_CREDENTIAL_${word.toUpperCase()}`)
    .filter((key) => (process.env[key] ?? "") !== "");
  if (named.length > 0) return [`${named[0]}`];
  const cloud = config.get("cloud") ?? process.env.OS_CLOUD ?? "";
  return cloud !== "" && usesCredential(cloud) ? [`the cloud "${cloud}" in clouds.yaml`] : [];
}

interface CloudsFile {
  readonly clouds?: Readonly<Record<string, { readonly auth_type?: string; readonly auth?: object }>>;
}

function usesCredential(cloud: string): boolean {
  const given = process.env.OS_CLIENT_CONFIG_FILE ?? "";
  const folders = [process.cwd(), join(homedir(), ".config/openstack"), "/etc/openstack"];
  const files = [...(given === "" ? [] : [given]), ...folders.map((folder) => join(folder, "clouds.yaml"))];
  const file = files.find((one) => existsSync(one));
  if (file === undefined) return false;
  const { auth_type: type, auth = {} } = entryOf(file, cloud);
  return (
    type === "v3applicationcredential" || Object.keys(auth).some((key) => key.startsWith("application_credential_"))
  );
}

/** What cannot be read here, the provider complains of. */
function entryOf(file: string, cloud: string): { auth_type?: string; auth?: object } {
  try {
    return (parse(readFileSync(file, "utf8")) as CloudsFile | null)?.clouds?.[cloud] ?? {};
  } catch {
    return {};
  }
}
