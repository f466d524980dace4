/** Waits of the library that the hand-written program lacks. */
export interface Reason {
  readonly reason: string;
  readonly edges: readonly string[];
}

/** Of `examples/web-stack` on OpenStack, against `test/e2e/programs/by-hand`. */
export const reasons: readonly Reason[] = [
  {
    reason: "what a server runs first may fetch from outside, so the way out is there before it",
    edges: [
      "Instance app-instance-0 waits for RouterInterface shop-private-interface",
      "Instance app-instance-1 waits for RouterInterface shop-private-interface",
      "StackV1 web-stack waits for RouterInterface shop-private-interface",
    ],
  },
  {
    reason: "a server admits its balancer from its first second, and is not found sick for want of a rule",
    edges: [
      "Instance app-instance-0 waits for SecGroupRule app-ingress-tcp-8080-10-20-0-0-17",
      "Instance app-instance-1 waits for SecGroupRule app-ingress-tcp-8080-10-20-0-0-17",
      "StackV1 web-stack waits for SecGroupRule web-ingress-tcp-5000-10-20-0-0-17",
    ],
  },
  {
    reason:
      "a monitor that is made while members change can be refused for good: terraform-provider-openstack issue 1350",
    edges: [
      "Member app-member-0-inner-app waits for Monitor app-monitor",
      "Member app-member-1-inner-app waits for Monitor app-monitor",
      "StackV1 web-stack waits for Monitor pages-monitor",
    ],
  },
  {
    reason: "nobody is sent to a set that is not checked yet",
    edges: [
      "Listener app-listener waits for Monitor app-monitor",
      "Listener https-listener waits for Monitor pages-monitor",
    ],
  },
  {
    reason:
      "the address is read from the port, which keeps it when its server is replaced; the server waits for that port anyway",
    edges: [
      "Member app-member-0-inner-app waits for Port app-port-0",
      "Member app-member-1-inner-app waits for Port app-port-1",
    ],
  },
];

/** Waits of the hand-written program, nothing shorter between them, that the library has through others. */
export const roundabout: readonly Reason[] = [
  {
    reason: "through the set's monitor, which waits for its pool",
    edges: [
      "Listener app-listener waits for Pool app-pool",
      "Listener https-listener waits for Pool pages-pool-sticky",
      "Member app-member-0-inner-app waits for Pool app-pool",
      "Member app-member-1-inner-app waits for Pool app-pool",
      "StackV1 web-stack waits for Pool pages-pool-sticky",
    ],
  },
  {
    reason: "through the rule, which waits for its group",
    edges: ["StackV1 web-stack waits for SecGroup web-group"],
  },
  {
    reason: "through the router's interface, which waits for its subnet",
    edges: ["StackV1 web-stack waits for Subnet shop-private"],
  },
];

export function edgesIn(listed: readonly Reason[]): string[] {
  return listed.flatMap(({ edges }) => edges).sort();
}
