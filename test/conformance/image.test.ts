import { conform, rejects } from "./harness.js";

conform("an image of a running instance", (stack) => stack.image(), {
  aws: { image: { sourceInstanceId: "i-0123456789abcdef0", snapshotWithoutReboot: false, tags: { Name: "golden" } } },
  oci: {
    image: {
      compartmentId: "ocid1.compartment.oc1..demo",
      instanceId: "ocid1.instance.oc1..demo",
      displayName: "golden",
    },
  },
  openstack: rejects("image"),
});
