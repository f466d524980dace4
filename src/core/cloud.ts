import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "./declared.js";
import { bug, type Issue } from "./errors.js";
import type { Plan } from "./planned.js";
import { type Facets, unsupported } from "./support.js";

/** One cloud's answer to one noun. */
export interface Adapter<S> {
  /** The fate of every option, typed `SupportOf<S>` where it is written; or the refusal of the whole noun. */
  readonly support: object;
  /** What the table cannot say: exclusions between options, and what the settings must hold. */
  readonly rules?: (it: Declared<S>) => Issue[];
  readonly plan: (it: Declared<S>) => Plan;
}

/** A noun that a cloud lacks. */
export function lacking(why: string, instead: string): Adapter<never> {
  return {
    support: unsupported(why, instead),
    plan: () => {
      throw bug(`what is refused as a whole reached the plan: ${why}`);
    },
  };
}

export interface TransformContext {
  /** The component's name. */
  readonly component: string;
  /** The role of the resource in its component. */
  readonly key: string;
}

/** Changes the arguments of one native resource just before it is made; returns new arguments or changes them in place. */
// biome-ignore lint/suspicious/noConfusingVoidType: a transform may return nothing
export type Transform<Args = object> = (args: Args, context: TransformContext) => Args | void;

export type ResourceClass = new (
  name: string,
  args: object,
  options: pulumi.CustomResourceOptions,
) => pulumi.CustomResource;

/** What a cloud's folder offers to the registry. */
export interface CloudModule {
  /** The npm package of its SDK. */
  readonly sdk: string;
  readonly nouns: Readonly<Record<string, Adapter<never>>>;
  /** Settings from stack configuration or code -> a cloud. Throws `WebtierError`. */
  readonly cloud: (settings: unknown) => Cloud;
}

/** A cloud that has its tables but cannot be chosen yet. */
export interface PlannedCloud {
  readonly nouns: Readonly<Record<string, Pick<Adapter<never>, "support">>>;
}

/** A chosen cloud with its settings. Two clouds are the same only when they are one object. */
export interface Cloud<Settings = unknown> {
  readonly name: string;
  readonly settings: Settings;
  /** Facts of the settings that fates depend on. */
  readonly facets: Facets;
  readonly nouns: Readonly<Record<string, Adapter<never>>>;
  /** Turns a type token into the SDK's class; the SDK is loaded here and nowhere else. */
  readonly load: (type: string) => ResourceClass;
  readonly transform: Readonly<Record<string, Transform>>;
  readonly provider: pulumi.ProviderResource | undefined;
  /** A further provider by its name, made when it is first needed; nothing where the cloud's own serves as well. */
  readonly further: (name: string) => pulumi.ProviderResource | undefined;
  /** `fidelity: "exact"`: whatever is near or emulated is refused. */
  readonly exact: boolean;
}

/** What every cloud's settings may hold. */
export interface CommonSettings {
  /** `exact` refuses every option that this cloud would only come near to or emulate. Default `accept`. */
  readonly fidelity?: "accept" | "exact";
  /** Existing networks, by the name of the `Network` that stands for each. */
  readonly networks?: Readonly<Record<string, object>>;
}
