// Sources: Heat template guide (OS::Nova::Server: images are rebuilt and flavors resized unless told otherwise; RAW user data is
// handed on as it is; OS::Octavia::PoolMember, OS::Cinder::Volume; properties that a condition leaves out, since Wallaby), heat instance_group and template_resource (members
// that wait for their turn keep their properties, and are held to the new template), hot functions (get_param of a missing key is
// empty), terraform-provider-openstack 1.54.1 and gophercloud 1.8.0 (nested templates are files that the provider reads, named by
// a whole file: URL in resource_registry); read 2026-11.
import { createHash } from "node:crypto";
import type { PlannedFile } from "../../core/planned.js";

/** The type that stands for a member in the main template, wherever its own template lies. */
export const memberType = "Webtier::Member";

/** The sets are all that it depends on: no release changes it, and it is the same on every machine. */
export function memberFile(sets: readonly string[], folder: string): PlannedFile {
  const content = `${JSON.stringify(memberTemplate(sets), null, 2)}\n`;
  const hash = createHash("sha256").update(content).digest("hex");
  return {
    path: `${folder}/webtier-${hash}.yaml`,
    content,
    instead: "another folder: heatMemberFolder in the settings, the same on every machine that deploys",
  };
}

const text = { type: "string" } as const;
const document = { type: "json", default: {} } as const;
const param = (...path: readonly string[]) => ({ get_param: path.length === 1 ? path[0] : path });
const resource = (name: string) => ({ get_resource: name });
const given = (...path: readonly string[]) => ({ not: { equals: [param(...path), ""] } });
const where = (condition: string, value: unknown) => ({ if: [condition, value] });

/**
 * Whatever a release may change is a parameter: the group rolls those out one by one, and the rest to all at once.
 *
 * Disk and sets are documents, so that members whose turn has not come fit the template too.
 */
function memberTemplate(sets: readonly string[]): object {
  return {
    heat_template_version: "2021-04-16",
    parameters: {
      image: text,
      flavor: text,
      network: text,
      subnet: text,
      security_group: text,
      server_group: text,
      key_name: { ...text, default: "" },
      user_data: { ...text, default: "", hidden: true },
      metadata: { type: "json" },
      disk: document,
      sets: document,
    },
    conditions: {
      own_disk: given("disk", "size"),
      image_disk: { not: "own_disk" },
      typed_disk: given("disk", "type"),
      ...Object.assign({}, ...sets.map(setConditions)),
    },
    resources: {
      port: {
        type: "OS::Neutron::Port",
        properties: {
          network: param("network"),
          fixed_ips: [{ subnet: param("subnet") }],
          security_groups: [param("security_group")],
        },
      },
      volume: {
        type: "OS::Cinder::Volume",
        condition: "own_disk",
        properties: {
          image: param("image"),
          size: param("disk", "size"),
          volume_type: where("typed_disk", param("disk", "type")),
        },
      },
      server,
      ...Object.assign({}, ...sets.map((set, index) => poolMember(set, sets[index - 1]))),
    },
  };
}

const server = {
  type: "OS::Nova::Server",
  properties: {
    image: where("image_disk", param("image")),
    image_update_policy: "REPLACE",
    block_device_mapping_v2: where("own_disk", [{ volume_id: resource("volume"), boot_index: 0 }]),
    flavor: param("flavor"),
    flavor_update_policy: "REPLACE",
    key_name: param("key_name"),
    networks: [{ port: resource("port") }],
    metadata: param("metadata"),
    scheduler_hints: { group: param("server_group") },
    user_data_format: "RAW",
    user_data: param("user_data"),
  },
} as const;

function setConditions(set: string): object {
  return {
    [`joins_${set}`]: given("sets", set, "pool"),
    [`checks_${set}`]: given("sets", set, "check_port"),
    [`places_${set}`]: given("sets", set, "subnet"),
  };
}

/** One after the other: each change locks the whole balancer. */
function poolMember(set: string, before: string | undefined): object {
  return {
    [`member_${set}`]: {
      type: "OS::Octavia::PoolMember",
      condition: `joins_${set}`,
      ...(before === undefined ? {} : { depends_on: [`member_${before}`] }),
      properties: {
        pool: param("sets", set, "pool"),
        address: { get_attr: ["server", "first_address"] },
        protocol_port: param("sets", set, "port"),
        monitor_port: where(`checks_${set}`, param("sets", set, "check_port")),
        subnet: where(`places_${set}`, param("sets", set, "subnet")),
      },
    },
  };
}
