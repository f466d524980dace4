import type { Api } from "./api.js";

/** What Heat says of a stack. */
export interface StackFacts {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly size: string;
}

interface Stack {
  readonly id: string;
  readonly stack_name: string;
  readonly stack_status: string;
  readonly outputs?: readonly { readonly output_key: string; readonly output_value: string }[];
}

interface StackResource {
  readonly resource_name: string;
  readonly resource_type: string;
  readonly resource_status: string;
  readonly physical_resource_id: string;
  readonly parent_resource?: string;
}

export async function stackOf(api: Api, id: string): Promise<StackFacts> {
  const { stack } = await api.get<{ stack: Stack }>("orchestration", `/stacks/${id}`);
  const size = stack.outputs?.find(({ output_key: key }) => key === "size")?.output_value ?? "";
  return { id: stack.id, name: stack.stack_name, status: stack.stack_status, size };
}

export async function templateOf(api: Api, id: string): Promise<Template> {
  const { stack } = await api.get<{ stack: Stack }>("orchestration", `/stacks/${id}`);
  return api.get<Template>("orchestration", `/stacks/${stack.stack_name}/${stack.id}/template`);
}

export interface Template {
  readonly resources: Readonly<
    Record<string, { readonly type: string; readonly properties: Readonly<Record<string, unknown>> }>
  >;
}

/** The resources of a stack and of those below it, three levels deep. */
async function resourcesOf(api: Api, id: string): Promise<StackResource[]> {
  const { stack } = await api.get<{ stack: Stack }>("orchestration", `/stacks/${id}`);
  const { resources } = await api.get<{ resources: StackResource[] }>(
    "orchestration",
    `/stacks/${stack.stack_name}/${stack.id}/resources?nested_depth=3`,
  );
  return resources;
}

/** The members of a group, by the stacks of their own that Heat keeps for them. */
export async function groupMembersOf(api: Api, id: string): Promise<string[]> {
  const all = await resourcesOf(api, id);
  return all
    .filter(({ resource_type: type }) => type === "Webtier::Member")
    .map(({ physical_resource_id: stack }) => stack)
    .sort();
}

/** What Aodh says of an alarm. */
export interface AlarmFacts {
  readonly type: string;
  readonly state: string;
  readonly repeats: boolean;
  readonly rule: Readonly<Record<string, unknown>>;
  readonly actions: Readonly<Record<"alarm" | "ok" | "insufficient", readonly string[]>>;
  readonly times: readonly Readonly<Record<string, unknown>>[];
}

interface Alarm {
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly repeat_actions: boolean;
  readonly alarm_actions: readonly string[];
  readonly ok_actions: readonly string[];
  readonly insufficient_data_actions: readonly string[];
  readonly time_constraints: readonly Readonly<Record<string, unknown>>[];
  readonly [rule: string]: unknown;
}

/** The alarms of a project, by the name of the resource in the template that made them. */
export async function alarmsOf(api: Api): Promise<Record<string, AlarmFacts>> {
  const alarms = await api.get<Alarm[]>("alarming", "/alarms");
  const told = alarms.map((alarm) => [nameInTemplate(alarm.name), factsOf(alarm)] as const);
  return Object.fromEntries(told.sort(([one], [other]) => one.localeCompare(other)));
}

function factsOf(alarm: Alarm): AlarmFacts {
  return {
    type: alarm.type,
    state: alarm.state,
    repeats: alarm.repeat_actions,
    rule: alarm[`${alarm.type}_rule`] as Record<string, unknown>,
    actions: { alarm: alarm.alarm_actions, ok: alarm.ok_actions, insufficient: alarm.insufficient_data_actions },
    times: alarm.time_constraints,
  };
}

/** `web-stack-1a2b3c4-scaleOutAlarm-hl3xq2k4m5n6`: the stack, the resource in its template, and twelve letters of Heat's. */
function nameInTemplate(name: string): string {
  return /^.*?-[0-9a-f]{7}-(.*)-[a-z0-9]{12}$/.exec(name)?.[1] ?? name;
}

/**
 * The alarms of one stack but for the state of the moment, with the names of the policies that they signal. Aodh adds to each
 * query whose metrics the project may see, so a query is only held to contain the stack's own.
 */
export async function steadyAlarmsOf(api: Api, id: string): Promise<Record<string, object>> {
  const signal = new RegExp(`^trust\\+http://[^/]+/v1/${api.projectId}/stacks/[^/]+/${id}/resources/(.*)/signal$`);
  const named = (urls: readonly string[]) => urls.map((url) => signal.exec(url)?.[1] ?? url);
  const own = `{"and": [{"=": {"ended_at": null}}, {"=": {"server_group": "${id}"}}]}`;
  const steady = ({ state: _, actions, rule: { query = own, ...rule }, ...rest }: AlarmFacts) => ({
    ...rest,
    rule: String(query).includes(own) ? rule : { ...rule, query },
    actions: { alarm: named(actions.alarm), ok: named(actions.ok), insufficient: named(actions.insufficient) },
  });
  return Object.fromEntries(Object.entries(await alarmsOf(api)).map(([name, alarm]) => [name, steady(alarm)]));
}
