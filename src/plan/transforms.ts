import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  type TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Engine } from "./engine.js";
import { fromStruct, toStruct, type Wires } from "./wire.js";

/** A resource on its way through the transforms. */
export interface Draft {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string | undefined;
  readonly inputs: Wires;
  readonly options: TransformResourceOptions;
}

/** Its own transforms first, then those of everything above it, then the stack's. */
export async function transformResource(engine: Engine, draft: Draft, own: readonly Callback[]): Promise<Draft> {
  const inherited = ancestors(engine, draft.parent).flatMap(({ transforms }) => transforms);
  let current = draft;
  for (const callback of [...own, ...inherited, ...engine.stackTransforms]) {
    current = await applyTransform(engine, callback, current);
  }
  return current;
}

export async function transformInvoke(engine: Engine, token: string, args: Wires): Promise<Wires> {
  let current = args;
  for (const callback of engine.invokeTransforms) {
    const request = new TransformInvokeRequest()
      .setToken(token)
      .setArgs(toStruct(current))
      .setOptions(new TransformInvokeOptions());
    const bytes = await engine.callbacks.call(callback, request.serializeBinary());
    const response = TransformInvokeResponse.deserializeBinary(bytes);
    current = response.hasArgs() ? fromStruct(response.getArgs()) : current;
  }
  return current;
}

export function ancestors({ registrations }: Engine, urn: string | undefined) {
  const found = [];
  for (
    let next = urn && registrations.get(urn);
    next;
    next = next.parent ? registrations.get(next.parent) : undefined
  ) {
    found.push(next);
  }
  return found;
}

async function applyTransform({ callbacks }: Engine, callback: Callback, draft: Draft): Promise<Draft> {
  const request = new TransformRequest()
    .setType(draft.type)
    .setName(draft.name)
    .setCustom(draft.custom)
    .setParent(draft.parent ?? "")
    .setProperties(toStruct(draft.inputs))
    .setOptions(draft.options);
  const response = TransformResponse.deserializeBinary(await callbacks.call(callback, request.serializeBinary()));
  return {
    ...draft,
    inputs: response.hasProperties() ? fromStruct(response.getProperties()) : draft.inputs,
    options: response.getOptions() ?? draft.options,
  };
}
