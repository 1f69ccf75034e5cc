import { z } from 'zod'
import { dayOf, instantOf, msOf, SHANGHAI_OFFSET_MS } from './shanghai.ts'

const id = <const Name extends string>(name: Name) => z.string().min(1).max(64).brand(name)

/** A time-ordered ULID: new orders land on one edge of every index. */
export const OrderId = id('OrderId')
export type OrderId = z.infer<typeof OrderId>

/** `<orderId>/<n>`, n from 1 in the order's own sequence. */
export const AssignmentId = id('AssignmentId')
export type AssignmentId = z.infer<typeof AssignmentId>

export const UnitId = id('UnitId')
export type UnitId = z.infer<typeof UnitId>

export const StaffId = id('StaffId')
export type StaffId = z.infer<typeof StaffId>

export const RuleId = id('RuleId')
export type RuleId = z.infer<typeof RuleId>

export const FileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand('FileHash')
export type FileHash = z.infer<typeof FileHash>

/** `E`, `E02` or `E0201`: domain, item, scene of the three-level taxonomy. */
export const CategoryCode = z
  .string()
  .regex(/^[A-Z](\d{2}){0,2}$/)
  .brand('CategoryCode')
export type CategoryCode = z.infer<typeof CategoryCode>

/** GB/T 2260 shape: 6 digits for a district, 9 for a town or street, 12 for a community, 15 for a grid. */
export const RegionCode = z
  .string()
  .regex(/^\d{6}(\d{3}){0,3}$/)
  .brand('RegionCode')
export type RegionCode = z.infer<typeof RegionCode>

/** Any offset and precision is read; what is kept is always UTC with milliseconds. */
const KEPT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const utc = (text: string): string =>
  KEPT.test(text) || Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()

/** From the first moment an order's key can carry to what every database can; texts compare as the moments do. */
const inRange = (text: string): boolean => text >= '1970' && text < '3000'

/** A moment, in ISO 8601 UTC with milliseconds, so that it reads and sorts the same in a log, a row, a test and a reply. */
export const Instant = z.iso
  .datetime({ offset: true })
  .overwrite(utc)
  .refine(inRange, 'a year from 1970')
  .brand('Instant')
export type Instant = z.infer<typeof Instant>

/** A civil day in Asia/Shanghai, `2026-02-13`. */
export const Day = z.iso.date().refine(inRange, 'a year from 1970').brand('Day')
export type Day = z.infer<typeof Day>

export { dayOf, instantOf, msOf, SHANGHAI_OFFSET_MS }
