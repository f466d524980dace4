import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type ListenerArgs, type ListenerSpec, listener } from "../spec/listener.js";

/** A port that a balancer listens on, and where its requests or connections go. */
export class Listener extends Component<ListenerSpec> {
  /** Where clients find it, made of `hostname` when given and of the balancer's address otherwise. */
  readonly url: Output<string>;

  constructor(name: string, args: ListenerArgs, options?: ComponentResourceOptions) {
    super(listener, name, args, options);
    this.url = this.output("url");
  }
}
