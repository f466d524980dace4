import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engineProto from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse, type InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { answerCall, answerInvoke, answerRead } from "./calls.js";
import { channelOptions } from "./channel.js";
import { type Engine, type LogLine, type Registration, stackType } from "./engine.js";
import { messageOf } from "./errors.js";
import { register } from "./register.js";
import { Empty } from "./sdk.js";
import { sourceOf } from "./source.js";
import { envelope, fromStruct, isWires, kindOf, mapValues, toStruct, type Wire, type Wires } from "./wire.js";

const features = new Set([
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "replacementTrigger",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
]);

/** The engine and its resource monitor on a free local port; whatever it does not know is answered UNIMPLEMENTED. */
export async function serve(engine: Engine): Promise<{ address: string; close: () => void }> {
  const server = new Server(channelOptions);
  server.addService(ResourceMonitorService, monitorOf(engine));
  server.addService(EngineService, engineOf(engine));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    );
  });
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

function monitorOf(engine: Engine): UntypedServiceImplementation {
  return {
    supportsFeature: unary((request: proto.SupportsFeatureRequest) =>
      new proto.SupportsFeatureResponse().setHassupport(features.has(request.getId())),
    ),
    registerResource: unary(async (request: proto.RegisterResourceRequest) =>
      registered(request, await register(engine, request)),
    ),
    registerResourceOutputs: unary((request: proto.RegisterResourceOutputsRequest) => {
      engine.outputs.set(request.getUrn(), fromStruct(request.getOutputs()));
      return new Empty();
    }),
    invoke: unary(async (request: proto.ResourceInvokeRequest) => {
      const answer = await answerInvoke(engine, request.getTok(), fromStruct(request.getArgs()));
      return new InvokeAnswer().setReturn(toStruct(answer));
    }),
    call: unary((request: proto.ResourceCallRequest) =>
      new CallResponse().setReturn(toStruct(answerCall(engine, request.getTok()))),
    ),
    readResource: unary((request: proto.ReadResourceRequest) => read(engine, request)),
    registerPackage: unary((request: proto.RegisterPackageRequest) => registerPackage(engine, request)),
    registerStackTransform: unary((callback: Callback) => kept(engine.stackTransforms, callback)),
    registerStackInvokeTransform: unary((callback: Callback) => kept(engine.invokeTransforms, callback)),
    registerResourceHook: unary(() => new Empty()),
    registerErrorHook: unary(() => new Empty()),
    signalAndWaitForShutdown: unary(() => {
      engine.finished = true;
      return new Empty();
    }),
  };
}

function engineOf(engine: Engine): UntypedServiceImplementation {
  return {
    log: unary((request: engineProto.LogRequest) => {
      const severity = severities[request.getSeverity()];
      if (severity) engine.logs.push({ severity, message: request.getMessage(), urn: request.getUrn() });
      return new Empty();
    }),
    getRootResource: unary(() => new engineProto.GetRootResourceResponse().setUrn(engine.root)),
    setRootResource: unary((request: engineProto.SetRootResourceRequest) => {
      engine.root = request.getUrn();
      return new engineProto.SetRootResourceResponse();
    }),
    startDebugging: unary(() => new Empty()),
    requirePulumiVersion: unary(() => new engineProto.RequirePulumiVersionResponse()),
  };
}

const severities: readonly (LogLine["severity"] | undefined)[] = ["debug", "info", "warning", "error"];

/** Its class changed its name between releases of the SDK. */
const { responseType: InvokeAnswer } = ResourceMonitorService.invoke as unknown as {
  responseType: new () => InvokeResponse;
};

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return ({ request }, callback) => {
    Promise.resolve(request)
      .then(answer)
      .then(
        (response) => callback(null, response),
        (error: unknown) => callback({ code: status.UNKNOWN, details: messageOf(error) }),
      );
  };
}

/** A preview: no id, and as outputs what went in. */
function registered(
  request: proto.RegisterResourceRequest,
  { urn, inputs, options, type }: Registration,
): proto.RegisterResourceResponse {
  const echoed =
    request.getCustom() && type !== stackType ? withSecrets(inputs, options.additionalSecretOutputs ?? []) : {};
  return new proto.RegisterResourceResponse().setUrn(urn).setObject(toStruct(echoed));
}

function withSecrets(inputs: Wires, names: readonly string[]): Wires {
  return mapValues(inputs, (value: Wire, key) => {
    const already = isWires(value) && kindOf(value) === "secret";
    return names.includes(key) && !already ? envelope("secret", { value }) : value;
  });
}

function read(engine: Engine, request: proto.ReadResourceRequest): proto.ReadResourceResponse {
  const { urn, properties } = answerRead(engine, {
    type: request.getType(),
    name: request.getName(),
    id: request.getId(),
    parent: request.getParent() || undefined,
    inputs: fromStruct(request.getProperties()),
    dependencies: request.getDependenciesList(),
    provider: request.getProvider(),
    version: request.getVersion(),
    url: request.getPlugindownloadurl(),
    source: sourceOf(engine.project, request),
  });
  return new proto.ReadResourceResponse().setUrn(urn).setProperties(toStruct(properties));
}

function registerPackage(engine: Engine, request: proto.RegisterPackageRequest): proto.RegisterPackageResponse {
  const own = request.getParameterization();
  const [name, version] = own ? [own.getName(), own.getVersion()] : [request.getName(), request.getVersion()];
  const ref = `${name}@${version}`;
  engine.packages.set(ref, { name, version, url: request.getDownloadUrl() });
  return new proto.RegisterPackageResponse().setRef(ref);
}

function kept(callbacks: Callback[], callback: Callback) {
  callbacks.push(callback);
  return new Empty();
}
