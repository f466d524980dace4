import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type LoadBalancerArgs, type LoadBalancerSpec, loadBalancer } from "../spec/load-balancer.js";

/** Takes connections and spreads them over backend sets; closed but for its listeners' ports. */
export class LoadBalancer extends Component<LoadBalancerSpec> {
  /** Where clients find it: a DNS name on AWS, an IP address elsewhere. */
  readonly address: Output<string>;
  /** The balancer's id on its cloud. */
  readonly loadBalancerId: Output<string>;

  constructor(name: string, args: LoadBalancerArgs, options?: ComponentResourceOptions) {
    super(loadBalancer, name, args, options);
    this.address = this.output("address");
    this.loadBalancerId = this.output("loadBalancerId");
  }
}
