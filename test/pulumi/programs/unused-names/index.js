const { InstanceTemplate, Network, Tier } = require("webtier");

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const tier = new Tier("web", { network });
new InstanceTemplate("web", { tier, image: "web", machine: "small" });
