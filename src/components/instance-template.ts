import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type InstanceTemplateArgs, type InstanceTemplateSpec, instanceTemplate } from "../spec/instance-template.js";

/** What the instances of a pool are made of; makes none by itself. */
export class InstanceTemplate extends Component<InstanceTemplateSpec> {
  /** The template's id on its cloud; unset where templates are no object of their own. */
  readonly templateId: Output<string | undefined>;

  constructor(name: string, args: InstanceTemplateArgs, options?: ComponentResourceOptions) {
    super(instanceTemplate, name, args, options);
    this.templateId = this.output("templateId");
  }
}
