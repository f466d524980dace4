import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Version } from "./kept.js";

const root = join(__dirname, "../../..");

const modules = [
  ["Pulumi CLI and engine", "pulumi", "github.com/pulumi/pulumi/pkg/v3"],
  [
    "Terraform provider behind the OpenStack plugin",
    "openstack-plugin",
    "github.com/terraform-provider-openstack/terraform-provider-openstack",
  ],
  ["Pulumi's bridge in the OpenStack plugin", "openstack-plugin", "github.com/pulumi/pulumi-terraform-bridge/v3"],
  ["Terraform provider behind the AWS plugin", "aws-provider", "github.com/upbound/terraform-provider-aws"],
  ["Pulumi's bridge in the AWS plugin", "aws-plugin", "github.com/pulumi/pulumi-terraform-bridge/v3"],
] as const;

const packages = ["@pulumi/pulumi", "@pulumi/openstack", "@pulumi/aws", "@pulumi/oci"] as const;

/** What runs in the lab, from the pins that it is built of and from the services themselves. */
export function readVersions(services: Readonly<Record<string, string>>): Version[] {
  return [
    ...modules.map(([part, folder, module]) => versionOf(part, `test/lab/${folder}/go.mod`, `${module} `)),
    versionOf("moto", "test/lab/moto/requirements.in", "moto[server]=="),
    ...packages.map((name) => ({ part: name, version: installed(name), pin: "package-lock.json" })),
    ...Object.entries(services).map(([name, version]) => ({
      part: `OpenStack: ${name}`,
      version,
      pin: "test/lab/openstack/packages.lock",
    })),
  ];
}

/** The version stands right behind the name. */
function versionOf(part: string, pin: string, name: string): Version {
  const text = readFileSync(join(root, pin), "utf8");
  const version = text.split(name)[1]?.split(/\s/)[0];
  if (version === undefined) throw new Error(`${pin} does not name ${name.trim()}`);
  return { part, version, pin };
}

function installed(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as {
    version: string;
  };
  return version.replace(/^v/, "");
}
