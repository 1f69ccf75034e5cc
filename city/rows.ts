import { z } from 'zod'
import { Category, DispatchRule, Region, Staff, Unit } from '#domain/city/city.ts'
import { RequestType, Role } from '#domain/city/vocabulary.ts'
import { CategoryCode, RegionCode, UnitId } from '#domain/ids.ts'
import { flag, listOf, number, openFlag, orNull, resolver } from './cells.ts'

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

export const RuleRow = z.object({
  ...DispatchRule.shape,
  priority: number.pipe(z.number().int()),
  category: orNull(CategoryCode),
  region: orNull(RegionCode),
  requestType: orNull(RequestType),
  lead: resolver,
  co: listOf(resolver),
  basis: z.string().min(1, 'the duty list item, law or minutes it rests on'),
})

export const StaffRow = z.object({
  ...Staff.shape,
  roles: listOf(Role).refine((roles) => roles.length > 0, 'at least one role'),
  region: orNull(RegionCode),
})
