// Sources: terraform-provider-openstack 1.54.1 (schema of @pulumi/openstack 3.15.2; a new image rebuilds a server, a new flavor resizes
// it), Compute (Nova) API guide (rebuild, resize), Heat template guide (OS::Heat::AutoScalingGroup: rolling updates), Keystone API
// reference (application credentials do not change); read 2026-11.
import { anew, each, effectsFrom, within } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, outage } = effectsFrom("terraform-provider-openstack 1.54.1 schema; Nova API guide, 2026-11");
const heat = effectsFrom("terraform-provider-openstack 1.54.1 schema; Heat template guide: rolling updates, 2026-11");
const rights = effectsFrom("terraform-provider-openstack 1.54.1 schema; Keystone API reference, 2026-11");

const serverGone = outage("all servers of the pool are replaced at once, and nothing is served meanwhile");
const rebuilt = outage("all servers of the pool are rebuilt in place at once, and nothing is served meanwhile");
const resized = outage("all servers of the pool restart at once, and nothing is served meanwhile");
const keptPlaces = { ...none, says: "running servers stay where they are" };
const keptKeys = { ...none, says: "running servers keep the keys that they started with" };
const otherLogin = { ...rights.inPlace, says: "servers are made with the new credential before the old one goes" };
const loginGone = rights.outage("servers that use the credential are refused");
const inTurn = heat.rolling("servers whose definition changes are replaced, one after the other");
const newStack = heat.outage("the old servers go before those of the new stack are known to serve");

const hints = "additionalProperties buildNearHostIp differentCells differentHosts group queries sameHosts targetCell";
const disk =
  "bootIndex deleteOnTermination destinationType deviceType diskBus guestFormat multiattach sourceType uuid volumeSize volumeType";

export const computeDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "openstack:compute/instance:Instance": {
    deleted: outage("the server is gone"),
    replaced: serverGone,
    properties: {
      ...each(
        "availabilityZone availabilityZoneHints configDrive keyPair networkMode region userData",
        anew(serverGone),
      ),
      networks: anew(serverGone),
      ...each(within("networks", "accessNetwork floatingIp mac"), inPlace),
      ...each(within("schedulerHints", hints), anew(serverGone)),
      ...each(within("blockDevices", disk), anew(serverGone)),
      ...each("imageId imageName", rebuilt),
      ...each("flavorId flavorName", resized),
      powerState: outage("a server that is off serves nothing"),
      ...each("name metadata tags", none),
      "*": inPlace,
    },
  },
  "openstack:compute/serverGroup:ServerGroup": {
    deleted: keptPlaces,
    replaced: keptPlaces,
    properties: { ...each("name policies region rules valueSpecs", anew(keptPlaces)), "*": none },
  },
  "openstack:compute/keypair:Keypair": {
    deleted: keptKeys,
    replaced: keptKeys,
    properties: { ...each("name publicKey region userId valueSpecs", anew(keptKeys)), "*": none },
  },
  "openstack:identity/applicationCredential:ApplicationCredential": {
    deleted: loginGone,
    replaced: otherLogin,
    deletedFirst: rights.outage("servers that use the old credential are refused until they have the new one"),
    properties: {
      "accessRules.id": rights.none,
      ...each("accessRules description expiresAt name region roles secret unrestricted", anew(otherLogin)),
      "*": rights.inPlace,
    },
  },
  "openstack:orchestration/stackV1:StackV1": {
    deleted: heat.outage("all its servers go"),
    replaced: newStack,
    deletedFirst: heat.outage("all its servers go before the new stack stands"),
    properties: {
      region: anew(newStack),
      creationTime: anew(newStack),
      ...each("templateOpts environmentOpts parameters templateOpts.Bin.resources.group.properties.resource", inTurn),
      "templateOpts.Bin.resources": heat.inPlace,
      name: { ...heat.none, says: "a stack keeps its name, unless a new one is asked for" },
      "*": heat.inPlace,
    },
  },
};
