import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "./declared.js";
import { bug } from "./errors.js";

/** Facts that fates depend on: the kind of a balancer, the protocol of a set, the driver in the settings. */
export type Facets = Readonly<Record<string, string>>;

/** Limits of one value; `says` completes "must …". `default` holds where it is left out and clouds differ. */
export interface Limits {
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
  readonly pattern?: { readonly matches: RegExp; readonly says: string };
  readonly default?: number;
}

type Name = string | number | boolean;

export interface Native<N extends Name = Name> extends Limits {
  readonly fate: "native";
  readonly as?: N;
}
export interface Near<N extends Name = Name> extends Limits {
  readonly fate: "near";
  readonly as?: N;
  readonly differs: string;
}
export interface Emulated<N extends Name = Name> extends Limits {
  readonly fate: "emulated";
  readonly as?: N;
  readonly how: string;
}
export interface Unsupported {
  readonly fate: "unsupported";
  readonly why: string;
  readonly instead?: string;
}

/** What becomes of one field or value on one cloud. */
export type Fate = Native | Near | Emulated | Unsupported;

/** A fate that depends on a facet. */
export interface Depends {
  readonly when: string;
  readonly cases: Readonly<Record<string, Fate | Depends>>;
}

export type Entry = Fate | Depends;

type Named<F, N extends Name> = F & { readonly as: N };

export function native(as?: undefined, limits?: Limits): Native;
export function native<const N extends Name>(as: N, limits?: Limits): Named<Native<N>, N>;
export function native(as?: Name, limits: Limits = {}): Native {
  return { fate: "native", ...named(as), ...limits };
}

/** Accepted, and differs from what the word says. */
export function near(differs: string, as?: undefined, limits?: Limits): Near;
export function near<const N extends Name>(differs: string, as: N, limits?: Limits): Named<Near<N>, N>;
export function near(differs: string, as?: Name, limits: Limits = {}): Near {
  return { fate: "near", differs, ...named(as), ...limits };
}

/** The same effect, built from other resources. */
export function emulated(how: string, as?: undefined, limits?: Limits): Emulated;
export function emulated<const N extends Name>(how: string, as: N, limits?: Limits): Named<Emulated<N>, N>;
export function emulated(how: string, as?: Name, limits: Limits = {}): Emulated {
  return { fate: "emulated", how, ...named(as), ...limits };
}

function named(as: Name | undefined): { as?: Name } {
  return as === undefined ? {} : { as };
}

/** Refused before anything is registered. */
export function unsupported(why: string, instead?: string): Unsupported {
  return instead === undefined ? { fate: "unsupported", why } : { fate: "unsupported", why, instead };
}

export function when<const C extends Readonly<Record<string, Entry>>>(
  facet: string,
  cases: C,
): { when: string; cases: C } {
  return { when: facet, cases };
}

/** A choice, or an option, that has a fate of its own and carries options. */
export interface Variant<F> {
  readonly self: Entry;
  readonly fields: F;
}

export function variant<const F>(self: Entry, fields: F): { readonly self: Entry; readonly fields: F } {
  return { self, fields };
}

/** The shape of a cloud's answer to a spec: a new field or value does not compile until the cloud answers for it. */
export type SupportOf<S> = {
  readonly [K in keyof S as IsReference<NonNullable<S[K]>> extends true ? never : K]-?: AnswerTo<NonNullable<S[K]>>;
};

type IsReference<V> = [V] extends [Declared | readonly Declared[]] ? true : false;
type IsInput<V> = [Extract<V, Promise<unknown> | pulumi.OutputInstance<unknown>>] extends [never] ? false : true;

type AnswerTo<V> =
  IsInput<V> extends true
    ? Entry
    : [V] extends [readonly (infer E)[]]
      ? AnswerTo<E>
      : [V] extends [string | number]
        ? AnswerToWord<V>
        : [V] extends [boolean]
          ? Entry
          : [V] extends [{ readonly kind: string }]
            ? { readonly [K in V["kind"]]: AnswerToKind<Omit<Extract<V, { readonly kind: K }>, "kind">> }
            : string extends keyof V
              ? AnswerToNames<V[keyof V]>
              : Unsupported | Variant<SupportOf<V>> | SupportOf<V>;

type AnswerToWord<V extends string | number> = string extends V
  ? Entry
  : number extends V
    ? Entry
    : { readonly [K in V]: Entry };

type AnswerToNames<E> = [E] extends [object] ? Unsupported | { readonly each: AnswerTo<E> } : Entry;

type OptionalKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

/** A kind without options of its own is one entry. */
type AnswerToKind<Fields> = [OptionalKeys<Fields>] extends [never]
  ? Entry | Variant<SupportOf<Fields>>
  : Unsupported | Variant<SupportOf<Fields>>;

export function isVariant(answer: unknown): answer is Variant<object> {
  return typeof answer === "object" && answer !== null && "self" in answer && "fields" in answer;
}

export function isFate(entry: unknown): entry is Fate {
  return typeof entry === "object" && entry !== null && "fate" in entry;
}

export function isDepends(entry: unknown): entry is Depends {
  return typeof entry === "object" && entry !== null && "when" in entry && "cases" in entry;
}

/** The fate that holds for these facets. */
export function resolve(entry: Entry, facets: Facets): Fate {
  if (!isDepends(entry)) return entry;
  const fact = facets[entry.when];
  const found = fact === undefined ? undefined : entry.cases[fact];
  if (found === undefined) throw bug(`no fate for ${entry.when} = ${fact}`);
  return resolve(found, facets);
}

/** The cloud's own name for a value that passed its check. */
export function nativeName(entry: Entry, facets: Facets = {}): string {
  const fate = resolve(entry, facets);
  if (fate.fate === "unsupported") throw bug(`an unsupported value reached the plan: ${fate.why}`);
  if (typeof fate.as !== "string") throw bug("a value without a native name reached the plan");
  return fate.as;
}
