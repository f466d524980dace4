import { expect, test } from "vitest";
import { argsOf, compartmentId, made, notesOf, stackOn } from "./plans.js";

test("a tier is a security group whose members may open connections to anywhere", () => {
  const tier = stackOn().tier();
  expect(made(tier)).toEqual({
    group: {
      type: "oci:Core/networkSecurityGroup:NetworkSecurityGroup",
      args: { compartmentId, vcnId: { ref: "vcn.id", of: "network:shop" }, displayName: "web" },
    },
    "egress:any": {
      type: "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
      args: {
        networkSecurityGroupId: { ref: "group.id" },
        direction: "EGRESS",
        protocol: "all",
        destination: "0.0.0.0/0",
        destinationType: "CIDR_BLOCK",
        stateless: false,
        description: "egress any",
      },
    },
  });
  expect(tier.plan.outputs).toEqual({ groupId: { ref: "group.id" } });
  expect(notesOf(tier)).toEqual(["note:tier.egress: members may open connections to anywhere"]);
});

test("a tier takes its network's labels, the settings' tags and a name of its own", () => {
  const definedTags = { "Operations.owner": "web" };
  const stack = stackOn({ definedTags });
  const tier = stack.tier({ network: stack.network({ tags: { team: "web" } }), physicalName: "Web members" });
  expect(argsOf(tier, "group")).toEqual({
    compartmentId,
    freeformTags: { team: "web" },
    definedTags,
    vcnId: { ref: "vcn.id", of: "network:shop" },
    displayName: "Web members",
  });
});

test("a tier may stand in a network that was adopted", () => {
  const subnets = [{ id: "ocid1.subnet.oc1..inner", cidr: "10.20.1.0/24", public: false }];
  const shop = { vcnId: "ocid1.vcn.oc1..demo", cidr: "10.20.0.0/16", outbound: "nat", subnets };
  const tier = stackOn({ networks: { shop } }).tier();
  expect(argsOf(tier, "group")).toEqual({ compartmentId, vcnId: "ocid1.vcn.oc1..demo", displayName: "web" });
});
