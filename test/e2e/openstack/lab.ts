import { readLabFile } from "../../lab/places.js";
import type { Login } from "./api.js";

/** What `test/lab/lab up openstack` tells about the cloud that it started. */
export interface Lab {
  readonly authUrl: string;
  readonly region: string;
  readonly user: Login;
  readonly admin: Login;
  readonly external: { readonly id: string; readonly name: string };
  readonly images: Readonly<Record<"web" | "web-next", string>>;
  readonly flavors: Readonly<Record<string, string>>;
  readonly zones: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

export function readLab(): Lab {
  return readLabFile<Lab>("openstack");
}
