export { PlanError } from "../plan/errors.js";
export type {
  Plan,
  PlanAlias,
  PlanComponent,
  PlanExposure,
  PlanNote,
  PlanOptions,
  PlanResource,
  PlanSize,
  ResourceKind,
  Value,
  Values,
} from "../plan/model.js";
export { type RecordOptions, record } from "./record.js";
export { type OnOptions, recordOn } from "./record-on.js";
export { type ProjectOptions, recordProject } from "./record-project.js";
export { Recorded } from "./recorded.js";
