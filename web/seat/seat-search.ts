import { z } from 'zod'

/** An order that came back to the seat, to be completed and submitted again. */
export const SeatSearch = z.object({ order: z.string().max(64).optional().catch(undefined) })
export type SeatSearch = z.infer<typeof SeatSearch>
