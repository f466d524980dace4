import { conform, rejects } from "./harness.js";

conform(
  "http check of /hello every 10 s",
  (stack) =>
    stack.set({ healthCheck: { protocol: "http", path: "/hello", interval: 10, timeout: 3, unhealthyThreshold: 3 } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 10,
          timeout: 3,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/hello",
          matcher: "200",
        },
      },
    },
    oci: {
      backendSet: {
        name: "pages",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        policy: "ROUND_ROBIN",
        healthChecker: {
          protocol: "HTTP",
          intervalMs: 10000,
          isForcePlainText: false,
          port: 5000,
          timeoutInMillis: 3000,
          retries: 3,
          urlPath: "/hello",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 3,
        maxRetries: 3,
        maxRetriesDown: 3,
        urlPath: "/hello",
        httpMethod: "GET",
        expectedCodes: "200",
      },
    },
  },
);

conform(
  "http check with a list of codes",
  (stack) => stack.set({ healthCheck: { protocol: "http", expectedStatus: "200,204" } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 30,
          timeout: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/",
          matcher: "200,204",
        },
      },
    },
    oci: rejects("backendSet.healthCheck.expectedStatus"),
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 5,
        maxRetries: 3,
        maxRetriesDown: 3,
        urlPath: "/",
        httpMethod: "GET",
        expectedCodes: "200,204",
      },
    },
  },
);

conform(
  "http check with a range of codes",
  (stack) => stack.set({ healthCheck: { protocol: "http", expectedStatus: "200-299" } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 30,
          timeout: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/",
          matcher: "200-299",
        },
      },
    },
    oci: rejects("backendSet.healthCheck.expectedStatus"),
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 5,
        maxRetries: 3,
        maxRetriesDown: 3,
        urlPath: "/",
        httpMethod: "GET",
        expectedCodes: "200-299",
      },
    },
  },
);

conform("http check by HEAD", (stack) => stack.set({ healthCheck: { protocol: "http", method: "HEAD" } }), {
  aws: rejects("backendSet.healthCheck.method"),
  oci: rejects("backendSet.healthCheck.method"),
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "HTTP",
      lbMethod: "ROUND_ROBIN",
    },
    monitor: {
      poolId: { ref: "pool.id" },
      type: "HTTP",
      delay: 10,
      timeout: 5,
      maxRetries: 3,
      maxRetriesDown: 3,
      urlPath: "/",
      httpMethod: "HEAD",
      expectedCodes: "200",
    },
  },
});

conform("tcp check of requests", (stack) => stack.set({ healthCheck: { protocol: "tcp" } }), {
  aws: rejects("backendSet.healthCheck.protocol"),
  oci: {
    backendSet: {
      name: "pages--tcp",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      policy: "ROUND_ROBIN",
      healthChecker: {
        protocol: "TCP",
        intervalMs: 10000,
        isForcePlainText: false,
        port: 5000,
        timeoutInMillis: 3000,
        retries: 3,
      },
    },
  },
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "HTTP",
      lbMethod: "ROUND_ROBIN",
    },
    monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
  },
});

conform(
  "tcp check every 5 s",
  (stack) => stack.set({ protocol: "tcp", healthCheck: { protocol: "tcp", interval: 5, timeout: 3 } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "TCP",
        preserveClientIp: "false",
        healthCheck: {
          enabled: true,
          protocol: "TCP",
          port: "traffic-port",
          interval: 5,
          timeout: 3,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
        },
      },
    },
    oci: {
      networkBackendSet: {
        name: "pages",
        networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
        policy: "FIVE_TUPLE",
        isPreserveSource: false,
        healthChecker: { protocol: "TCP", intervalInMillis: 5000, port: 5000, timeoutInMillis: 3000, retries: 3 },
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "TCP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 5, timeout: 3, maxRetries: 3, maxRetriesDown: 3 },
    },
  },
);

conform(
  "ping every 5 s with 10 s to answer",
  (stack) => stack.set({ healthCheck: { protocol: "ping", interval: 5, timeout: 10, healthyThreshold: 4 } }),
  {
    aws: rejects("backendSet.healthCheck.protocol", "backendSet.healthCheck.timeout"),
    oci: rejects("backendSet.healthCheck.protocol", "backendSet.healthCheck.timeout"),
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: { poolId: { ref: "pool.id" }, type: "PING", delay: 5, timeout: 10, maxRetries: 4, maxRetriesDown: 3 },
    },
  },
);

conform(
  "two thresholds",
  (stack) => stack.set({ healthCheck: { protocol: "http", healthyThreshold: 2, unhealthyThreshold: 5 } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 30,
          timeout: 6,
          healthyThreshold: 2,
          unhealthyThreshold: 5,
          path: "/",
          matcher: "200",
        },
      },
    },
    oci: rejects("backendSet.healthCheck.healthyThreshold"),
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 5,
        maxRetries: 2,
        maxRetriesDown: 5,
        urlPath: "/",
        httpMethod: "GET",
        expectedCodes: "200",
      },
    },
  },
);
