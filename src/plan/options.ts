import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { type RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { Registration } from "./engine.js";
import type { PlanAlias, PlanOptions } from "./model.js";
import { type Reader, readValue } from "./values.js";
import type { Wire } from "./wire.js";

/** The options of a request in the form that transforms take, with what its parent hands down. */
export function optionsOf(
  request: RegisterResourceRequest,
  parent: Registration | undefined,
): TransformResourceOptions {
  const options = new TransformResourceOptions()
    .setImport(request.getImportid())
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setVersion(request.getVersion())
    .setAliasesList(request.getAliasesList())
    .setHideDiffList(request.getHidediffsList())
    .setPluginDownloadUrl(request.getPlugindownloadurl())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setCustomTimeouts(request.getCustomtimeouts())
    .setHooks(request.getHooks())
    .setDeletedWith(request.getDeletedwith() || (parent?.options.deletedWith ?? ""));
  copyNewer(request, options);
  request.getProvidersMap().forEach((reference, name) => {
    options.getProvidersMap().set(name, reference);
  });
  const protect = request.hasProtect() ? request.getProtect() : parent?.options.protect;
  const retain = request.hasRetainondelete() ? request.getRetainondelete() : parent?.options.retainOnDelete;
  if (protect !== undefined) options.setProtect(protect);
  if (retain !== undefined) options.setRetainOnDelete(retain);
  if (request.getDeletebeforereplacedefined()) options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  return options;
}

/** Options that the oldest SDKs do not have. */
function copyNewer(request: RegisterResourceRequest, options: TransformResourceOptions): void {
  options.setReplaceWithList?.(request.getReplaceWithList?.() ?? []);
  options.setReplacementTrigger?.(request.getReplacementTrigger?.());
}

/** What an option list says, and nothing that it leaves out. */
export function recordedOptions(reader: Reader, options: TransformResourceOptions): PlanOptions {
  const trigger = options.getReplacementTrigger?.();
  const recorded = {
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    aliases: options.getAliasesList().map(aliasOf),
    customTimeouts: timeoutsOf(options),
    deleteBeforeReplace: options.hasDeleteBeforeReplace() ? options.getDeleteBeforeReplace() : undefined,
    deletedWith: options.getDeletedWith(),
    hideDiffs: options.getHideDiffList(),
    ignoreChanges: options.getIgnoreChangesList(),
    import: options.getImport(),
    pluginDownloadUrl: options.getPluginDownloadUrl(),
    protect: options.hasProtect() ? options.getProtect() : undefined,
    replaceOnChanges: options.getReplaceOnChangesList(),
    replaceWith: options.getReplaceWithList?.(),
    replacementTrigger: trigger && readValue(reader, trigger.toJavaScript() as Wire),
    retainOnDelete: options.hasRetainOnDelete() ? options.getRetainOnDelete() : undefined,
    version: options.getVersion(),
  };
  return Object.fromEntries(Object.entries(recorded).filter(([, value]) => isSaid(value)));
}

function timeoutsOf(options: TransformResourceOptions): Record<string, string> {
  const timeouts = options.getCustomTimeouts();
  const said = {
    create: timeouts?.getCreate(),
    update: timeouts?.getUpdate(),
    delete: timeouts?.getDelete(),
    read: timeouts?.getRead?.(),
  };
  return Object.fromEntries(Object.entries(said).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === "") return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}

function aliasOf(alias: Alias): PlanAlias {
  const spec = alias.getSpec();
  if (!spec) return alias.getUrn();
  const { noparent, parenturn, ...rest } = spec.toObject();
  const parent = noparent ? { noParent: true } : { parent: parenturn };
  return Object.fromEntries(Object.entries({ ...rest, ...parent }).filter(([, value]) => value !== ""));
}
