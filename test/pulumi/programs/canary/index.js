const pulumi = require("@pulumi/pulumi");
const { BackendSet, Listener, LoadBalancer, Network } = require("webtier");

const config = new pulumi.Config();
const pem = (label, canary) => `-----BEGIN ${label}-----\n${canary}\n-----END ${label}-----\n`;

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public", tags: { owner: "ops" } });
const pages = new BackendSet("pages", {
  loadBalancer: front,
  protocol: "http",
  port: 80,
  healthCheck: { protocol: "http" },
  members: { a: { address: pulumi.secret("CANARY-nested-output") }, b: { address: config.requireSecret("address") } },
});
new Listener("literal", {
  loadBalancer: front,
  port: 443,
  protocol: "https",
  backendSet: pages,
  certificate: {
    publicCertificate: pem("CERTIFICATE", "CANARY-certificate"),
    privateKey: pem("PRIVATE KEY", "CANARY-literal-key"),
    chain: pem("CERTIFICATE", "CANARY-chain"),
  },
});
new Listener("output", {
  loadBalancer: front,
  port: 8443,
  protocol: "https",
  backendSet: pages,
  certificate: {
    publicCertificate: pulumi.output(pem("CERTIFICATE", "CANARY-certificate-output")),
    privateKey: pulumi.secret(pem("PRIVATE KEY", "CANARY-output-key")),
  },
});
exports.address = front.address;
exports.key = pulumi.secret("CANARY-stack-output");
