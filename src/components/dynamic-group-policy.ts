import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import {
  type DynamicGroupPolicyArgs,
  type DynamicGroupPolicySpec,
  dynamicGroupPolicy,
} from "../spec/dynamic-group-policy.js";

/** The rights of instances on their cloud; nothing that is not named here is allowed. */
export class DynamicGroupPolicy extends Component<DynamicGroupPolicySpec> {
  /** Whom the cloud gives the rights: a role, a dynamic group, or a credential. */
  readonly principalId: Output<string>;

  constructor(name: string, args: DynamicGroupPolicyArgs, options?: ComponentResourceOptions) {
    super(dynamicGroupPolicy, name, args, options);
    this.principalId = this.output("principalId");
  }
}
