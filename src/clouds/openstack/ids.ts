import { z } from "zod";
import { because } from "../../core/parse.js";
import { input } from "../../spec/fields.js";

/** A flavor or a name that the cloud gives. */
export const id = input(z.string().min(1));

export const uuid = input(
  z
    .string()
    .regex(
      /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i,
      because("must be an id", 'a UUID such as "8f3c2d1e-4b5a-4c6d-8e7f-9a0b1c2d3e4f", not a name'),
    ),
);
