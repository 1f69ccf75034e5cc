import { z } from 'zod'
import { Category, DispatchRule, Region, SeasonSpan, Staff, TimeSpan, Unit } from '#domain/city/city.ts'
import { Kind, Ownership, PlaceType, RequestType, RespondentType, Role, RuleHandling } from '#domain/city/vocabulary.ts'
import { CategoryCode, Day, RegionCode, UnitId } from '#domain/ids.ts'
import { flag, listOf, number, openFlag, orNull, resolver, spanCell } from './cells.ts'

/** What each table's row reads like: the domain's schema, with the columns respelt that are not text. */

const levels: ReadonlyMap<string, Category['level']> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
])
const level = z.string().transform((text, context): Category['level'] => {
  const known = levels.get(text)
  if (known !== undefined) return known
  context.addIssue({ code: 'custom', message: '1, 2 or 3' })
  return z.NEVER
})

export const CategoryRow = z.object({
  ...Category.shape,
  level,
  parent: orNull(CategoryCode),
  leadUnit: orNull(z.string()),
  gridDirect: flag,
  hazard: flag,
  keywords: listOf(z.string().min(2, 'keywords of two characters or more')),
  active: openFlag,
})

export const RegionRow = z.object({
  ...Region.shape,
  parent: orNull(RegionCode),
  lng: number,
  lat: number,
})

export const UnitRow = z.object({
  ...Unit.shape,
  parent: orNull(UnitId),
  region: orNull(RegionCode),
  active: openFlag,
})

/** Only `id`, `priority`, `lead` and `basis` must be told; a table from before a column existed has no such cell. */
const anything = <Schema extends z.ZodType<unknown, string>>(schema: Schema) => orNull(schema).prefault('')
const KeywordCell = z
  .string()
  .regex(/^[^+]{2,}(\+[^+]{2,})*$/, 'words of two characters or more; both of two as 井盖+异响')
const DayCell = z.iso.date('a day, 2026-07-01').pipe(Day)
const TIMES = 'two times of the day, 22:00~06:00'
const DAYS = 'two days of the year, 11-15~03-15'

export const RuleRow = z.object({
  ...DispatchRule.shape,
  priority: number.pipe(z.number().int()),
  category: anything(CategoryCode),
  region: anything(RegionCode),
  requestType: anything(RequestType),
  kind: anything(Kind),
  placeType: anything(PlaceType),
  ownership: anything(Ownership),
  respondentType: anything(RespondentType),
  timeOfDay: anything(spanCell(TimeSpan, TIMES)),
  season: anything(spanCell(SeasonSpan, DAYS)),
  keywords: listOf(KeywordCell).prefault(''),
  tags: listOf(z.string().max(40)).prefault(''),
  lead: resolver,
  co: listOf(resolver).prefault(''),
  handling: z.union([z.literal('').transform(() => 'dispatch' as const), RuleHandling]).prefault(''),
  profile: anything(z.string()),
  basis: z.string().min(1, 'the duty list item, law or minutes it rests on'),
  owner: anything(UnitId),
  from: anything(DayCell),
  to: anything(DayCell),
  active: openFlag,
})

export const StaffRow = z.object({
  ...Staff.shape,
  roles: listOf(Role).refine((roles) => roles.length > 0, 'at least one role'),
  region: orNull(RegionCode),
})
