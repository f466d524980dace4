// Source: pulumi-terraform-bridge 3.79.0 pkg/tfbridge (a name that is given, not made, has a resource deleted before its
// successor comes, unless the option says otherwise); names are not unique in these services; read 2026-11.
import type { Declared } from "../../core/declared.js";
import type { PlannedOptions } from "../../core/planned.js";

type Named = Declared<{ readonly physicalName?: string }>;

/** The name that the program fixes; else the provider makes one. */
export function fixedName({ spec }: Named): { name?: string } {
  return spec.physicalName === undefined ? {} : { name: spec.physicalName };
}

/** Two of a name may stand beside each other, so that others can turn to the new one first. */
export function namedOptions({ spec }: Named): { options?: PlannedOptions } {
  return spec.physicalName === undefined ? {} : { options: { deleteBeforeReplace: false } };
}
