// Stands in for a deployment: user data becomes known, and it is too long.
const pulumi = require("@pulumi/pulumi");
const { InstancePool, InstanceTemplate, Network, Tier } = require("webtier");

process.on("unhandledRejection", ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
pulumi.runtime.setMocks({
  newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: { name, ...inputs } }),
  call: () => ({}),
});
pulumi.runtime.setAllConfig(JSON.parse(process.argv[2]));

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 1 });
const tier = new Tier("web", { network });
const userData = pulumi.output(Promise.resolve("#".repeat(50_000)));
const template = new InstanceTemplate("web", { tier, image: "web", machine: "small", userData });
new InstancePool("web", { template, size: 1 });
