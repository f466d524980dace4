import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type NetworkArgs, type NetworkSpec, network } from "../spec/network.js";

/** Where a stack stands: subnets over zones, with the ways in and out that were declared. */
export class Network extends Component<NetworkSpec> {
  /** The network's id on its cloud. */
  readonly networkId: Output<string>;

  constructor(name: string, args: NetworkArgs, options?: ComponentResourceOptions) {
    super(network, name, args, options);
    this.networkId = this.output("networkId");
  }
}
