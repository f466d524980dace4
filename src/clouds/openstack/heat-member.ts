// Sources: Heat template guide (OS::Nova::Server: images are rebuilt and flavors resized unless told otherwise; RAW user data is
// handed on as it is; OS::Octavia::PoolMember, OS::Cinder::Volume), heat function.py (an `if` without a second value cannot be
// copied before Heat 27: TypeError, answered as 500 by 19.0), heat instance_group and template_resource (members that wait for
// their turn keep their properties, and are held to the new template), hot functions (get_param of a missing key is empty),
// terraform-provider-openstack 1.54.1 and gophercloud 1.8.0 (nested templates are files that the provider reads, named by a whole
// file: URL in resource_registry); read 2026-11.
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
const firstAddress = (server: string) => ({ get_attr: [server, "first_address"] });
const given = (...path: readonly string[]) => ({ not: { equals: [param(...path), ""] } });
const choose = (condition: string, yes: unknown, no: unknown) => ({ if: [condition, yes, no] });

/**
 * Whatever a release may change is a parameter: the group rolls those out one by one, and the rest to all at once.
 *
 * Disk and sets are documents, so that members whose turn has not come fit the template too.
 */
function memberTemplate(sets: readonly string[]): object {
  return {
    heat_template_version: "2018-08-31",
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
      ...Object.fromEntries(sets.map((set) => [`joins_${set}`, given("sets", set, "pool")])),
    },
    resources: {
      ...machine("", "image_disk", { image: param("image") }),
      ...machine("disk_", "own_disk", { block_device_mapping_v2: bootDisk }),
      volume: {
        type: "OS::Cinder::Volume",
        condition: "typed_disk",
        properties: {
          image: param("image"),
          size: param("disk", "size"),
          volume_type: param("disk", "type"),
        },
      },
      ...Object.assign({}, ...sets.map((set, index) => poolMember(set, sets[index - 1]))),
    },
  };
}

/** Only a volume of Cinder's own has a type; the usual one is made by Nova, and goes with its server. */
const bootDisk = choose(
  "typed_disk",
  [{ volume_id: resource("volume"), boot_index: 0 }],
  [{ image: param("image"), volume_size: param("disk", "size"), boot_index: 0, delete_on_termination: true }],
);

/** One of the two kinds of server, with a port of its own: no property may be there and not there. */
function machine(prefix: string, condition: string, disk: object): object {
  return {
    [`${prefix}port`]: {
      type: "OS::Neutron::Port",
      condition,
      properties: {
        network: param("network"),
        fixed_ips: [{ subnet: param("subnet") }],
        security_groups: [param("security_group")],
      },
    },
    [`${prefix}server`]: {
      type: "OS::Nova::Server",
      condition,
      properties: {
        ...disk,
        image_update_policy: "REPLACE",
        flavor: param("flavor"),
        flavor_update_policy: "REPLACE",
        key_name: param("key_name"),
        networks: [{ port: resource(`${prefix}port`) }],
        metadata: param("metadata"),
        scheduler_hints: { group: param("server_group") },
        user_data_format: "RAW",
        user_data: param("user_data"),
      },
    },
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
        address: choose("own_disk", firstAddress("disk_server"), firstAddress("server")),
        protocol_port: param("sets", set, "port"),
        monitor_port: param("sets", set, "check_port"),
        subnet: param("sets", set, "subnet"),
      },
    },
  };
}
