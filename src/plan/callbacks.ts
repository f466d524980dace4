import { credentials, makeClientConstructor } from "@grpc/grpc-js";
import { type CallbacksClient, CallbacksService } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { type Callback, CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import { channelOptions } from "./channel.js";

/** The functions that a program lends to the engine. */
export interface Callbacks {
  readonly call: (callback: Callback, request: Uint8Array) => Promise<Uint8Array>;
  readonly close: () => void;
}

const Client = makeClientConstructor(CallbacksService, "Callbacks");

export function connectCallbacks(): Callbacks {
  const clients = new Map<string, CallbacksClient>();
  const clientOf = (target: string) => {
    const known = clients.get(target);
    if (known) return known;
    const fresh = new Client(target, credentials.createInsecure(), channelOptions) as unknown as CallbacksClient;
    clients.set(target, fresh);
    return fresh;
  };
  return {
    call: (callback, request) =>
      new Promise((resolve, reject) => {
        const message = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request);
        clientOf(callback.getTarget()).invoke(message, (error, response) => {
          if (error) reject(new Error(error.details));
          else resolve(response.getResponse_asU8());
        });
      }),
    close: () => {
      for (const client of clients.values()) client.close();
    },
  };
}
