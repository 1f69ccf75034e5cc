import type { CategorySuggestion } from '#domain/accept/category-suggestion.ts'
import { type NewNumbers, openOrder } from '#domain/accept/open-order.ts'
import { submitOrder } from '#domain/accept/submit-order.ts'
import type { City } from '#domain/city/city.ts'
import type { Instant } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { opened } from '#domain/order/fold.ts'
import { hasContact } from '../accept.ts'
import { type Fault, faultAt } from './fault.ts'
import type { Field } from './fields.ts'
import type { RowRequest } from './row-request.ts'

const IMPORTER: Actor = { kind: 'machine', id: 'import', role: null, unit: null }

type Prepared = { ok: true; events: readonly OrderEvent[] } | { ok: false; fault: Fault }

/** What each "no" of the decisions means for the person who mends the file. */
const REFUSED: Readonly<Record<string, { field: Field; expected: string }>> = {
  'received-in-future': { field: 'receivedAt', expected: 'a time that has passed 不得晚于当前时间' },
  'unknown-category': { field: 'category', expected: 'a category of the city 应为本市分类' },
  'category-closed': { field: 'category', expected: 'a category that is not closed 该分类已停用' },
  'unknown-region': { field: 'region', expected: 'a region of the city 应为本市区划' },
  'place-too-coarse': { field: 'region', expected: 'at least the town or street (9 digits) 至少填写到街道、乡镇' },
  'contact-needed': { field: 'phone', expected: 'a phone or mail address, or 是否匿名 = 是 应填写联系方式,或注明匿名' },
}

/** Without a category the model chooses, where it is sure; else a person does, at intake review. */
function withCategory({ request }: RowRequest, { sure, suggestions: [best] }: CategorySuggestion) {
  return request.category !== null || !sure || best === undefined ? request : { ...request, category: best.category }
}

/** T01 and T05 of one row, decided by the same functions as over the API. */
export function prepareOrder(
  line: { row: number; value: RowRequest; text: (field: Field) => string | undefined },
  numbers: NewNumbers,
  suggestion: CategorySuggestion,
  city: City,
  now: Instant,
): Prepared {
  const { channel, receivedAt, appellant } = line.value
  const refused = (refusal: string): Prepared => {
    const { field, expected } = REFUSED[refusal] ?? { field: 'content', expected: refusal }
    return { ok: false, fault: faultAt(line.row, field, line.text(field), expected) }
  }
  const request = withCategory(line.value, suggestion)
  const wish = { channel, request, ...(receivedAt === undefined ? {} : { receivedAt }) }
  const opening = openOrder(wish, numbers, IMPORTER, city, now)
  if (!opening.ok) return refused(opening.refusal)
  const [first] = opening.events
  if (first === undefined) throw new Error('opening gave no event')
  const order = opened(numbers.id, first)
  const known = { contact: hasContact(appellant), suggestion }
  const submitted = submitOrder(order, { review: 'auto' }, known, IMPORTER, city, now)
  return submitted.ok ? { ok: true, events: [first, ...submitted.events] } : refused(submitted.refusal)
}
