import type { Adapter } from "../../../src/core/cloud.js";
import { outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import type { ListenerSpec } from "../../../src/spec/listener.js";
import { urlOf } from "../../../src/spec/listener-parts.js";
import { labelled, resource } from "./resources.js";

const none = unsupported("bells have no such thing", "leave it out");

const support = {
  port: native(undefined, { range: [1, 9999] }),
  protocol: { http: native("heard"), https: native("hushed"), tcp: native("felt"), tls: native("sealed") },
  redirect: none,
  routes: none,
  certificate: { name: native(), pem: none },
  minimumTls: { "1.2": none, "1.3": none },
  idleTimeout: none,
  hostname: native(),
  physicalName: native(),
} as const satisfies SupportOf<ListenerSpec>;

export const listener: Adapter<ListenerSpec> = {
  support,
  plan: (it) => {
    const { loadBalancer, port, protocol, backendSet, certificate, physicalName } = it.spec;
    const door = outputOf(loadBalancer, "loadBalancerId") as Ref;
    const desk = backendSet ? (outputOf(backendSet, "backendSetId") as Ref) : "";
    const args = {
      door,
      number: port,
      manner: support.protocol[protocol].as,
      desk,
      ...(certificate?.kind === "name" ? { seal: certificate.name } : {}),
      ...labelled(physicalName),
    };
    return {
      resources: { bell: resource("toy:index/bell:Bell", args) },
      outputs: { listenerId: ref("bell.id"), url: urlOf(it) },
    };
  },
};
