import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type BackendSetArgs, type BackendSetSpec, backendSet } from "../spec/backend-set.js";

/** Members that share a balancer's work, and how they are found healthy. */
export class BackendSet extends Component<BackendSetSpec> {
  /** The set's id on its cloud: an ARN on AWS, a name on OCI, an id on OpenStack. */
  readonly backendSetId: Output<string>;

  constructor(name: string, args: BackendSetArgs, options?: ComponentResourceOptions) {
    super(backendSet, name, args, options);
    this.backendSetId = this.output("backendSetId");
  }
}
