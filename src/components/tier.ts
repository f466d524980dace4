import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type TierArgs, type TierSpec, tier } from "../spec/tier.js";

/** A group of members with the rules about them; exists before anything in it. */
export class Tier extends Component<TierSpec> {
  /** The members' security group on its cloud. */
  readonly groupId: Output<string>;

  constructor(name: string, args: TierArgs, options?: ComponentResourceOptions) {
    super(tier, name, args, options);
    this.groupId = this.output("groupId");
  }
}
