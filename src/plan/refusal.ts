import { isOurs } from "./assemble.js";
import { openCallsText } from "./calls.js";
import type { Engine } from "./engine.js";
import { PlanError } from "./errors.js";
import { findingsOf } from "./failures.js";
import { unknown } from "./model.js";
import { sentinel } from "./wire.js";

/** Throws when a run was not a whole one, with everything that was found. */
export async function refuse(engine: Engine, late: readonly string[] = []): Promise<void> {
  const { failures, errors } = await findingsOf(engine);
  const asked = engine.openCalls.length > 0 ? [openCallsText(engine)] : [];
  const own = [...engine.problems.sort(), ...blind(engine), ...asked, ...late];
  const found = [...failures, ...own, ...(own.length > 0 ? [] : errors)];
  if (found.length > 0) throw new PlanError(clean(engine, found.join("\n\n")), failures.length > 0 ? 2 : 1);
}

/** A text that may be shown: no secret, no folder of this machine. */
export function clean({ reader, secrets }: Engine, text: string): string {
  return secrets.hideInLog(reader.relative(text.replaceAll(sentinel, unknown)));
}

/** Older SDKs keep the inputs of components to themselves. */
function blind({ registrations }: Engine): string[] {
  const isBlind = [...registrations.values()].some((one) => isOurs(one) && Object.keys(one.inputs).length === 0);
  return isBlind
    ? ["the program's @pulumi/pulumi does not say what goes into a component\n  instead: version 3.202.0 or newer"]
    : [];
}
