import type { CloudReview } from "../core/review.js";

/** What to know of each cloud's native resources, by the first word of their types; loads no SDK. */
export const reviews: Readonly<Record<string, () => CloudReview>> = {
  aws: () => (require("./aws/review.js") as Folder).review,
  oci: () => (require("./oci/review.js") as Folder).review,
  openstack: () => (require("./openstack/review.js") as Folder).review,
};

interface Folder {
  readonly review: CloudReview;
}
