import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { fixedNames, labels, type Pair, pairs, range } from "./cases.js";

type Loose = Record<string, unknown>;

const template = (stack: Stack, args: Loose) => stack.template(args);
const image = (stack: Stack, args: Loose) => stack.image(args);
const rights = (stack: Stack, args: Loose) => stack.rights(args);
const itself = (noun: string) => `must be a ${noun}; instead: the ${noun} component itself, not its id or name`;
const text = 'must be text or a file; instead: text that begins with #! or #cloud-config, or { file: "init.sh" }';
const reading = { verb: "read", resource: "object-storage", on: ["assets"] };
const families = '"compute", "instance-pools", "autoscaling", "object-storage", "logs", "metrics" or "secrets"';

/** Rights of one network and a tier of the same, or of another. */
const stranger = (stack: Stack, name: string) => {
  const network = stack.network();
  const tier = stack.tier({ network });
  return stack.template({
    tier,
    rights: stack.rights({ network: name === "shop" ? network : stack.network({}, name) }),
  });
};

const templates: readonly Limit[] = [
  ...pairs("neutral InstanceTemplate", "instanceTemplate", template, [
    ["tier", itself("Tier"), { tier: "sg-1" }, {}],
    [
      "image",
      'is no image; instead: a name among images in the settings, such as "web", or an Image',
      { image: 7 },
      { image: "web" },
    ],
    [
      "image",
      'is no image; instead: a name among images in the settings, such as "web", or an Image',
      { image: "" },
      { image: "web" },
    ],
    ["machine", "is required", { machine: undefined }, {}],
    ["machine", "must not be empty", { machine: "" }, {}],
    ["machine", "has more than 255 characters", { machine: "m".repeat(256) }, {}],
    ["userData", text, { userData: 7 }, { userData: "#!/bin/sh" }],
    ["userData", text, { userData: { path: "init.sh" } }, { userData: "#!/bin/sh" }],
    ["userData", text, { userData: { file: "init.sh", mode: "x" } }, { userData: "#!/bin/sh" }],
    ["userData", "is empty; instead: leave it out", { userData: " \n" }, { userData: "#!/bin/sh" }],
    [
      "userData",
      'cannot read "no-such-file.sh": ENOENT; instead: a path from where the program runs',
      { userData: { file: "no-such-file.sh" } },
      { userData: { file: "package.json" } },
    ],
    [
      "userData",
      '"test" is not a file; instead: a path from where the program runs',
      { userData: { file: "test" } },
      {},
    ],
    ["sshKey", "must not be empty", { sshKey: "" }, { sshKey: "ops" }],
    ...range("bootDisk.size", 1, 32768, (size) => ({ bootDisk: { size } })).map(
      ([path, said, bad]) => [path, said, bad, {}] as const,
    ),
    ["bootDisk.key", "must not be empty", { bootDisk: { key: "" } }, {}],
    ["bootDisk.type", "is not an option here; instead: one of key, size", { bootDisk: { type: "ssd" } }, {}],
    ["monitoring", '"full" is not a value of this option; instead: "basic" or "detailed"', { monitoring: "full" }, {}],
    ["rights", itself("DynamicGroupPolicy"), { rights: "role" }, {}],
    ...labels({ tags: { team: "shop" } }),
    ...fixedNames({}),
  ]),
  {
    section: "neutral InstanceTemplate",
    says: "rights are for instances of one network",
    cloud: "every",
    path: "instanceTemplate.rights",
    text: '"web" is for network "blog", the tier stands in "shop"; instead: rights for instances of the same network',
    bad: (stack) => stranger(stack, "blog"),
    good: (stack) => stranger(stack, "shop"),
  },
];

const imagePairs: Pair[] = [
  ["instance", "is required", { instance: undefined }, {}],
  ["instance", "must not be empty", { instance: "" }, {}],
  ["revision", "has more than 32 characters", { revision: "r".repeat(33) }, { revision: "r".repeat(32) }],
  [
    "revision",
    'must be letters, digits, ., _ and -; instead: a text such as "2026-11-21"',
    { revision: "2026/11" },
    { revision: "2026-11" },
  ],
  ["whileRunning", "must be true or false; got text", { whileRunning: "yes" }, {}],
  [
    "id",
    "is not an option of Image; instead: one of instance, physicalName, revision, tags, whileRunning",
    { id: "i-1" },
    {},
  ],
  ...labels({ tags: { team: "shop" } }),
  ...fixedNames({ physicalName: "golden" }),
];

/** The third cloud takes no images. */
const images = (["aws", "oci"] as const).flatMap((cloud) => pairs("neutral Image", "image", image, imagePairs, cloud));

const groups = pairs("neutral DynamicGroupPolicy", "dynamicGroupPolicy", rights, [
  ["network", itself("Network"), { network: "vpc-1" }, {}],
  ["allow", "needs at least one entry", { allow: [] }, {}],
  ["allow", "must be a list; got an object of options", { allow: reading }, {}],
  [
    "allow[0].verb",
    'is required; instead: "inspect", "read", "use" or "manage"',
    { allow: [{ ...reading, verb: undefined }] },
    {},
  ],
  [
    "allow[0].verb",
    '"write" is not a value of this option; instead: "inspect", "read", "use" or "manage"',
    { allow: [{ ...reading, verb: "write" }] },
    {},
  ],
  [
    "allow[0].resource",
    `"queues" is not a value of this option; instead: ${families}`,
    { allow: [{ ...reading, resource: "queues" }] },
    {},
  ],
  ["allow[0].on", "needs at least one entry", { allow: [{ ...reading, on: [] }] }, {}],
  ["allow[0].on[0]", "must not be empty", { allow: [{ ...reading, on: [""] }] }, {}],
  ["allow[0].on", "must be a list; got text", { allow: [{ ...reading, on: "assets" }] }, {}],
  [
    "allow[1]",
    '"object-storage" on "assets" is there twice; instead: one entry with the larger verb, which holds the smaller ones',
    { allow: [reading, { ...reading, verb: "use" }] },
    {},
  ],
  [
    "allow[1]",
    '"metrics" is there twice; instead: one entry with the larger verb, which holds the smaller ones',
    {
      allow: [
        { verb: "read", resource: "metrics" },
        { verb: "use", resource: "metrics" },
      ],
    },
    {},
  ],
  ["members", '"all" is not a value of this option; instead: "pool" or "compartment"', { members: "all" }, {}],
  ["scope", '"account" is not a value of this option; instead: "compartment" or "tenancy"', { scope: "account" }, {}],
  ...labels({ tags: { team: "shop" } }).map(([path, said, bad]) => [path, said, bad, {}] as const),
  ...fixedNames({}),
]);

export const compute: readonly Limit[] = [...templates, ...images, ...groups];
