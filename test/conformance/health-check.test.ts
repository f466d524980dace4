import { conform } from "./harness.js";

conform(
  "http check of /hello every 10 s",
  (stack) =>
    stack.set({ healthCheck: { protocol: "http", path: "/hello", interval: 10, timeout: 3, unhealthyThreshold: 3 } }),
  {
    aws: {
      targetGroup: {
        vpcId: { of: "network:shop", ref: "vpc.id" },
        targetType: "instance",
        port: 5000,
        protocol: "HTTP",
        healthCheck: {
          enabled: true,
          protocol: "HTTP",
          port: "traffic-port",
          path: "/hello",
          matcher: "200",
          interval: 10,
          timeout: 3,
          healthyThreshold: 3,
          unhealthyThreshold: 3,
        },
      },
    },
  },
);
