import { conform, rejects } from "./harness.js";
import { withTier } from "./programs.js";

conform("round robin", (stack) => stack.set({ policy: "round-robin" }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "HTTP",
      loadBalancingAlgorithmType: "round_robin",
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 6,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        path: "/",
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
        urlPath: "/",
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
      timeout: 5,
      maxRetries: 3,
      maxRetriesDown: 3,
      urlPath: "/",
      httpMethod: "GET",
      expectedCodes: "200",
    },
  },
});

conform("least connections", (stack) => stack.set({ policy: "least-connections" }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "HTTP",
      loadBalancingAlgorithmType: "least_outstanding_requests",
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 6,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        path: "/",
        matcher: "200",
      },
    },
  },
  oci: {
    backendSet: {
      name: "pages",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      policy: "LEAST_CONNECTIONS",
      healthChecker: {
        protocol: "HTTP",
        intervalMs: 10000,
        isForcePlainText: false,
        port: 5000,
        timeoutInMillis: 3000,
        retries: 3,
        urlPath: "/",
        returnCode: 200,
        responseBodyRegex: ".*",
      },
    },
  },
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "HTTP",
      lbMethod: "LEAST_CONNECTIONS",
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
      expectedCodes: "200",
    },
  },
});

conform("source ip for requests", (stack) => stack.set({ policy: "source-ip" }), {
  aws: rejects("backendSet.policy"),
  oci: {
    backendSet: {
      name: "pages",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      policy: "IP_HASH",
      healthChecker: {
        protocol: "HTTP",
        intervalMs: 10000,
        isForcePlainText: false,
        port: 5000,
        timeoutInMillis: 3000,
        retries: 3,
        urlPath: "/",
        returnCode: 200,
        responseBodyRegex: ".*",
      },
    },
  },
  openstack: {
    pool: { loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" }, protocol: "HTTP", lbMethod: "SOURCE_IP" },
    monitor: {
      poolId: { ref: "pool.id" },
      type: "HTTP",
      delay: 10,
      timeout: 5,
      maxRetries: 3,
      maxRetriesDown: 3,
      urlPath: "/",
      httpMethod: "GET",
      expectedCodes: "200",
    },
  },
});

conform("source ip for connections", (stack) => stack.set({ protocol: "tcp", policy: "source-ip" }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "TCP",
      preserveClientIp: "false",
      stickiness: { type: "source_ip", enabled: true },
      healthCheck: {
        enabled: true,
        protocol: "TCP",
        port: "traffic-port",
        interval: 30,
        timeout: 10,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
      },
    },
  },
  oci: {
    networkBackendSet: {
      name: "pages",
      networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
      policy: "TWO_TUPLE",
      isPreserveSource: false,
      healthChecker: { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 },
    },
  },
  openstack: {
    pool: { loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" }, protocol: "TCP", lbMethod: "SOURCE_IP" },
    monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
  },
});

conform("round robin of connections", (stack) => stack.set({ protocol: "tcp", policy: "round-robin" }), {
  aws: rejects("backendSet.policy"),
  oci: {
    networkBackendSet: {
      name: "pages",
      networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
      policy: "FIVE_TUPLE",
      isPreserveSource: false,
      healthChecker: { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 },
    },
  },
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "TCP",
      lbMethod: "ROUND_ROBIN",
    },
    monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
  },
});

conform(
  "https to the members",
  (stack) => stack.set({ protocol: "https", healthCheck: { protocol: "https", path: "/hello" } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTPS",
        healthCheck: {
          enabled: true,
          protocol: "HTTPS",
          port: "traffic-port",
          interval: 30,
          timeout: 10,
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
        sslConfiguration: {
          protocols: ["TLSv1.2", "TLSv1.3"],
          cipherSuiteName: "oci-tls-12-13-wider-ssl-cipher-suite-v1",
          verifyPeerCertificate: false,
        },
      },
    },
    openstack: rejects("backendSet.protocol"),
  },
);

conform("a cookie of the balancer", (stack) => stack.set({ stickiness: { kind: "balancer-cookie" } }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "HTTP",
      stickiness: { type: "lb_cookie", enabled: true },
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 6,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        path: "/",
        matcher: "200",
      },
    },
  },
  oci: {
    backendSet: {
      name: "pages--cookie",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      policy: "ROUND_ROBIN",
      healthChecker: {
        protocol: "HTTP",
        intervalMs: 10000,
        isForcePlainText: false,
        port: 5000,
        timeoutInMillis: 3000,
        retries: 3,
        urlPath: "/",
        returnCode: 200,
        responseBodyRegex: ".*",
      },
      lbCookieSessionPersistenceConfiguration: {
        cookieName: "X-Oracle-BMC-LBS-Route",
        disableFallback: false,
        path: "/",
        isHttpOnly: true,
        isSecure: false,
      },
    },
  },
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "HTTP",
      lbMethod: "ROUND_ROBIN",
      persistence: { type: "HTTP_COOKIE" },
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
      expectedCodes: "200",
    },
  },
});

conform(
  "a cookie of the balancer for an hour",
  (stack) => stack.set({ stickiness: { kind: "balancer-cookie", duration: 3600 } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        stickiness: { type: "lb_cookie", enabled: true, cookieDuration: 3600 },
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 30,
          timeout: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/",
          matcher: "200",
        },
      },
    },
    oci: {
      backendSet: {
        name: "pages--timed-cookie",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        policy: "ROUND_ROBIN",
        healthChecker: {
          protocol: "HTTP",
          intervalMs: 10000,
          isForcePlainText: false,
          port: 5000,
          timeoutInMillis: 3000,
          retries: 3,
          urlPath: "/",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
        lbCookieSessionPersistenceConfiguration: {
          cookieName: "X-Oracle-BMC-LBS-Route",
          disableFallback: false,
          path: "/",
          isHttpOnly: true,
          isSecure: false,
          maxAgeInSeconds: 3600,
        },
      },
    },
    openstack: rejects("backendSet.stickiness.duration"),
  },
);

conform(
  "a cookie of the application",
  (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: "session" } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        stickiness: { type: "app_cookie", enabled: true, cookieName: "session" },
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          interval: 30,
          timeout: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/",
          matcher: "200",
        },
      },
    },
    oci: {
      backendSet: {
        name: "pages--own-cookie",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        policy: "ROUND_ROBIN",
        healthChecker: {
          protocol: "HTTP",
          intervalMs: 10000,
          isForcePlainText: false,
          port: 5000,
          timeoutInMillis: 3000,
          retries: 3,
          urlPath: "/",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
        sessionPersistenceConfiguration: { cookieName: "session", disableFallback: false },
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
        persistence: { type: "APP_COOKIE", cookieName: "session" },
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
        expectedCodes: "200",
      },
    },
  },
);

conform(
  "stickiness by the client's address",
  (stack) => stack.set({ protocol: "tcp", stickiness: { kind: "source-address" } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "instance",
        port: 5000,
        protocol: "TCP",
        preserveClientIp: "false",
        stickiness: { type: "source_ip", enabled: true },
        healthCheck: {
          enabled: true,
          protocol: "TCP",
          port: "traffic-port",
          interval: 30,
          timeout: 10,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
        },
      },
    },
    oci: {
      networkBackendSet: {
        name: "pages",
        networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
        policy: "TWO_TUPLE",
        isPreserveSource: false,
        healthChecker: { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 },
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "TCP",
        lbMethod: "ROUND_ROBIN",
        persistence: { type: "SOURCE_IP" },
      },
      monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
    },
  },
);

conform("time to drain", (stack) => stack.set({ drain: 120 }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "HTTP",
      deregistrationDelay: 120,
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 6,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        path: "/",
        matcher: "200",
      },
    },
  },
  oci: rejects("backendSet.drain"),
  openstack: rejects("backendSet.drain"),
});

conform("a slow start", (stack) => stack.set({ slowStart: 60 }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "HTTP",
      slowStart: 60,
      healthCheck: {
        enabled: true,
        protocol: "HTTP",
        port: "traffic-port",
        interval: 30,
        timeout: 6,
        healthyThreshold: 3,
        unhealthyThreshold: 3,
        path: "/",
        matcher: "200",
      },
    },
  },
  oci: rejects("backendSet.slowStart"),
  openstack: rejects("backendSet.slowStart"),
});

conform("client addresses kept", (stack) => stack.set({ protocol: "tcp", clientAddress: "kept" }), {
  aws: {
    targetGroup: {
      vpcId: { ref: "vpc.id", of: "network:shop" },
      targetType: "instance",
      port: 5000,
      protocol: "TCP",
      preserveClientIp: "true",
      healthCheck: {
        enabled: true,
        protocol: "TCP",
        port: "traffic-port",
        interval: 30,
        timeout: 10,
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
      isPreserveSource: true,
      healthChecker: { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 },
    },
  },
  openstack: rejects("backendSet.clientAddress"),
});

conform("client addresses replaced", (stack) => stack.set({ protocol: "tcp", clientAddress: "replaced" }), {
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
        interval: 30,
        timeout: 10,
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
      healthChecker: { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 },
    },
  },
  openstack: {
    pool: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      protocol: "TCP",
      lbMethod: "ROUND_ROBIN",
    },
    monitor: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
  },
});

conform(
  "two members",
  (stack) => stack.set({ members: { a: { address: "10.20.1.10" }, b: { address: "10.20.1.11", port: 5001 } } }),
  {
    aws: {
      targetGroup: {
        vpcId: { ref: "vpc.id", of: "network:shop" },
        targetType: "ip",
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
          matcher: "200",
        },
      },
      "member:a": { targetGroupArn: { ref: "targetGroup.arn" }, targetId: "10.20.1.10", port: 5000 },
      "member:b": { targetGroupArn: { ref: "targetGroup.arn" }, targetId: "10.20.1.11", port: 5001 },
      "egress:tcp-5000-10-20-1-10-32": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 5000,
        toPort: 5000,
        description: "egress tcp 5000 10-20-1-10-32",
        cidrIpv4: "10.20.1.10/32",
      },
      "egress:tcp-5001-10-20-1-11-32": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 5001,
        toPort: 5001,
        description: "egress tcp 5001 10-20-1-11-32",
        cidrIpv4: "10.20.1.11/32",
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
          port: 0,
          timeoutInMillis: 3000,
          retries: 3,
          urlPath: "/",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
      },
      "member:a": {
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        backendsetName: { ref: "backendSet.name" },
        ipAddress: "10.20.1.10",
        port: 5000,
        weight: 1,
        backup: false,
      },
      "member:b": {
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        backendsetName: { ref: "backendSet.name" },
        ipAddress: "10.20.1.11",
        port: 5001,
        weight: 1,
        backup: false,
      },
      "egress:tcp-5000-10-20-1-10-32": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { text: ["10.20.1.10", "/32"] },
        destinationType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
        description: "egress tcp 5000 10-20-1-10-32",
      },
      "egress:tcp-5001-10-20-1-11-32": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { text: ["10.20.1.11", "/32"] },
        destinationType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5001, max: 5001 } },
        description: "egress tcp 5001 10-20-1-11-32",
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      "member:a": { poolId: { ref: "pool.id" }, address: "10.20.1.10", protocolPort: 5000, weight: 1 },
      "member:b": { poolId: { ref: "pool.id" }, address: "10.20.1.11", protocolPort: 5001, weight: 1 },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 5,
        maxRetries: 3,
        maxRetriesDown: 3,
        urlPath: "/",
        httpMethod: "GET",
        expectedCodes: "200",
      },
    },
  },
);

conform(
  "members with weights",
  (stack) =>
    stack.set({ members: { a: { address: "10.20.1.10", weight: 3 }, b: { address: "10.20.1.11", backup: true } } }),
  {
    aws: rejects("backendSet.members.a.weight", "backendSet.members.b.backup"),
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
          urlPath: "/",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
      },
      "member:a": {
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        backendsetName: { ref: "backendSet.name" },
        ipAddress: "10.20.1.10",
        port: 5000,
        weight: 3,
        backup: false,
      },
      "member:b": {
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        backendsetName: { ref: "backendSet.name" },
        ipAddress: "10.20.1.11",
        port: 5000,
        weight: 1,
        backup: true,
      },
      "egress:tcp-5000-10-20-1-10-32": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { text: ["10.20.1.10", "/32"] },
        destinationType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
        description: "egress tcp 5000 10-20-1-10-32",
      },
      "egress:tcp-5000-10-20-1-11-32": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { text: ["10.20.1.11", "/32"] },
        destinationType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
        description: "egress tcp 5000 10-20-1-11-32",
      },
    },
    openstack: {
      pool: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "HTTP",
        lbMethod: "ROUND_ROBIN",
      },
      "member:a": { poolId: { ref: "pool.id" }, address: "10.20.1.10", protocolPort: 5000, weight: 3 },
      "member:b": { poolId: { ref: "pool.id" }, address: "10.20.1.11", protocolPort: 5000, weight: 1, backup: true },
      monitor: {
        poolId: { ref: "pool.id" },
        type: "HTTP",
        delay: 10,
        timeout: 5,
        maxRetries: 3,
        maxRetriesDown: 3,
        urlPath: "/",
        httpMethod: "GET",
        expectedCodes: "200",
      },
    },
  },
);

conform(
  "members in a tier, asked on another port",
  (stack) =>
    withTier(stack, (network, web) =>
      stack.set({
        loadBalancer: stack.balancer({ network }),
        tier: web,
        healthCheck: { protocol: "http", port: 8081 },
      }),
    ),
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
          port: "8081",
          interval: 30,
          timeout: 6,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
          path: "/",
          matcher: "200",
        },
      },
      "egress:tcp-5000-tier-web": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 5000,
        toPort: 5000,
        description: "egress tcp 5000 tier-web",
        referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
      },
      "ingress:tcp-5000-balancer-front": {
        securityGroupId: { ref: "group.id", of: "tier:web" },
        ipProtocol: "tcp",
        fromPort: 5000,
        toPort: 5000,
        description: "ingress tcp 5000 balancer-front",
        referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      },
      "egress:tcp-8081-tier-web": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 8081,
        toPort: 8081,
        description: "egress tcp 8081 tier-web",
        referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
      },
      "ingress:tcp-8081-balancer-front": {
        securityGroupId: { ref: "group.id", of: "tier:web" },
        ipProtocol: "tcp",
        fromPort: 8081,
        toPort: 8081,
        description: "ingress tcp 8081 balancer-front",
        referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
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
          port: 8081,
          timeoutInMillis: 3000,
          retries: 3,
          urlPath: "/",
          returnCode: 200,
          responseBodyRegex: ".*",
        },
      },
      "egress:tcp-5000-tier-web": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { ref: "group.id", of: "tier:web" },
        destinationType: "NETWORK_SECURITY_GROUP",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
        description: "egress tcp 5000 tier-web",
      },
      "egress:tcp-8081-tier-web": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "EGRESS",
        protocol: "6",
        destination: { ref: "group.id", of: "tier:web" },
        destinationType: "NETWORK_SECURITY_GROUP",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 8081, max: 8081 } },
        description: "egress tcp 8081 tier-web",
      },
      "ingress:tcp-5000-balancer-front": {
        networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
        direction: "INGRESS",
        protocol: "6",
        source: { ref: "group.id", of: "loadBalancer:front" },
        sourceType: "NETWORK_SECURITY_GROUP",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
        description: "ingress tcp 5000 balancer-front",
      },
      "ingress:tcp-8081-balancer-front": {
        networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
        direction: "INGRESS",
        protocol: "6",
        source: { ref: "group.id", of: "loadBalancer:front" },
        sourceType: "NETWORK_SECURITY_GROUP",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 8081, max: 8081 } },
        description: "ingress tcp 8081 balancer-front",
      },
    },
    openstack: {
      "ingress:tcp-5000-10-20-0-0-17": {
        securityGroupId: { ref: "group.id", of: "tier:web" },
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        portRangeMin: 5000,
        portRangeMax: 5000,
        remoteIpPrefix: "10.20.0.0/17",
      },
      "ingress:tcp-8081-10-20-0-0-17": {
        securityGroupId: { ref: "group.id", of: "tier:web" },
        direction: "ingress",
        ethertype: "IPv4",
        protocol: "tcp",
        portRangeMin: 8081,
        portRangeMax: 8081,
        remoteIpPrefix: "10.20.0.0/17",
      },
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
        expectedCodes: "200",
      },
    },
  },
);
