import type { Input } from "@pulumi/pulumi";
import type { Cloud, CommonSettings } from "../../core/cloud.js";
import type { Declared } from "../../core/declared.js";

/** What the names of a program mean on OCI, and what only OCI knows. Ids are OCIDs. */
export interface OciSettings extends CommonSettings {
  /** Where everything is made. */
  compartmentId: Input<string>;
  /** The compartment's name, for the statements of rights. Default: they name it by its id. */
  compartmentName?: string;
  /** The region's availability domains by their full names (`Uocm:AP-SEOUL-1-AD-1`), in the order in which networks use them. */
  availabilityDomains: string[];
  /** The tenancy; rights are written there. */
  tenancyId?: Input<string>;
  /** The tenancy's home region; rights are written through it. */
  homeRegion?: string;
  /** Existing networks, by the name of the `Network` that stands for each. */
  networks?: Record<string, OciNetwork>;
  /** Existing load balancers, by the name of the `LoadBalancer` that stands for each. */
  balancers?: Record<string, OciBalancer>;
  /** Certificates of the Certificates service, by the name that listeners use. */
  certificates?: Record<string, Input<string>>;
  /** Authorities or bundles of the Certificates service that balancers trust when members speak https. */
  trustedAuthorities?: Input<string>[];
  /** Custom or platform images, by name. */
  images?: Record<string, Input<string>>;
  /** Running instances that images are taken of, by name. */
  instances?: Record<string, Input<string>>;
  /** Shapes, by name. */
  machines?: Record<string, OciMachine>;
  /** Keys of the Vault service that encrypt boot disks, by name. */
  diskKeys?: Record<string, Input<string>>;
  /** What rights may be narrowed to, by name; `"compartment"` stands for all of it. */
  scopes?: Record<string, OciScope>;
  /** An existing defined tag, `Namespace.key`, that tells a pool's instances from others in the compartment. */
  rightsTag?: string;
  /** Further statements of rights, by the name of the `DynamicGroupPolicy`; `{group}` stands for `dynamic-group` and its name. */
  rights?: Record<string, OciRights>;
  /** Topics of the Notifications service that alarms go to, by name. */
  topics?: Record<string, Input<string>>;
  /** Whether all must stay within what an account has without charges. */
  freeTier?: boolean;
  /** With `freeTier`: how many micro instances stand in the account beside those of this program. Default 0. */
  otherInstances?: number;
  /** SSH public keys in OpenSSH form, by name. */
  keys?: Record<string, string>;
  /** Reserved public IPs, by the name of the balancer that reserves its address. */
  addresses?: Record<string, Input<string>>;
  /** What only OCI balancers have, by the balancer's name. */
  loadBalancers?: Record<string, OciLoadBalancerOptions>;
  /** An existing log group for balancers' logs. Default: one for each balancer that writes any. */
  logGroup?: Input<string>;
  /** Days that logs are kept: 30, 60, … 180. Default 30. */
  logRetention?: number;
  /** Defined tags of everything that takes them: `Namespace.key`. */
  definedTags?: Record<string, string>;
}

export interface OciNetwork {
  vcnId: Input<string>;
  cidr: string;
  outbound: "nat-per-zone" | "nat" | "none";
  subnets: OciSubnet[];
}

export interface OciSubnet {
  id: Input<string>;
  cidr: string;
  /** Its availability domain. Default: the subnet is regional. */
  zone?: string;
  /** Whether its machines may have public addresses. */
  public: boolean;
}

export interface OciBalancer {
  id: Input<string>;
  /** Its IP address. */
  address: Input<string>;
  kind: "application" | "network";
  visibility: "public" | "private";
  /** Its network security group; members admit it. Either this or `cidr`. */
  networkSecurityGroupId?: Input<string>;
  /** Range of its subnet; members admit it where the balancer has no group. */
  cidr?: string;
}

export interface OciMachine {
  shape: string;
  /** For flexible shapes, with `memoryInGbs`. */
  ocpus?: number;
  /** For flexible shapes, with `ocpus`. */
  memoryInGbs?: number;
}

export type OciScope =
  | "compartment"
  | { readonly bucket: string }
  | { readonly logGroup: Input<string> }
  | { readonly secret: Input<string> };

export interface OciRights {
  readonly statements: string[];
}

export interface OciLoadBalancerOptions {
  /** Mbps, 10..8000; application balancers. Default 10 and 10. */
  bandwidth?: { minimum: number; maximum: number };
  /** Name of the header that numbers requests; begins with `X-`; application balancers. Default: none. */
  requestIdHeader?: string;
}

export function settingsOf(it: Declared): OciSettings {
  return (it.cloud as Cloud<OciSettings>).settings;
}

/** What every resource that takes them carries. */
export function placeOf(it: Declared, tags?: Record<string, string>) {
  const { compartmentId, definedTags } = settingsOf(it);
  return { compartmentId, ...(tags ? { freeformTags: tags } : {}), ...(definedTags ? { definedTags } : {}) };
}
