import { z } from 'zod'
import { PartRow } from '#domain/city/part.ts'
import {
  Kind,
  Ownership,
  PlaceType,
  RequestType,
  RespondentType,
  RuleCondition,
  RuleHandling,
} from '#domain/city/vocabulary.ts'
import { CatalogueIssue } from '#domain/dispatch/catalogue-issue.ts'
import { CategoryCode, Day, Instant, RegionCode, RuleId, UnitId } from '#domain/ids.ts'
import { DispatchChoice, RuleVerdict } from '#domain/order/event.ts'
import { orderParams } from './accept.ts'
import { CityFaultView, ROWS_BYTES } from './city-versions.ts'
import type { Endpoint } from './endpoint.ts'
import { BothWords, WordSpan } from './facts.ts'

/** The dispatch catalogue beyond its rows: whether it may be published, what changed in it, why an order goes where. */

const NamedUnit = z.object({ id: UnitId, name: z.string() })

/** What a rule asks, and whether the matter has it. */
const AskedCondition = z.object({
  condition: RuleCondition,
  holds: z.boolean(),
  words: BothWords.describe('小区内; 22:00–06:00; 含“井盖”且含“异响”'),
})

/** One rule before one matter. */
export const TraceEntry = RuleVerdict.extend({
  priority: z.number().int(),
  specificity: z.number().int().describe('the higher speaks first among equal priorities (docs/decisions/0017)'),
  conditions: z.array(AskedCondition),
  /** whom it names: 属地街道（乡镇）, 住房和城乡建设局 */
  leadWords: BothWords,
  /** the unit that is here; null where there is none */
  lead: NamedUnit.nullable(),
  co: z.array(NamedUnit),
  handling: RuleHandling,
  profile: z.string().nullable(),
  basis: z.string(),
  owner: NamedUnit.nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  why: BothWords.describe('the verdict as a sentence'),
})
export type TraceEntry = z.infer<typeof TraceEntry>

/** A choice with its trace told: what decided, what lost and why, the best first. */
export const ToldChoice = DispatchChoice.omit({ trace: true, lead: true, co: true }).extend({
  lead: NamedUnit.nullable(),
  co: z.array(NamedUnit),
  trace: z.array(TraceEntry),
  /** rules that lack one condition only, or speak of a neighbouring scene */
  near: z.array(TraceEntry).max(10),
  /** rules of the trace whose rows are no longer known: a version that was never kept here */
  unknown: z.array(RuleVerdict),
})
export type ToldChoice = z.infer<typeof ToldChoice>

const Rows = z.array(PartRow).max(20_000)

export const IssueView = CatalogueIssue.extend({ words: BothWords })
export type IssueView = z.infer<typeof IssueView>

export const checkRules = {
  method: 'POST',
  path: '/dispatch/rules/check',
  zh: '检查派单目录',
  en: 'Whether rows of the catalogue, or a kept version, may be published, and what to look at; nothing is written',
  body: z
    .object({ rows: Rows.optional(), id: z.number().int().min(0).optional() })
    .refine((body) => (body.rows === undefined) !== (body.id === undefined), 'either rows or a version'),
  reply: z.object({
    rules: z.number().int(),
    mayPublish: z.boolean(),
    /** cells that cannot be read or name nothing; while there are any, nothing else is looked at */
    faults: z.array(CityFaultView),
    /** what keeps it from being published first; at most 500 of them */
    issues: z.array(IssueView),
    blocking: z.number().int(),
    warnings: z.number().int(),
  }),
  refusals: [],
  bodyBytes: ROWS_BYTES,
} as const satisfies Endpoint

const FieldChange = z.object({ column: z.string(), from: z.string(), to: z.string() })
export const RuleChange = z.object({
  rule: RuleId,
  what: z.enum(['added', 'removed', 'changed']),
  /** changed who leads, who helps, the limits or the class: what 修正 counts */
  counts: z.boolean(),
  name: z.string().describe('the basis of the rule'),
  fields: z.array(FieldChange),
  version: z.number().int().describe('the adopted number'),
  adoptedAt: Instant,
})
export type RuleChange = z.infer<typeof RuleChange>

export const ruleChanges = {
  method: 'GET',
  path: '/dispatch/rules/changes',
  zh: '一段时间内修正的派单规则（全年修正 N 项）',
  en: 'Rules that published versions changed in lead, co-units, limits or class, by day of publication',
  query: z.object({ from: Day, to: Day, limit: z.coerce.number().int().min(1).max(2000).default(500) }),
  reply: z.object({
    /** 修正 N 项 */
    count: z.number().int(),
    added: z.number().int(),
    removed: z.number().int(),
    changed: z.number().int(),
    versions: z.array(
      z.object({
        id: z.number().int(),
        number: z.number().int(),
        note: z.string().describe('the reason of the change'),
        madeBy: z.string(),
        approvedBy: z.string(),
        adoptedAt: Instant,
        count: z.number().int(),
      }),
    ),
    changes: z.array(RuleChange).describe('newest first'),
  }),
  refusals: [],
} as const satisfies Endpoint

/** Where a value came from: said by the asker, read from the text, known of the scene, or not known at all. */
const Source = z.enum(['given', 'understood', 'scene', 'default', 'missing'])
const ReadField = z.object({
  field: z.enum([
    'category',
    'region',
    'requestType',
    'kind',
    'placeType',
    'ownership',
    'respondentType',
    'respondentName',
    'tags',
    'at',
  ]),
  value: z.string().nullable(),
  words: BothWords.describe('the value as people say it'),
  source: Source,
  probability: z.number().nullable(),
  why: BothWords.nullable(),
  spans: z.array(WordSpan).readonly(),
})
export type ReadField = z.infer<typeof ReadField>

/** The text is read and forgotten: neither logged nor stored. */
export const whyThere = {
  method: 'POST',
  path: '/dispatch/why',
  zh: '这件事会派到哪里、为什么',
  en: 'Where a text and place would be sent, by which rule, and why no other; in force, and by a version if asked',
  body: z.object({
    title: z.string().max(200).default(''),
    content: z.string().max(5000).default(''),
    region: RegionCode.nullable().default(null),
    category: CategoryCode.nullable().default(null),
    requestType: RequestType.nullable().default(null),
    kind: Kind.nullable().default(null),
    placeType: PlaceType.nullable().default(null),
    ownership: Ownership.nullable().default(null),
    respondentType: RespondentType.nullable().default(null),
    respondentName: z.string().max(100).nullable().default(null),
    tags: z.array(z.string().max(40)).max(20).default([]),
    at: Instant.nullable().default(null).describe('when it would be received; null: now'),
    version: z.number().int().min(0).nullable().default(null).describe('a draft or an older version to ask as well'),
  }),
  reply: z.object({
    read: z.array(ReadField),
    choice: ToldChoice,
    /** by the version that was named */
    other: ToldChoice.nullable(),
  }),
  refusals: ['unknown-category', 'unknown-region', 'place-needed', 'city-version-faulty'],
} as const satisfies Endpoint

export const dispatchTrace = {
  method: 'GET',
  path: '/orders/:orderId/dispatch-trace',
  zh: '派单依据：每次派单时哪条规则选中、哪些落选、为什么',
  en: 'Of every dispatch of an order: which rule chose, which lost and why, by the rules of that time; and by those of now',
  params: orderParams,
  reply: z.object({
    dispatches: z.array(
      z.object({
        at: Instant,
        by: z.string().nullable(),
        lead: NamedUnit,
        co: z.array(NamedUnit),
        followed: z.boolean().describe('the order went where the rules proposed'),
        overrideReason: z.string().nullable(),
        note: z.string().nullable(),
        choice: ToldChoice,
      }),
    ),
    /** by the rules in force; units that returned it are out */
    now: ToldChoice,
  }),
  refusals: [],
} as const satisfies Endpoint
