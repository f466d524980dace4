// Sources: Identity documentation (dynamic groups and policies are written in the home region), @pulumi/oci 4.20.0 (ProviderArgs; other
// regions answer 403); read 2026-11.
import * as pulumi from "@pulumi/pulumi";
import type { MakeProvider } from "../../core/settings.js";
import type { OciSettings } from "./settings.js";

/** The name that plans have for it. */
export const homeProvider = "home";

/** Arguments that are text. */
const texts = [
  "auth",
  "configFileProfile",
  "fingerprint",
  "privateKey",
  "privateKeyPassword",
  "privateKeyPath",
  "retriesConfigFile",
  "tenancyOcid",
  "tokenExchangeAuth",
  "tokenExchangeClientId",
  "tokenExchangeClientSecret",
  "tokenExchangeDomainUrl",
  "tokenExchangePublicKey",
  "tokenExchangeRequestedTokenType",
  "tokenExchangeResourceType",
  "tokenExchangeRpstExp",
  "tokenExchangeSubjectTokenType",
  "userOcid",
  "workloadIdentityTokenPath",
] as const;

/** Arguments that the class turns into JSON. */
const structured = [
  "disableAutoRetries",
  "dualStackEndpointEnabled",
  "ignoreDefinedTags",
  "realmSpecificServiceEndpointTemplateEnabled",
  "retryDurationSeconds",
] as const;

/** Like the cloud's own, in the home region; none where the stack stands there already. */
export const makeHomeProvider: MakeProvider<OciSettings> = ({ homeRegion }, own, Provider) => {
  const config = new pulumi.Config("oci");
  if (homeRegion === undefined || (own === undefined && config.get("region") === homeRegion)) return undefined;
  const known = providersBeside(own ?? pulumi.runtime.getStackResource());
  const taken = own === undefined ? configured(config) : toldBy(own);
  const made = known.get(homeRegion) ?? new Provider(nameOf(homeRegion, own), { ...taken, region: homeRegion });
  known.set(homeRegion, made);
  return made;
};

type Providers = Map<string, pulumi.ProviderResource>;

/** By what they were made beside, a provider or the stack's configuration: two clouds beside one share theirs. */
const all = new WeakMap<object, Providers>();

function providersBeside(one: object | undefined): Providers {
  const known = (one && all.get(one)) ?? new Map();
  if (one) all.set(one, known);
  return known;
}

/** Two providers of a program's own have different names, and so have those beside them. */
function nameOf(homeRegion: string, own: pulumi.ProviderResource | undefined): string {
  const name = own === undefined ? "oci" : (own as unknown as { readonly __name: string }).__name;
  return `${name}-home-${homeRegion}`;
}

/** The arguments of a provider, as they stand among its outputs. */
function toldBy(own: object): Record<string, unknown> {
  const given = own as Record<string, unknown>;
  const rest = structured.map((key) => [
    key,
    pulumi.output(given[key] as pulumi.Input<string | undefined>).apply(parsed),
  ]);
  return Object.fromEntries([...texts.map((key) => [key, given[key]]), ...rest]);
}

function parsed(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

/** A secret of the configuration stays one. */
function configured(config: pulumi.Config): Record<string, unknown> {
  const isSecret = (key: string) =>
    (pulumi.runtime as unknown as { isConfigSecret(key: string): boolean }).isConfigSecret(`oci:${key}`);
  const text = texts.map((key) => [key, isSecret(key) ? config.getSecret(key) : config.get(key)]);
  const rest = structured.map((key) => [key, isSecret(key) ? config.getSecretObject(key) : config.getObject(key)]);
  return Object.fromEntries([...text, ...rest].filter(([, value]) => value !== undefined));
}
