import { z } from "zod";
import { because } from "../../core/parse.js";
import { input } from "../../spec/fields.js";

/** An id that names one of these types of resource. */
export function ocid(...types: string[]) {
  const pattern = new RegExp(`^ocid1\\.(${types.join("|")})\\.`);
  return input(
    z
      .string()
      .regex(pattern, because(`must be the OCID of a ${types.join(" or ")}`, `text such as ocid1.${types[0]}.oc1..…`)),
  );
}
