import { settings } from "../../fixtures/settings.js";

export const adopted = (subnets: readonly object[]) => ({
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: subnets.map((subnet, index) => ({
        id: `ocid1.subnet.oc1..${index}`,
        cidr: `10.20.${index}.0/24`,
        ...subnet,
      })),
    },
  },
});

export const [first, second] = settings.oci.availabilityDomains;
