import { join } from "node:path";
import { expect, test } from "vitest";
import { permissionsCommand } from "../../src/cli/permissions.js";
import { permissions } from "../../src/clouds/permissions.js";
import { run } from "./run.js";

const root = join(__dirname, "../..");

test("a stack's policy allows what its own resources need", async () => {
  const folder = join(root, "examples/openstack-octavia");
  expect(await run(permissionsCommand(), folder, "--cloud", "openstack")).toEqual({
    exitCode: 0,
    stdout: ["heat_stack_owner", "load-balancer_member", "member"]
      .map((role) => `openstack role add --user <deployer> --project <project> ${role}\n`)
      .join(""),
    stderr: permissions.openstack
      ?.remarks(["openstack:loadbalancer/loadBalancer:LoadBalancer", "openstack:orchestration/stackV1:StackV1"])
      .map((remark) => `note: ${remark}\n`)
      .join(""),
  });
});

test.each(Object.keys(permissions))("everything on %s is its whole policy", async (cloud) => {
  const { types = {}, policy, remarks } = permissions[cloud] ?? {};
  expect(await run(permissionsCommand(), "--all", cloud)).toEqual({
    exitCode: 0,
    stdout: `${policy?.(Object.keys(types)).text}\n`,
    stderr: remarks?.(Object.keys(types))
      .map((remark) => `note: ${remark}\n`)
      .join(""),
  });
});

test("of several clouds each policy stands under its cloud; resources of others are told", async () => {
  const folder = join(root, "test/plan/fixtures/providers");
  const { exitCode, stdout, stderr } = await run(permissionsCommand(), folder);
  const own = (cloud: string, type: string) => `# ${cloud}\n${permissions[cloud]?.policy([type]).text}\n`;
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 0,
    stdout: own("aws", "aws:ec2/vpc:Vpc") + own("oci", "oci:Core/vcn:Vcn"),
    stderr: "",
  });
});

test("a folder without a project is refused", async () => {
  const { exitCode, stdout, stderr } = await run(permissionsCommand(), "/");
  expect({ exitCode, stdout, stderr }).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "no Pulumi.yaml in / or a folder above it: name the folder of the project\n",
  });
});
