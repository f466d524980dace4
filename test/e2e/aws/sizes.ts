import type { Api } from "./api.js";

/** Moves a group's size, as a policy would; groups are found by the names that a program gives. */
export async function moveSize({ ask }: Api, name: string, DesiredCapacity: number): Promise<void> {
  const { AutoScalingGroups: groups } = await ask<{ AutoScalingGroups: Group[] }>(
    "autoscaling",
    "describe_auto_scaling_groups",
  );
  const [found, ...others] = groups.filter(
    ({ AutoScalingGroupName: one }) => one === name || one.startsWith(`${name}-`),
  );
  if (!found || others.length > 0)
    throw new Error(`${others.length === 0 ? "no group" : "more than one group"} is named ${name}`);
  const { AutoScalingGroupName } = found;
  await ask("autoscaling", "set_desired_capacity", { AutoScalingGroupName, DesiredCapacity });
}

interface Group {
  readonly AutoScalingGroupName: string;
}
