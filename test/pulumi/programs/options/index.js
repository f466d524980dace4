const pulumi = require("@pulumi/pulumi");
const { Provider } = require("@pulumi/aws/provider.js");
const { Bucket } = require("@pulumi/aws/s3/bucket.js");
const { BackendSet, Listener, LoadBalancer, Network } = require("webtier");

const provider = new Provider("seoul", { region: "ap-northeast-2" });
const bucket = new Bucket("assets", {});
const above = new pulumi.ComponentResource("shop:index:Shop", "above", {}, { protect: true });

const network = new Network(
  "shop",
  { cidr: "10.20.0.0/16", zones: 2, outbound: "none" },
  { parent: above, provider, dependsOn: bucket },
);
const front = new LoadBalancer(
  "front",
  { network, kind: "application", visibility: "public" },
  { providers: { aws: provider }, dependsOn: [bucket] },
);
const pages = new BackendSet(
  "pages",
  { loadBalancer: front, protocol: "http", port: 80, healthCheck: { protocol: "http" } },
  { provider, aliases: [{ name: "sites" }], protect: true },
);
new Listener(
  "http",
  { loadBalancer: front, port: 80, protocol: "http", backendSet: pages },
  { dependsOn: pulumi.output([bucket]) },
);
