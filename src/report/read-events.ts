import { z } from "zod";
import type { PolicyViolation } from "../diff/model.js";
import { diagnosticsOf, plain, severities } from "./diagnostics.js";
import { hiderOf } from "./engine-values.js";
import { stateOf, stateSchema } from "./read-state.js";
import type { PreviewRecord, Step } from "./record.js";
import { type StackName, sameOf, stackNameOf } from "./stack-name.js";

const metadata = z.looseObject({
  op: z.string(),
  urn: z.string(),
  old: stateSchema.nullish(),
  new: stateSchema.nullish(),
  keys: z.array(z.string()).nullish(),
  diffs: z.array(z.string()).nullish(),
  detailedDiff: z.record(z.string(), z.looseObject({ diffKind: z.string(), inputDiff: z.boolean() })).nullish(),
});

/** apitype.EngineEvent of pulumi/pulumi 3.248. */
const schema = z.looseObject({
  resourcePreEvent: z.looseObject({ metadata }).optional(),
  resOutputsEvent: z.looseObject({ metadata }).optional(),
  diagnosticEvent: z
    .looseObject({
      urn: z.string().nullish(),
      message: z.string().nullish(),
      severity: severities,
      ephemeral: z.boolean().nullish(),
    })
    .optional(),
  policyEvent: z
    .looseObject({
      resourceUrn: z.string().nullish(),
      message: z.string().nullish(),
      policyName: z.string(),
      policyPackName: z.string().nullish(),
      enforcementLevel: z.string().nullish(),
    })
    .optional(),
  summaryEvent: z
    .looseObject({
      resourceChanges: z.record(z.string(), z.number()).nullish(),
      PolicyPacks: z.record(z.string(), z.unknown()).nullish(),
    })
    .optional(),
});
type Event = z.infer<typeof schema>;
type Metadata = z.infer<typeof metadata>;

const words = [
  "sequence",
  "resourcePreEvent",
  "resOutputsEvent",
  "diagnosticEvent",
  "preludeEvent",
  "summaryEvent",
  "cancelEvent",
];

export function isEvent(value: unknown): boolean {
  return typeof value === "object" && value !== null && words.some((word) => word in value);
}

export function readEvents(values: readonly unknown[], asked: Partial<StackName>): PreviewRecord {
  const events = values.map((value) => schema.parse(value));
  const steps = stepsOf(events);
  const policies = policiesOf(events);
  const summary = events.findLast(({ summaryEvent }) => summaryEvent !== undefined)?.summaryEvent;
  return {
    ...stackNameOf(steps, asked),
    steps,
    diagnostics: diagnosticsOf(
      events.flatMap(({ diagnosticEvent }) => (diagnosticEvent ? [diagnosticEvent] : [])),
      hiderOf(events),
    ),
    ...(ranPolicies(summary) || policies.length > 0 ? { policies } : {}),
    same: sameOf(summary?.resourceChanges),
    linked: false,
    ended: summary !== undefined,
  };
}

/** Each resource's own step, with the outputs that came later. */
function stepsOf(events: readonly Event[]): Step[] {
  const later = new Map(
    events.flatMap(({ resOutputsEvent }) => {
      const said = resOutputsEvent?.metadata;
      return said ? [[`${said.op} ${said.urn}`, said] as const] : [];
    }),
  );
  return events.flatMap(({ resourcePreEvent }) => {
    const said = resourcePreEvent?.metadata;
    return said ? [stepOf(said, later.get(`${said.op} ${said.urn}`))] : [];
  });
}

function stepOf(said: Metadata, later: Metadata | undefined): Step {
  const after = said.new && later?.new ? { ...said.new, outputs: later.new.outputs } : said.new;
  const detailed = Object.entries(said.detailedDiff ?? {}).map(
    ([path, { diffKind, inputDiff }]) => [path, { kind: diffKind, inputDiff }] as const,
  );
  return {
    op: said.op,
    urn: said.urn,
    ...(said.old ? { old: stateOf(said.old) } : {}),
    ...(after ? { new: stateOf(after) } : {}),
    ...(said.detailedDiff ? { detailed: Object.fromEntries(detailed) } : {}),
    keys: said.keys ?? [],
    diffs: said.diffs ?? [],
  };
}

function ranPolicies(summary: Event["summaryEvent"]): boolean {
  return Object.keys(summary?.PolicyPacks ?? {}).length > 0;
}

function policiesOf(events: readonly Event[]): PolicyViolation[] {
  const all = events.flatMap(({ policyEvent }): PolicyViolation[] => {
    if (!policyEvent) return [];
    const { resourceUrn, message, policyName, policyPackName, enforcementLevel } = policyEvent;
    return [
      {
        policy: policyPackName ? `${policyPackName}/${policyName}` : policyName,
        level: levelOf(enforcementLevel),
        message: plain(message ?? ""),
        ...(resourceUrn ? { resource: resourceUrn } : {}),
      },
    ];
  });
  const sorted = all.map((one) => JSON.stringify([one.level !== "mandatory", one.policy, one.resource, one]));
  return [...new Set(sorted)]
    .sort()
    .map((text) => (JSON.parse(text) as [unknown, unknown, unknown, PolicyViolation])[3]);
}

function levelOf(word: string | null | undefined): PolicyViolation["level"] {
  if (word === "mandatory" || word === "remediate" || word === "disabled") return word;
  return "advisory";
}
