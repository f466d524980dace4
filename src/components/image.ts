import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { Component } from "../core/component.js";
import { type ImageArgs, type ImageSpec, image } from "../spec/image.js";

/** An image of a running instance's disk. */
export class Image extends Component<ImageSpec> {
  /** The image's id on its cloud. */
  readonly imageId: Output<string>;

  constructor(name: string, args: ImageArgs, options?: ComponentResourceOptions) {
    super(image, name, args, options);
    this.imageId = this.output("imageId");
  }
}
