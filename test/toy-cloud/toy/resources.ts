import * as pulumi from "@pulumi/pulumi";
import type { ResourceClass } from "../../../src/core/cloud.js";
import { resourcesOf } from "../../../src/core/planned.js";

/** The toy's own API: every type that it may make. */
interface Types {
  "toy:index/room:Room": { range: string; corners: number; labels?: Record<string, string>; label?: string };
  "toy:index/crew:Crew": { room: string; charter: string; label?: string };
  "toy:index/door:Door": { room: string; open: boolean; style: string; guests: string[]; label?: string };
  "toy:index/desk:Desk": {
    door: string;
    number: number;
    manner: string;
    check: string;
    queue?: string;
    label?: string;
  };
  "toy:index/bell:Bell": { door: string; number: number; manner: string; desk: string; seal?: string; label?: string };
  "toy:index/pattern:Pattern": {
    crew: string;
    kit: string;
    size: string;
    says?: string;
    pockets?: number;
    label?: string;
  };
  "toy:index/shelf:Shelf": {
    pattern: string;
    desks: string[];
    toys: number;
    most?: number;
    watches?: string;
    near?: number;
    label?: string;
  };
}

export const resource = resourcesOf<Types>();

export const load = (type: string): ResourceClass =>
  class extends pulumi.CustomResource {
    declare readonly address: pulumi.Output<string>;

    constructor(name: string, args: object, options: pulumi.CustomResourceOptions) {
      super(type, name, { ...args, address: undefined }, options);
    }
  };

export function labelled(physicalName: string | undefined): { label?: string } {
  return physicalName === undefined ? {} : { label: physicalName };
}
