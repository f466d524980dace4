/**
 * The variables with which a provider logs in; the first complete row serves.
 * Sources: OpenStack provider 1.54 (OS_…), AWS SDK's shared environment, OCI provider 8 (TF_VAR_… or OCI_…). 2026-11.
 */
export type Cloud = "oci" | "aws" | "openstack";
export const clouds: readonly Cloud[] = ["oci", "aws", "openstack"];

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable, or several of which one must be set. */
type Variable = string | readonly string[];

const ocid = (name: string): Variable => [`TF_VAR_${name}`, `OCI_${name.toUpperCase()}`];
const project: Variable = ["OS_PROJECT_ID", "OS_PROJECT_NAME", "OS_TENANT_ID", "OS_TENANT_NAME"];

const ways: Readonly<Record<Cloud, readonly (readonly Variable[])[]>> = {
  openstack: [
    ["OS_AUTH_URL", ["OS_USERNAME", "OS_USER_ID"], "OS_PASSWORD", project],
    ["OS_CLOUD"],
    ["OS_AUTH_URL", "OS_APPLICATION_CREDENTIAL_ID", "OS_APPLICATION_CREDENTIAL_SECRET"],
  ],
  aws: [["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], ["AWS_PROFILE"]],
  oci: [
    [
      ocid("tenancy_ocid"),
      ocid("user_ocid"),
      ocid("fingerprint"),
      [ocid("private_key_path"), ocid("private_key")].flat(),
      ocid("region"),
    ],
    [ocid("config_file_profile")],
    [ocid("auth")],
  ],
};

/** Empty when one way to log in is complete; otherwise one line a way, with what it lacks. */
export function missingCredentials(cloud: Cloud, environment: Environment): string[] {
  const isSet = (name: string) => (environment[name] ?? "") !== "";
  const lacks = ways[cloud].map((way) => way.filter((variable) => ![variable].flat().some(isSet)));
  if (lacks.some((lack) => lack.length === 0)) return [];
  return ways[cloud].map((way, index) => {
    const missing = lacks[index] ?? [];
    const rest = missing.length === way.length ? "" : " (the rest is set)";
    return `${missing.map((variable) => [variable].flat().join(" or ")).join(", ")}${rest}`;
  });
}
