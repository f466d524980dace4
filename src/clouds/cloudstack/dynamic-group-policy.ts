// Sources: CloudStack documentation (roles belong to accounts; virtual machines have none of their own); read 2026-08.
import { lacking } from "../../core/cloud.js";

export const dynamicGroupPolicy = lacking(
  "virtual machines have no rights of their own: roles belong to accounts",
  "templates without rights",
);
