import { image } from "../../src/spec/image.js";
import { rightsIn } from "../clouds/openstack/pools.js";
import { settings } from "../fixtures/settings.js";
import { cloudOf, type OpenStackLimit } from "./openstack-cases.js";

const { rights } = settings.openstack;
const given = (changes: object) => ({ rights: { ...rights, ...changes } });
const allow = (verb: string, resource: string, more: object = {}) => ({ allow: [{ verb, resource, ...more }] });

export const rightsLimits: readonly OpenStackLimit[] = [
  {
    section: "openstack 4",
    says: "no instance principal",
    settings: { rights: undefined },
    bad: (stack) => rightsIn(stack),
    good: () => rightsIn,
    path: "dynamicGroupPolicy.allow[0]",
    text: 'is not available: instances here have no identity of their own; instead: rights: { emulate: "application-credential", authUrl: …, roles: { … } } in the settings, which hands them one of yours',
  },
  {
    section: "openstack 4",
    says: "roles are a subset of the deployer's",
    settings: given({ roles: { "read object-storage": ["reader"] } }),
    bad: (stack) => rightsIn(stack, allow("use", "object-storage")),
    good: (stack) => rightsIn(stack, allow("read", "object-storage")),
    path: "dynamicGroupPolicy.allow[0]",
    text: '"use object-storage" has no roles in the settings; instead: rights: { roles: { "use object-storage": [ … ] } } in the settings, with names of roles of the user who deploys',
  },
  {
    section: "openstack 4",
    says: "a role map of what rights allow",
    bad: () => cloudOf(given({ roles: { buckets: ["member"] } })),
    good: () => cloudOf(given({ roles: { "manage secrets": ["creator"] } })),
    path: "settings.rights.roles",
    text: 'name "buckets" is nothing that rights allow; instead: "object-storage", or "read object-storage" for one verb alone',
  },
  {
    section: "openstack 1.7",
    says: "instances log in at Keystone",
    bad: () => cloudOf(given({ authUrl: "keystone.example.com" })),
    good: () => cloudOf(given({ authUrl: "https://keystone.example.com/v3" })),
    path: "settings.rights.authUrl",
    text: 'must be a URL; instead: a URL such as "https://example.com/hook"',
  },
  {
    section: "openstack 4",
    says: "no log service",
    bad: (stack) => rightsIn(stack, allow("read", "logs")),
    good: (stack) => rightsIn(stack, allow("read", "metrics")),
    path: "dynamicGroupPolicy.allow[0].resource",
    text: '"logs" is not available: there is no log service; instead: leave it out',
  },
  {
    section: "openstack 4",
    says: "the members of one pool, because only they get the secret",
    bad: (stack) => rightsIn(stack, { members: "compartment" }),
    good: (stack) => rightsIn(stack, { members: "pool" }),
    path: "dynamicGroupPolicy.members",
    text: '"compartment" is not available: only instances whose template names the rights are given the credential; instead: "pool"',
  },
  {
    section: "openstack 4",
    says: "the project of the credential",
    bad: (stack) => rightsIn(stack, { scope: "tenancy" }),
    good: (stack) => rightsIn(stack, { scope: "compartment" }),
    path: "dynamicGroupPolicy.scope",
    text: '"tenancy" is not available: a credential is for one project; instead: "compartment"',
  },
  {
    section: "openstack 1.7",
    says: "a credential has no tags",
    bad: (stack) => rightsIn(stack, { tags: { team: "shop" } }),
    good: (stack) => rightsIn(stack),
    path: "dynamicGroupPolicy.tags",
    text: "is not available: an application credential has no labels; instead: leave them out",
  },
  {
    section: "openstack 4",
    says: "scopes by the name in the settings",
    settings: given({ accessRules: true }),
    bad: (stack) => rightsIn(stack, allow("read", "object-storage", { on: ["other"] })),
    good: (stack) => rightsIn(stack, allow("read", "object-storage", { on: ["assets"] })),
    path: "dynamicGroupPolicy.allow[0].on[0]",
    text: '"other" is not among scopes in the settings; instead: "assets"',
  },
  {
    section: "openstack 4",
    says: "containers and secrets have paths of their own",
    settings: given({ accessRules: true }),
    bad: (stack) => rightsIn(stack, allow("read", "compute", { on: ["assets"] })),
    good: (stack) => rightsIn(stack, allow("read", "secrets", { on: ["assets"] })),
    path: "dynamicGroupPolicy.allow[0].on",
    text: '"compute" cannot be kept to scopes: only object-storage and secrets can; instead: leave it out, for all of the project',
  },
  {
    section: "openstack 1.7",
    says: "paths of access rules: * and {} are wildcards",
    bad: () => cloudOf({ scopes: { assets: "shop/*" } }),
    good: () => cloudOf({ scopes: { assets: "shop-assets" } }),
    path: "settings.scopes.assets",
    text: 'must be the name of a container or the id of a secret; instead: "shop-assets"',
  },
  {
    section: "openstack 1.4",
    says: "no image from a server",
    bad: (stack) => stack.declare(image, "web", { instance: "source" }),
    good: () => cloudOf({ images: { web: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21" } }),
    path: "image",
    text: "is not available: the provider takes no image of a server; instead: openstack server image create beforehand, and the image's id among images in the settings",
  },
];
