import { z } from "zod";
import { settingName } from "./fields.js";

export interface Alarms {
  /**
   * Name of who is told, among `topics` in the settings.
   *
   * - cloudstack: not available: there is no alarm service
   */
  notify: string;
  /**
   * When backend sets find more than so many instances unhealthy.
   *
   * - openstack: near for size scaled or size fixed with pools heat; not available for size fixed with pools servers
   */
  unhealthyInstances?: UnhealthyInstancesAlarm;
  /**
   * When balancers answer with more than so many server errors in a minute.
   *
   * - aws: near: errors that the balancer itself answers with are counted, not those of instances
   * - openstack: not available: Octavia counts no answers by their status
   */
  serverErrors?: ServerErrorsAlarm;
  /**
   * When fewer instances than the least are in service.
   *
   * - openstack: not available: no metric tells how many instances are in service
   */
  belowMinimum?: BelowMinimumAlarm;
}

export interface UnhealthyInstancesAlarm {
  /**
   * The number that must be passed. Whole number, 0..1000000. Default 0.
   *
   * - openstack: 0 only
   * - cloudstack: not available: there is no alarm service
   */
  above?: number;
  /**
   * How long. Seconds, whole minutes, 60..3600. Default 300.
   *
   * - openstack: not available: an alarm about members knows no duration
   * - cloudstack: not available: there is no alarm service
   */
  sustain?: number;
}

export interface ServerErrorsAlarm {
  /**
   * The number in a minute that must be passed. Whole number, 0..1000000. Default 0.
   *
   * - cloudstack: not available: there is no alarm service
   */
  above?: number;
  /**
   * How long. Seconds, whole minutes, 60..3600. Default 300.
   *
   * - cloudstack: not available: there is no alarm service
   */
  sustain?: number;
}

export interface BelowMinimumAlarm {
  /**
   * How long. Seconds, whole minutes, 60..3600. Default 300.
   *
   * - oci: not available: running instances are counted apart in each fault domain, at moments of their own
   * - cloudstack: not available: there is no alarm service
   */
  sustain?: number;
}

const sustain = z.int().min(60).max(3600).multipleOf(60);
const alarm = z.strictObject({ above: z.int().min(0).max(1_000_000).optional(), sustain: sustain.optional() });

export const alarms = z.strictObject({
  notify: settingName,
  unhealthyInstances: alarm.optional(),
  serverErrors: alarm.optional(),
  belowMinimum: z.strictObject({ sustain: sustain.optional() }).optional(),
});
