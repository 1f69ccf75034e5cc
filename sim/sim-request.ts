import type { z } from 'zod'
import type { acceptOrder } from '#contract/accept.ts'
import type { Channel } from '#domain/city/vocabulary.ts'
import type { CategoryCode, StaffId } from '#domain/ids.ts'

type AcceptBody = z.input<(typeof acceptOrder)['body']>

/** What a citizen brings, and what only the simulator knows: where it truly belongs. */
export type SimRequest = {
  channel: Channel
  request: AcceptBody['request']
  appellant: NonNullable<AcceptBody['appellant']>
  /** null for real messages, where nobody knows */
  trueCategory: CategoryCode | null
  /** the grid worker whose own report it is */
  whistledBy?: StaffId
}
