import { z } from 'zod'
import type { WorkCalendar } from '../deadline/calendar.ts'
import { Limit } from '../deadline/limit.ts'
import { CategoryCode, Day, RegionCode, RuleId, StaffId, UnitId } from '../ids.ts'
import { GridPolicy } from './grid-policy.ts'
import { MERGING, MergingPolicy } from './merging-policy.ts'
import { StraightThroughPolicy } from './straight-through-policy.ts'
import {
  ClockCode,
  Kind,
  Light,
  Ownership,
  PlaceType,
  RegionLevel,
  RequestType,
  RespondentType,
  Role,
  RuleHandling,
  UnitType,
} from './vocabulary.ts'

/** One node of the three-level taxonomy; scenes (level 3) carry duty, kind and keywords. */
export const Category = z.object({
  code: CategoryCode,
  name: z.string().min(1),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  parent: CategoryCode.nullable(),
  leadUnit: z.string().nullable(),
  kind: Kind,
  gridDirect: z.boolean(),
  hazard: z.boolean(),
  keywords: z.array(z.string()),
  /** false: no longer offered for new orders; codes are closed and never reused */
  active: z.boolean().default(true),
})
export type Category = z.infer<typeof Category>

export const Region = z.object({
  code: RegionCode,
  name: z.string().min(1),
  level: RegionLevel,
  parent: RegionCode.nullable(),
  lng: z.number(),
  lat: z.number(),
})
export type Region = z.infer<typeof Region>

export const Unit = z.object({
  id: UnitId,
  name: z.string().min(1),
  type: UnitType,
  parent: UnitId.nullable(),
  /** null: the whole city */
  region: RegionCode.nullable(),
  phone: z.string(),
  duty: z.string(),
  calendar: z.string(),
  /** false: gets no new orders; what it has it finishes */
  active: z.boolean().default(true),
})
export type Unit = z.infer<typeof Unit>

/** The unit of that type whose region holds the place (属地). */
const Territorial = z.object({ territorial: z.enum(['district', 'town', 'community']) })
/** The unit that leads the category (行业主管). */
const Industry = z.object({ industry: z.literal(true) })

/** Who leads: a named unit, the place's unit, the trade's, or whoever owns the thing (权属单位, `CityPolicy.owners`). */
export const LeadResolver = z.union([
  z.object({ unit: UnitId }),
  Territorial,
  Industry,
  z.object({ owner: z.literal(true) }),
])
export type LeadResolver = z.infer<typeof LeadResolver>

/** `22:00`; the day begins at 00:00 and `24:00` is its end. */
const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of the day, 22:00')
/** `11-15`; the 29th of February is a day of every year here. */
const MonthDay = z
  .string()
  .regex(
    /^((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2\d))$/,
    'a day, 11-15',
  )
/** From one to the other, over midnight where `to` is earlier; `to` is the first moment after. */
export const TimeSpan = z.object({ from: TimeOfDay, to: TimeOfDay })
/** From one to the other, both included, over New Year where `to` is earlier. */
export const SeasonSpan = z.object({ from: MonthDay, to: MonthDay })

/**
 * 派单目录条目 (domain.md §5.2): what must hold, each condition null or empty where anything will do, and what follows.
 * The row's own history is its city version's (decision 10); `from` and `to` are days, both included.
 */
export const DispatchRule = z.object({
  id: RuleId,
  priority: z.number().int(),
  category: CategoryCode.nullable(),
  region: RegionCode.nullable(),
  requestType: RequestType.nullable(),
  kind: Kind.nullable().default(null),
  placeType: PlaceType.nullable().default(null),
  ownership: Ownership.nullable().default(null),
  respondentType: RespondentType.nullable().default(null),
  /** when the request was received */
  timeOfDay: TimeSpan.nullable().default(null),
  season: SeasonSpan.nullable().default(null),
  /** any of them in title or content; `井盖+异响`: both words */
  keywords: z.array(z.string()).default([]),
  /** any of them */
  tags: z.array(z.string()).default([]),
  lead: LeadResolver,
  co: z.array(LeadResolver),
  handling: RuleHandling.default('dispatch'),
  /** of the time-limit profiles, for the units this rule sends it to; null: the one that takes the request */
  profile: z.string().nullable().default(null),
  basis: z.string(),
  /** who keeps the rule and answers for it */
  owner: UnitId.nullable().default(null),
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
  active: z.boolean().default(true),
})
export type DispatchRule = z.infer<typeof DispatchRule>

/** Whose a thing is: every condition given must hold and the first row wins; a name found in the respondent's decides. */
export const OwnerRow = z.object({
  ownership: Ownership.optional(),
  placeType: PlaceType.optional(),
  /** as people and covers name the owner: 国网, 自来水公司 */
  names: z.array(z.string().min(2)).min(1).optional(),
  lead: z.union([z.object({ unit: UnitId }), Territorial, Industry]),
})
export type OwnerRow = z.infer<typeof OwnerRow>

/** Which orders a profile takes: every condition given must hold; the first profile in the city's order wins. */
export const SlaMatch = z.object({
  kind: Kind.optional(),
  requestType: RequestType.optional(),
  hazard: z.boolean().optional(),
  categories: z.array(CategoryCode).optional(),
  tag: z.string().optional(),
  handling: z.enum(['rework', 'supervised', 'statutory', 'grid']).optional(),
})
export type SlaMatch = z.infer<typeof SlaMatch>

export const SlaProfile = z.object({
  code: z.string().min(1),
  name: z.string(),
  match: SlaMatch,
  limits: z.partialRecord(ClockCode, Limit),
  /** `total` bounds all extensions together. */
  extension: z.object({ times: z.number().int(), total: Limit }).nullable(),
  basis: z.string(),
})
export type SlaProfile = z.infer<typeof SlaProfile>

/** What makes a light, as data: sites differ on the meaning of the colours. The worst light of all hits is the order's. */
export const LightRule = z.object({
  light: Light,
  when: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('share-used'), clock: ClockCode, percent: z.number() }),
    z.object({ kind: z.literal('clock-missed'), clock: ClockCode }),
    z.object({ kind: z.literal('dissatisfied'), times: z.number().int() }),
    z.object({ kind: z.literal('rework'), times: z.number().int() }),
  ]),
  reason: z.string(),
})
export type LightRule = z.infer<typeof LightRule>

/** Why the hotline may not accept a request, and what the caller is told (国办发〔2020〕53号, 国办函〔2025〕66号 (2)). */
export const NotAcceptedReason = z.object({ code: z.string(), name: z.string(), script: z.string() })
export type NotAcceptedReason = z.infer<typeof NotAcceptedReason>

export const Staff = z.object({
  id: StaffId,
  login: z.string().min(1),
  name: z.string().min(1),
  unit: UnitId,
  roles: z.array(Role).min(1),
  /** null: wherever the unit works */
  region: RegionCode.nullable(),
})
export type Staff = z.infer<typeof Staff>

export const CityPolicy = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  /** `HL` + yyMMdd + 6 digits + check digit */
  orderPrefix: z.string().regex(/^[A-Z]{2}$/),
  calendar: z.string(),
  taxonomyVersion: z.string(),
  ruleVersion: z.string(),
  autoSign: z.boolean(),
  callbackAttempts: z.number().int(),
  callbackWindowHours: z.number().int(),
  contactAttempts: z.number().int(),
  reworkLimit: z.number().int(),
  /** how long a unit has to mend a reply that review sent back (T21) */
  redoLimit: Limit,
  reopenDays: z.number().int(),
  archiveDays: z.number().int(),
  warnShares: z.array(z.number()),
  /** request types whose contact is kept confidential unless the caller says otherwise */
  confidentialTypes: z.array(RequestType),
  /** share of submissions that pass through intake review, 0–1; doubtful ones always do */
  reviewShare: z.number().min(0).max(1),
  twoFactorRoles: z.array(Role),
  /** which requests may be the same matter as a new one: ended so many days ago at most, received so many */
  sameMatter: z
    .object({ recentDays: z.number().int().min(1).max(365), windowDays: z.number().int().min(30).max(3660) })
    .default({ recentDays: 30, windowDays: 365 }),
  /** 退单与裁定 (domain.md T11–T15): how long a unit may give an order back, and how long a ruling may take */
  returns: z
    .object({
      window: Limit,
      ruling: z.object({ general: Limit, urgent: Limit }),
      /** so many units without one that keeps it make a ruling needed */
      units: z.number().int().min(2).max(9),
    })
    .default({
      window: { amount: 1, unit: 'working-day' },
      ruling: { general: { amount: 1, unit: 'working-day' }, urgent: { amount: 4, unit: 'hour' } },
      units: 3,
    }),
  /** 权属单位: what the lead `owner` of a rule means here */
  owners: z.array(OwnerRow).default([]),
  /** 直派: which orders are dispatched without a person */
  straightThrough: StraightThroughPolicy.prefault({}),
  /** 网格直派与吹哨报到 */
  grid: GridPolicy.prefault({}),
  /** 并案 (domain.md §5.6): which requests are one matter, when many of them alarm, and how much one matter weighs */
  merging: MergingPolicy.default(MERGING),
  /** 派单准确率 the city wants to reach, 0–1 */
  dispatchTarget: z.number().min(0.5).max(1).default(0.965),
  /** whether citizens get text messages; needs a gateway (JIESU_SMS_URL) */
  notices: z.boolean().default(false),
})
export type CityPolicy = z.infer<typeof CityPolicy>

/** How citizens say a scene, for the machine to learn from before there are orders (`phrases.csv`). */
export const ScenePhrase = z.object({ code: CategoryCode, phrase: z.string().min(2).max(200) })
export type ScenePhrase = z.infer<typeof ScenePhrase>

export type City = {
  policy: CityPolicy
  categories: ReadonlyMap<CategoryCode, Category>
  /** in the order of the file; none where a city has no such file */
  phrases: readonly ScenePhrase[]
  regions: ReadonlyMap<RegionCode, Region>
  units: ReadonlyMap<UnitId, Unit>
  rules: readonly DispatchRule[]
  slaProfiles: readonly SlaProfile[]
  lights: readonly LightRule[]
  notAcceptedReasons: readonly NotAcceptedReason[]
  /** by code: `city` for city-wide promises, others for units that keep other hours */
  calendars: ReadonlyMap<string, WorkCalendar>
  /** people of a demo city only; a real city's are made by its administrator */
  staff: readonly Staff[]
}
