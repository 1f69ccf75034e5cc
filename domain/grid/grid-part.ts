import { z } from 'zod'
import { StaffId, UnitId } from '../ids.ts'

/** 主责 / 备岗: whose grid it is, and who stands in. */
export const GridPost = z.enum(['main', 'backup'])
export type GridPost = z.infer<typeof GridPost>

/** 网格直派: the worker who has the matter; the street has a shadow notice and the matter counts for it. */
export const GridPart = z.object({ worker: StaffId, post: GridPost, street: UnitId.nullable() })
export type GridPart = z.infer<typeof GridPart>

/** Why a matter leaves the grid again (T32): the worker cannot settle it, refuses it, or the limit is over. */
export const ReportUpGround = z.enum([
  'cannot-settle',
  'needs-department',
  'needs-enforcement',
  'not-this-grid',
  'not-safe',
  'over-24-hours',
])

export type ReportUpGround = z.infer<typeof ReportUpGround>

/** What the phone says of a picture: its own clock and place (WGS-84), metres of doubt. Kept beside the server's time. */
export const PhotoTaken = z.object({
  at: z.iso.datetime({ offset: true }),
  lng: z.number().min(-180).max(180).nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  accuracy: z.number().min(0).max(100_000).nullable(),
})
export type PhotoTaken = z.infer<typeof PhotoTaken>
