const {
  BackendSet,
  DynamicGroupPolicy,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} = require("webtier");

const { ALARMS, RENAMED, SCALED, STICKY } = process.env;

/** Name and options of a component, which may have had a shorter name before. */
const called = (noun, name) =>
  RENAMED === noun ? [`the-${name}-of-the-shop`, { aliases: [{ name }] }] : [name, undefined];
const make = (Class, name, args) => {
  const [now, options] = called(Class.name, name);
  return new Class(now, args, options);
};

const network = make(Network, "shop", { cidr: "10.20.0.0/16", zones: 2 });
const tier = make(Tier, "web", { network, access: [{ port: 22, from: ["10.7.0.0/16"] }] });
const jobs = make(Tier, "jobs", { network, egress: [{ to: tier, port: 9000 }] });
const loadBalancer = make(LoadBalancer, "front", {
  network,
  kind: "application",
  visibility: "private",
  allowFrom: [jobs],
});
const healthCheck = { protocol: "http" };
const stickiness = STICKY ? { stickiness: { kind: "balancer-cookie" } } : {};
const pages = make(BackendSet, "pages", {
  loadBalancer,
  tier,
  protocol: "http",
  port: 5000,
  healthCheck,
  ...stickiness,
});
const api = make(BackendSet, "api", { loadBalancer, protocol: "http", port: 8080, healthCheck });
make(Listener, "pages", { loadBalancer, port: 80, protocol: "http", backendSet: pages });
make(Listener, "api", { loadBalancer, port: 8080, protocol: "http", backendSet: api });
const rights = make(DynamicGroupPolicy, "web", {
  network,
  allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
});
const template = make(InstanceTemplate, "web", { tier, image: "web", machine: "small", rights });
const size = SCALED
  ? {
      size: { min: 1, max: 4 },
      autoscaling: { metric: "cpu", scaleOut: { above: 70, add: 1 }, scaleIn: { below: 20, remove: 1 } },
    }
  : { size: 2 };
const alarms = ALARMS ? { alarms: { notify: "ops", unhealthyInstances: {}, serverErrors: {} } } : {};
make(InstancePool, "web", { template, backendSets: [pages, api], ...size, ...alarms });
