import { conform, rejects } from "./harness.js";
import { pem, redirected, routed, withTier } from "./programs.js";

/** Octavia's own, which the provider would keep as they were if they were left out. */
const always = {
  timeoutClientData: 50_000,
  timeoutMemberData: 50_000,
  timeoutMemberConnect: 5000,
  timeoutTcpInspect: 0,
  connectionLimit: -1,
};

conform("http on 80", (stack) => stack.listener(), {
  aws: {
    "ingress:tcp-80-internet": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "ingress tcp 80 internet",
      cidrIpv4: "0.0.0.0/0",
    },
    listener: {
      loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
    },
  },
  oci: {
    "ingress:tcp-80-internet": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: "0.0.0.0/0",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 internet",
    },
    listener: {
      name: "web",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "60" },
    },
  },
  openstack: {
    listener: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      ...always,
      protocol: "HTTP",
      protocolPort: 80,
      defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
      insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
    },
  },
});

conform(
  "https on 443 with a certificate of the settings",
  (stack) => stack.listener({ protocol: "https", port: 443, certificate: "shop" }),
  {
    aws: {
      "ingress:tcp-443-internet": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "ingress tcp 443 internet",
        cidrIpv4: "0.0.0.0/0",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTPS",
        certificateArn: "arn:aws:acm:ap-northeast-2:123456789012:certificate/demo",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: {
      "ingress:tcp-443-internet": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: "0.0.0.0/0",
        sourceType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 443, max: 443 } },
        description: "ingress tcp 443 internet",
      },
      listener: {
        name: "web",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTP",
        defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
        connectionConfiguration: { idleTimeoutInSeconds: "60" },
        sslConfiguration: {
          certificateIds: ["ocid1.certificate.oc1..demo"],
          protocols: ["TLSv1.2", "TLSv1.3"],
          cipherSuiteName: "oci-tls-12-13-wider-ssl-cipher-suite-v1",
          verifyPeerCertificate: false,
        },
      },
    },
    openstack: {
      listener: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        ...always,
        protocol: "TERMINATED_HTTPS",
        protocolPort: 443,
        defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
        defaultTlsContainerRef: "https://barbican.example.com/v1/containers/5f6c1d0a-9f1e-4b44-8f0e-2b7f5f2d9c11",
        insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
      },
    },
  },
);

conform(
  "https with PEM texts and TLS 1.3",
  (stack) => stack.listener({ protocol: "https", port: 443, certificate: pem, minimumTls: "1.3" }),
  {
    aws: {
      "certificate:5a68c304": {
        certificateBody: "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
        privateKey: { secret: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n" },
        certificateChain: "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
      },
      "ingress:tcp-443-internet": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "ingress tcp 443 internet",
        cidrIpv4: "0.0.0.0/0",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTPS",
        certificateArn: { ref: "certificate:5a68c304.arn" },
        sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: {
      "ingress:tcp-443-internet": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: "0.0.0.0/0",
        sourceType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 443, max: 443 } },
        description: "ingress tcp 443 internet",
      },
      "certificate:5a68c304": {
        certificateName: "web--0fc5b62f2a18a034",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        publicCertificate: {
          text: [
            "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
            "\n",
            "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
          ],
        },
        privateKey: { secret: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n" },
      },
      listener: {
        name: "web--pem",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTP",
        defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
        connectionConfiguration: { idleTimeoutInSeconds: "60" },
        sslConfiguration: {
          certificateName: { ref: "certificate:5a68c304.certificateName" },
          protocols: ["TLSv1.3"],
          cipherSuiteName: "oci-tls-13-recommended-ssl-cipher-suite-v1",
          verifyPeerCertificate: false,
        },
      },
    },
    openstack: rejects("listener.minimumTls"),
  },
);

conform(
  "https with PEM texts",
  (stack) => stack.listener({ protocol: "https", port: 443, certificate: pem, hostname: "shop.example.com" }),
  {
    aws: {
      "certificate:5a68c304": {
        certificateBody: "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
        privateKey: { secret: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n" },
        certificateChain: "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
      },
      "ingress:tcp-443-internet": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "ingress tcp 443 internet",
        cidrIpv4: "0.0.0.0/0",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTPS",
        certificateArn: { ref: "certificate:5a68c304.arn" },
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: {
      "ingress:tcp-443-internet": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: "0.0.0.0/0",
        sourceType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 443, max: 443 } },
        description: "ingress tcp 443 internet",
      },
      "certificate:5a68c304": {
        certificateName: "web--0fc5b62f2a18a034",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        publicCertificate: {
          text: [
            "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
            "\n",
            "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
          ],
        },
        privateKey: { secret: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n" },
      },
      listener: {
        name: "web--pem",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        port: 443,
        protocol: "HTTP",
        defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
        connectionConfiguration: { idleTimeoutInSeconds: "60" },
        sslConfiguration: {
          certificateName: { ref: "certificate:5a68c304.certificateName" },
          protocols: ["TLSv1.2", "TLSv1.3"],
          cipherSuiteName: "oci-tls-12-13-wider-ssl-cipher-suite-v1",
          verifyPeerCertificate: false,
        },
      },
    },
    openstack: {
      "publicCertificate:5a68c304": {
        payload: "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
        payloadContentType: "text/plain",
        secretType: "certificate",
      },
      "privateKey:5a68c304": {
        payload: { secret: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n" },
        payloadContentType: "text/plain",
        secretType: "private",
      },
      "chain:5a68c304": {
        payload: "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n",
        payloadContentType: "text/plain",
        secretType: "certificate",
      },
      "certificate:5a68c304": {
        type: "certificate",
        secretRefs: [
          { name: "certificate", secretRef: { ref: "publicCertificate:5a68c304.secretRef" } },
          { name: "private_key", secretRef: { ref: "privateKey:5a68c304.secretRef" } },
          { name: "intermediates", secretRef: { ref: "chain:5a68c304.secretRef" } },
        ],
      },
      listener: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        ...always,
        protocol: "TERMINATED_HTTPS",
        protocolPort: 443,
        defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
        defaultTlsContainerRef: { ref: "certificate:5a68c304.containerRef" },
        insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
      },
    },
  },
);

conform("http that redirects to https with a hostname", (stack) => redirected(stack, "shop.example.com"), {
  aws: {
    "ingress:tcp-80-internet": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "ingress tcp 80 internet",
      cidrIpv4: "0.0.0.0/0",
    },
    listener: {
      loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    },
  },
  oci: {
    "ingress:tcp-80-internet": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: "0.0.0.0/0",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 internet",
    },
    redirect: {
      name: "http_redirect",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      items: [
        {
          action: "REDIRECT",
          conditions: [{ attributeName: "PATH", attributeValue: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" }],
          redirectUri: { protocol: "HTTPS", host: "{host}", port: 443, path: "{path}", query: "{query}" },
          responseCode: 301,
        },
      ],
    },
    listener: {
      name: "http--redirect",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "60" },
      ruleSetNames: [{ ref: "redirect.name" }],
    },
  },
  openstack: {
    listener: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      ...always,
      protocol: "HTTP",
      protocolPort: 80,
      insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
    },
    redirect: {
      listenerId: { ref: "listener.id" },
      action: "REDIRECT_TO_URL",
      redirectUrl: "https://shop.example.com",
      position: 1,
    },
    redirectPath: { l7policyId: { ref: "redirect.id" }, type: "PATH", compareType: "STARTS_WITH", value: "/" },
  },
});

conform("http that redirects to https without a hostname", (stack) => redirected(stack), {
  aws: {
    "ingress:tcp-80-internet": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "ingress tcp 80 internet",
      cidrIpv4: "0.0.0.0/0",
    },
    listener: {
      loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    },
  },
  oci: {
    "ingress:tcp-80-internet": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: "0.0.0.0/0",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 internet",
    },
    redirect: {
      name: "http_redirect",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      items: [
        {
          action: "REDIRECT",
          conditions: [{ attributeName: "PATH", attributeValue: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" }],
          redirectUri: { protocol: "HTTPS", host: "{host}", port: 443, path: "{path}", query: "{query}" },
          responseCode: 301,
        },
      ],
    },
    listener: {
      name: "http--redirect",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "60" },
      ruleSetNames: [{ ref: "redirect.name" }],
    },
  },
  openstack: rejects("listener.redirect"),
});

conform("routes by host and path", (stack) => routed(stack), {
  aws: {
    "ingress:tcp-80-internet": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "ingress tcp 80 internet",
      cidrIpv4: "0.0.0.0/0",
    },
    listener: {
      loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
    },
    "route:1": {
      listenerArn: { ref: "listener.arn" },
      priority: 1,
      conditions: [{ pathPattern: { values: ["/api/*"] } }],
      actions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/api" } }],
      tags: { Name: "api" },
    },
    "route:2": {
      listenerArn: { ref: "listener.arn" },
      priority: 2,
      conditions: [{ hostHeader: { values: ["admin.example.com"] } }, { pathPattern: { values: ["/admin"] } }],
      actions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/api" } }],
      tags: { Name: "admin" },
    },
    "route:3": {
      listenerArn: { ref: "listener.arn" },
      priority: 3,
      conditions: [{ hostHeader: { values: ["*.partners.example.com"] } }],
      actions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/api" } }],
      tags: { Name: "partners" },
    },
  },
  oci: {
    "ingress:tcp-80-internet": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: "0.0.0.0/0",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 internet",
    },
    routes: {
      name: "web_routes",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      conditionLanguageVersion: "V1",
      rules: [
        {
          name: "api",
          condition: "all(http.request.url.path sw '/api/')",
          actions: [
            { name: "FORWARD_TO_BACKENDSET", backendSetName: { ref: "backendSet.name", of: "backendSet:front/api" } },
          ],
        },
        {
          name: "admin",
          condition:
            "all(http.request.headers[(i 'host')] eq (i 'admin.example.com'), http.request.url.path eq '/admin')",
          actions: [
            { name: "FORWARD_TO_BACKENDSET", backendSetName: { ref: "backendSet.name", of: "backendSet:front/api" } },
          ],
        },
        {
          name: "partners",
          condition: "all(http.request.headers[(i 'host')][0] ew (i '.partners.example.com'))",
          actions: [
            { name: "FORWARD_TO_BACKENDSET", backendSetName: { ref: "backendSet.name", of: "backendSet:front/api" } },
          ],
        },
      ],
    },
    listener: {
      name: "web--routes",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "60" },
      routingPolicyName: { ref: "routes.name" },
    },
  },
  openstack: {
    listener: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      ...always,
      protocol: "HTTP",
      protocolPort: 80,
      defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
      insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
    },
    "route:api": {
      listenerId: { ref: "listener.id" },
      action: "REDIRECT_TO_POOL",
      redirectPoolId: { ref: "pool.id", of: "backendSet:front/api" },
      position: 1,
    },
    "routePath:api": { l7policyId: { ref: "route:api.id" }, type: "PATH", compareType: "STARTS_WITH", value: "/api/" },
    "route:admin": {
      listenerId: { ref: "listener.id" },
      action: "REDIRECT_TO_POOL",
      redirectPoolId: { ref: "pool.id", of: "backendSet:front/api" },
      position: 2,
    },
    "routeHost:admin": {
      l7policyId: { ref: "route:admin.id" },
      type: "HOST_NAME",
      compareType: "EQUAL_TO",
      value: "admin.example.com",
    },
    "routePath:admin": {
      l7policyId: { ref: "route:admin.id" },
      type: "PATH",
      compareType: "EQUAL_TO",
      value: "/admin",
    },
    "route:partners": {
      listenerId: { ref: "listener.id" },
      action: "REDIRECT_TO_POOL",
      redirectPoolId: { ref: "pool.id", of: "backendSet:front/api" },
      position: 3,
    },
    "routeHost:partners": {
      l7policyId: { ref: "route:partners.id" },
      type: "HOST_NAME",
      compareType: "ENDS_WITH",
      value: ".partners.example.com",
    },
  },
});

conform(
  "tcp with an idle timeout",
  (stack) =>
    stack.listener({ protocol: "tcp", port: 9000, idleTimeout: 120, backendSet: stack.set({ protocol: "tcp" }) }),
  {
    aws: {
      "ingress:tcp-9000-internet": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 9000,
        toPort: 9000,
        description: "ingress tcp 9000 internet",
        cidrIpv4: "0.0.0.0/0",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 9000,
        protocol: "TCP",
        tcpIdleTimeoutSeconds: 120,
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: {
      "ingress:tcp-9000-internet": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: "0.0.0.0/0",
        sourceType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 9000, max: 9000 } },
        description: "ingress tcp 9000 internet",
      },
      networkListener: {
        name: "web",
        networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
        port: 9000,
        protocol: "TCP",
        defaultBackendSetName: { ref: "networkBackendSet.name", of: "backendSet:front/pages" },
        tcpIdleTimeout: 120,
        isPpv2enabled: false,
        ipVersion: "IPV4",
      },
    },
    openstack: {
      listener: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        ...always,
        protocol: "TCP",
        protocolPort: 9000,
        defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
        timeoutClientData: 120000,
        timeoutMemberData: 120000,
      },
    },
  },
);

conform("http with an idle timeout", (stack) => stack.listener({ idleTimeout: 120 }), {
  aws: rejects("listener.idleTimeout"),
  oci: {
    "ingress:tcp-80-internet": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: "0.0.0.0/0",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 internet",
    },
    listener: {
      name: "web",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "120" },
    },
  },
  openstack: {
    listener: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      ...always,
      protocol: "HTTP",
      protocolPort: 80,
      defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
      timeoutClientData: 120000,
      timeoutMemberData: 120000,
      insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
    },
  },
});

conform(
  "tls on a network balancer",
  (stack) =>
    stack.listener({ protocol: "tls", port: 443, certificate: "shop", backendSet: stack.set({ protocol: "tcp" }) }),
  {
    aws: {
      "ingress:tcp-443-internet": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "ingress tcp 443 internet",
        cidrIpv4: "0.0.0.0/0",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 443,
        protocol: "TLS",
        certificateArn: "arn:aws:acm:ap-northeast-2:123456789012:certificate/demo",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: rejects("listener.protocol"),
    openstack: rejects("listener.protocol"),
  },
);

conform(
  "a listener for one tier and one range",
  (stack) =>
    withTier(stack, (network, web) =>
      stack.listener({
        port: 8080,
        backendSet: stack.set({
          loadBalancer: stack.balancer({ network, visibility: "private", allowFrom: [web, "10.99.0.0/16"] }),
        }),
      }),
    ),
  {
    aws: {
      "ingress:tcp-8080-tier-web": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 8080,
        toPort: 8080,
        description: "ingress tcp 8080 tier-web",
        referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
      },
      "ingress:tcp-8080-10-99-0-0-16": {
        securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        ipProtocol: "tcp",
        fromPort: 8080,
        toPort: 8080,
        description: "ingress tcp 8080 10-99-0-0-16",
        cidrIpv4: "10.99.0.0/16",
      },
      listener: {
        loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
        port: 8080,
        protocol: "HTTP",
        defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
      },
    },
    oci: {
      "ingress:tcp-8080-tier-web": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: { ref: "group.id", of: "tier:web" },
        sourceType: "NETWORK_SECURITY_GROUP",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 8080, max: 8080 } },
        description: "ingress tcp 8080 tier-web",
      },
      "ingress:tcp-8080-10-99-0-0-16": {
        networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
        direction: "INGRESS",
        protocol: "6",
        source: "10.99.0.0/16",
        sourceType: "CIDR_BLOCK",
        stateless: false,
        tcpOptions: { destinationPortRange: { min: 8080, max: 8080 } },
        description: "ingress tcp 8080 10-99-0-0-16",
      },
      listener: {
        name: "web",
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        port: 8080,
        protocol: "HTTP",
        defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
        connectionConfiguration: { idleTimeoutInSeconds: "60" },
      },
    },
    openstack: {
      listener: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        ...always,
        protocol: "HTTP",
        protocolPort: 8080,
        defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
        allowedCidrs: ["10.20.128.0/17", "10.99.0.0/16"],
        insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
      },
    },
  },
);
