import { z } from 'zod'
import { Channel, Kind, Light, RequestType, Urgency } from '#domain/city/vocabulary.ts'
import { CategoryCode, Day, Instant, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import { OrderState } from '#domain/order/states.ts'
import { boardFilters } from './board-filters.ts'
import { dispatchFilters } from './dispatch-filters.ts'

/** A value or several, comma-separated, as they stand in a URL: `state=in-handling,rework`. */
const several = <S extends z.ZodType<string>>(one: S, most = 20) =>
  z.preprocess((text) => (typeof text === 'string' ? text.split(',') : text), z.array(one).min(1).max(most))

const only = z.literal('yes').optional()

/** What a list of orders is narrowed to; the URL of a page is this, so every list can be sent as a link. */
export const OrderFilters = z.object({
  state: several(OrderState).optional(),
  open: only.describe('yes: still somebody’s to do'),
  light: several(Light).optional(),
  unit: UnitId.optional().describe('lead, co or sub assignment of this unit'),
  category: CategoryCode.optional().describe('at any level: E, E02 or E0201'),
  region: RegionCode.optional().describe('at any level, from district to grid'),
  channel: several(Channel).optional(),
  type: several(RequestType).optional(),
  kind: several(Kind).optional(),
  urgency: several(Urgency).optional(),
  hazard: only.describe('yes: somebody may come to harm'),
  reworked: only.describe('yes: done again at least once'),
  urged: only.describe('yes: urged at least once'),
  mine: only.describe('yes: taken up by oneself at a desk'),
  overdue: only.describe('yes: the citizen’s clock runs and is over'),
  dueTo: Day.optional().describe('the citizen’s clock runs and ends on this day or earlier'),
  from: Day.optional().describe('received on this day or later'),
  to: Day.optional().describe('received on this day or earlier'),
  endedFrom: Day.optional().describe('ended on this day or later'),
  endedTo: Day.optional().describe('ended on this day or earlier'),
  text: z
    .string()
    .trim()
    .min(2)
    .max(60)
    .optional()
    .describe('any two characters and more of title, text, demand, place'),
  no: z.string().trim().min(4).max(80).optional().describe('order number or a number of another system'),
  ...boardFilters,
  ...dispatchFilters,
})
export type OrderFilters = z.infer<typeof OrderFilters>

export const OrderSort = z.enum(['newest', 'due'])

/** By due moment a page ends at that moment and its order; newest first at the order alone. */
export const DUE_CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(.{1,64})$/

/** A moment that is one: the thirtieth of February has the shape of a day too. */
const isDuePlace = (cursor: string): boolean => Instant.safeParse(DUE_CURSOR.exec(cursor)?.[1]).success

/** The filters of the order list with its order and page. */
export const OrderQuery = OrderFilters.extend({
  sort: OrderSort.default('newest').describe('due: only orders whose citizen’s clock runs, the first due first'),
  cursor: z.string().min(1).max(100).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}).refine(({ sort, cursor }) => sort === 'newest' || cursor === undefined || isDuePlace(cursor), {
  path: ['cursor'],
  message: '`next` of a page in this order',
})
export type OrderQuery = z.infer<typeof OrderQuery>

export const chosenOrders = several(OrderId, 200)
