import { z } from 'zod'
import { Kind, Ownership, PlaceType, RequestType, RespondentType, RuleCondition } from '../city/vocabulary.ts'
import { CategoryCode, Day, RegionCode, RuleId, UnitId } from '../ids.ts'

/** What can be wrong with a catalogue whose every row reads well by itself. */
export const IssueKind = z.enum([
  // keep it from being published
  'contradiction',
  'inactive-unit',
  'circular',
  'uncovered',
  // worth knowing
  'may-meet',
  'overlap',
  'shadowed',
  'expired',
  'not-yet',
  'lead-unknown',
])
export type IssueKind = z.infer<typeof IssueKind>

/** Any one of these and the catalogue is not published. */
export const BLOCKING: ReadonlySet<IssueKind> = new Set(['contradiction', 'inactive-unit', 'circular', 'uncovered'])

/** A matter of which both rules speak; null is anything. */
export const ExampleMatter = z.object({
  category: CategoryCode.nullable(),
  region: RegionCode.nullable(),
  requestType: RequestType.nullable(),
  kind: Kind.nullable(),
  placeType: PlaceType.nullable(),
  ownership: Ownership.nullable(),
  respondentType: RespondentType.nullable(),
  day: Day.nullable(),
  /** 22:30 */
  time: z.string().nullable(),
  words: z.array(z.string()),
  tags: z.array(z.string()),
})
export type ExampleMatter = z.infer<typeof ExampleMatter>

export const CatalogueIssue = z.object({
  kind: IssueKind,
  blocking: z.boolean(),
  /** the ones concerned, the one to be looked at first */
  rules: z.array(RuleId),
  /** where in the row: the column of the catalogue's table */
  column: z.union([RuleCondition, z.enum(['lead', 'co', 'from', 'to', 'id'])]).nullable(),
  unit: UnitId.nullable(),
  /** of what is uncovered: null is everywhere, every type */
  category: CategoryCode.nullable(),
  region: RegionCode.nullable(),
  requestType: RequestType.nullable(),
  example: ExampleMatter.nullable(),
})
export type CatalogueIssue = z.infer<typeof CatalogueIssue>
