import { afterEach, expect, test, vi } from "vitest";
import { capabilitiesCommand } from "../../src/cli/capabilities.js";
import { clouds, planned } from "../../src/clouds/registry.js";

afterEach(() => {
  vi.restoreAllMocks();
});

function run(...args: string[]): string {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
  const command = capabilitiesCommand().exitOverride();
  command.configureOutput({ writeErr: (text) => written.push(text) });
  try {
    command.parse(args, { from: "user" });
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error;
  }
  return written.join("");
}

const noPorts =
  "unsupported: port forwarding leads to one virtual machine, and those of a pool come and go; instead: a VPN";

test("one noun on one cloud is told option by option", () => {
  expect(run("--noun", "Tier", "--cloud", "cloudstack")).toBe(
    [
      "Tier",
      "  placement = private",
      "    cloudstack: emulated: an isolated network without port forwarding and static NAT",
      "  placement = public",
      '    cloudstack: unsupported: an isolated network has no public subnets; instead: "private"',
      "  physicalName",
      "    cloudstack: unsupported: a tier is an isolated network, which has its name from the Network; instead: physicalName of the network",
      "  egress.to = anywhere",
      "    cloudstack: native",
      "  egress.to = range",
      "    cloudstack: native",
      "  egress.to = tier",
      "    cloudstack: unsupported: rules name ranges, not groups of members; instead: the range of its network",
      "  egress.port",
      "    cloudstack: native",
      "  egress.protocol = tcp",
      "    cloudstack: native",
      "  egress.protocol = udp",
      "    cloudstack: native",
      "  access.port",
      `    cloudstack: ${noPorts}`,
      "  access.from = anyone",
      `    cloudstack: ${noPorts}`,
      "  access.from = range",
      `    cloudstack: ${noPorts}`,
      "  access.from = tier",
      `    cloudstack: ${noPorts}`,
      "planned, not available yet: cloudstack",
      "",
    ].join("\n"),
  );
});

test("a default that a cloud has of its own is told", () => {
  expect(
    run("--noun", "Listener", "--cloud", "openstack").split("  idleTimeout\n")[1]?.split("\n").slice(0, 2),
  ).toEqual([
    "    openstack (driver amphora): native, default 50",
    "    openstack (driver ovn): unsupported: OVN balancers have no timeouts of their own; instead: leave it out",
  ]);
});

test("names may be written in any case", () => {
  expect(run("--noun", "tier", "--cloud", "CloudStack")).toBe(run("--noun", "Tier", "--cloud", "cloudstack"));
});

test("as data it is the shipped document, cut to what was asked", () => {
  const { version, clouds: names, rows } = JSON.parse(run("--format", "json", "--cloud", "cloudstack"));
  expect({ version, names }).toEqual({ version: 1, names: { cloudstack: "planned" } });
  expect([...new Set(rows.flatMap(({ answers }: { answers: object }) => Object.keys(answers)))]).toEqual([
    "cloudstack",
  ]);
});

test("without a choice it tells of every cloud", () => {
  const { clouds: names } = JSON.parse(run("--format", "json"));
  expect(Object.keys(names)).toEqual([...Object.keys(clouds), ...Object.keys(planned)]);
});

test("an unknown name is refused with the known ones", () => {
  expect(run("--noun", "Pond")).toBe(
    '--noun: "Pond" is unknown; write Network, Tier, LoadBalancer, BackendSet, Listener, DynamicGroupPolicy, Image, InstanceTemplate or InstancePool\n',
  );
});
