import { z } from 'zod'

/** A number that a table counts by, as it stands in an address: no larger than the column holds. */
export const RowNumber = z.coerce.number().int().min(1).max(2_147_483_647)
