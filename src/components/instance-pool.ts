import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type InstancePoolArgs, type InstancePoolSpec, instancePool } from "../spec/instance-pool.js";

/** Instances of one template, spread over the subnets of their tier, and members of backend sets. */
export class InstancePool extends Component<InstancePoolSpec> {
  /** The group's id on its cloud; unset where instances stand alone. */
  readonly groupId: Output<string | undefined>;

  constructor(name: string, args: InstancePoolArgs, options?: ComponentResourceOptions) {
    super(instancePool, name, args, options);
    this.groupId = this.output("groupId");
  }
}
