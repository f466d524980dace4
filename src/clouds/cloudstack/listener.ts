// Sources: CloudStack API reference (createLoadBalancerRule, uploadSslCert, assignCertToLoadBalancer), apache/cloudstack pull request
// 11468 (TLS on the virtual router, 4.22), ycyun/ablestack-cloud branch ablestack-diplo; read 2026-08.
import { native, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import type { ListenerSpec } from "../../spec/listener.js";

const plainOnly = unsupported("the virtual router ends TLS from release 4.22 on", "plain listeners, or release 4.22");
const fromRelease422 = when("release", { "before-4.22": plainOnly, "4.22": native() });
const encrypted = when("release", { "before-4.22": plainOnly, "4.22": native("ssl") });
const noChoice = unsupported("the oldest TLS version cannot be chosen", "leave it out");

export const listener = {
  support: {
    port: native(),
    protocol: { http: native("tcp"), https: encrypted, tcp: native("tcp"), tls: encrypted },
    redirect: unsupported("a load balancer rule forwards and does nothing else", "a redirect made by the members"),
    routes: unsupported("a load balancer rule has one group of members", "a listener on another port"),
    certificate: {
      name: fromRelease422,
      pem: variant(fromRelease422, { publicCertificate: native(), privateKey: native(), chain: native() }),
    },
    minimumTls: { "1.2": noChoice, "1.3": noChoice },
    idleTimeout: unsupported("a load balancer rule has no such option", "leave it out"),
    hostname: native(),
    physicalName: native(),
  } as const satisfies SupportOf<ListenerSpec>,
};
