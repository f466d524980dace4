import { expect, test } from "vitest";
import { cloudFor } from "../../conformance/harness.js";
import { settings } from "../../fixtures/settings.js";

/** One of everything that the settings may hold. */
const complete = {
  ...settings.oci,
  fidelity: "accept",
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "nat-per-zone",
      subnets: [
        { id: "ocid1.subnet.oc1..open", cidr: "10.20.0.0/24", public: true },
        { id: "ocid1.subnet.oc1..inner", cidr: "10.20.1.0/24", zone: "Uocm:US-ASHBURN-AD-1", public: false },
      ],
    },
  },
  balancers: {
    front: {
      id: "ocid1.loadbalancer.oc1..demo",
      address: "203.0.113.10",
      kind: "application",
      visibility: "public",
      networkSecurityGroupId: "ocid1.networksecuritygroup.oc1..demo",
    },
  },
  trustedAuthorities: ["ocid1.certificateauthority.oc1..demo"],
  machines: {
    small: { shape: "VM.Standard.E2.1.Micro" },
    flexible: { shape: "VM.Standard.A1.Flex", ocpus: 2, memoryInGbs: 12 },
  },
  addresses: { front: "ocid1.publicip.oc1..demo" },
  loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 100 }, requestIdHeader: "X-Request-Id" } },
  logGroup: "ocid1.loggroup.oc1..demo",
  logRetention: 60,
  compartmentName: "shop",
  scopes: {
    assets: { bucket: "shop-assets" },
    logs: { logGroup: "ocid1.loggroup.oc1..demo" },
    password: { secret: "ocid1.vaultsecret.oc1..demo" },
    whole: "compartment",
  },
  rightsTag: "Operations.rights",
  rights: { web: { statements: ["Allow {group} to use tag-namespaces in tenancy"] } },
  freeTier: false,
  definedTags: { "Operations.owner": "web" },
};

test("settings are taken as they are", () => {
  expect(cloudFor("oci", complete).settings).toEqual(complete);
});

test("fates depend on the availability domains, on whom balancers trust and on a tag for rights", () => {
  expect(cloudFor("oci").facets).toEqual({ domains: "several", memberTrust: "absent", rightsTag: "absent" });
  expect(cloudFor("oci", { ...complete, availabilityDomains: ["Uocm:AP-SEOUL-1-AD-1"] }).facets).toEqual({
    domains: "one",
    memberTrust: "given",
    rightsTag: "given",
  });
});
