const prefix = "urn:pulumi:";

/** `types::name`: what a URN says beside its stack and its project. */
export function placeOf(urn: string): string {
  return urn.startsWith(prefix) ? urn.split("::").slice(2).join("::") : urn;
}

/** `webtier:index:LoadBalancer$aws:lb/listener:Listener` of a place. */
function typesIn(place: string): string {
  return place.split("::")[0] ?? "";
}

export function nameIn(place: string): string {
  return place.split("::").slice(1).join("::");
}

/** The type at the end of a place. */
export function typeIn(place: string): string {
  return typesIn(place).split("$").at(-1) ?? "";
}

/** The place of a child; what stands under the stack itself has no types above it. */
export function placeUnder(parent: string | undefined, type: string, name: string): string {
  const above = parent === undefined ? "" : typesIn(parent);
  return above === "" || above === "pulumi:pulumi:Stack" ? `${type}::${name}` : `${above}$${type}::${name}`;
}

export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function byUrn(a: { readonly urn: string }, b: { readonly urn: string }): number {
  return byText(a.urn, b.urn);
}
