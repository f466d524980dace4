import { PlanError } from "../plan/errors.js";
import type { Plan, PlanComponent, PlanExposure, PlanNote, PlanResource, PlanSize, Values } from "../plan/model.js";
import { reaches } from "./reaches.js";

/** What a program would register, with questions that hold on every cloud. */
export class Recorded {
  readonly plan: Plan;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** The cloud that all components stand on. */
  get cloud(): string | undefined {
    return this.plan.cloud;
  }

  /** Who may open connections to what. */
  get exposure(): readonly PlanExposure[] {
    return this.plan.exposure;
  }

  /** The bounds of every pool. */
  get sizes(): readonly PlanSize[] {
    return this.plan.sizes;
  }

  /** How the cloud differs from what was asked for, and the program's warnings. */
  get notes(): readonly PlanNote[] {
    return this.plan.notes;
  }

  /** What the program exports; what only a deployment knows is `"[unknown]"`. */
  get outputs(): Values {
    return this.plan.outputs;
  }

  /** Components of a noun such as `InstancePool`, or all. */
  components(noun?: string): readonly PlanComponent[] {
    return this.plan.components.filter((one) => noun === undefined || one.noun === noun);
  }

  /** The one component of a noun and a name, such as `web`, or `front/https` where a name is there twice. */
  component(noun: string, name: string): PlanComponent {
    const all = this.components(noun);
    const found = all.filter((one) => one.name === name || nameOf(one) === name);
    const [only, another] = found;
    if (only && !another) return only;
    const names = (found.length > 0 ? found : all).map(nameOf);
    throw new PlanError(
      `${found.length === 0 ? "no" : "more than one"} ${noun} "${name}" is in the plan\n  instead: ${listed(names, noun)}`,
    );
  }

  /** What is registered beside the components: native resources of a type, or all with providers. */
  resources(type?: string): readonly PlanResource[] {
    return this.plan.resources.filter((one) => type === undefined || one.type === type);
  }

  /** The native resources that a component is made of. */
  resourcesOf({ urn }: PlanComponent): readonly PlanResource[] {
    return this.plan.resources.filter((one) => one.component === urn && one.kind === "resource");
  }

  /**
   * Whether connections from one place to another are open: `reaches("internet", "load balancer front", 443)`.
   * A place is `internet`, a range such as `10.0.0.0/8`, or a component such as `tier web`; without a port, any port counts.
   */
  reaches(from: string, to: string, port?: number, protocol?: string): boolean {
    return reaches(this.plan, { from, to, port, protocol });
  }
}

/** `front/https` of `listener:front/https`. */
function nameOf({ key }: PlanComponent): string {
  return key.slice(key.indexOf(":") + 1);
}

function listed(names: readonly string[], noun: string): string {
  return names.length === 0 ? `there is no ${noun} at all` : names.map((name) => `"${name}"`).join(" or ");
}
