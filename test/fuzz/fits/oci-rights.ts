import type { Loose } from "../making.js";

const narrowed: Readonly<Record<string, string>> = { "object-storage": "assets", logs: "audit", secrets: "password" };

/** What can be narrowed must be, to a scope of its kind. */
export function fitRights({ allow, ...args }: Loose): Loose {
  const fitting = (allow as Loose[]).map((one) => {
    const scope = narrowed[one.resource as string];
    const wanted = scope ?? (one.on === undefined ? undefined : "everything");
    return wanted === undefined ? one : { ...one, on: [wanted] };
  });
  return { ...args, allow: fitting };
}
