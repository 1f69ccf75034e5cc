import type { TextRow } from '#db/order-write.ts'
import { scopesOf } from '#db/text-scopes.ts'
import type { AssignmentId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { jointsOf } from '#language/search/keys.ts'
import { plainLine } from '#language/search/needle.ts'
import { pairsOf } from '#language/text/pairs.ts'

/** In the order of the lines of an order's search text; what is not said leaves its line empty. */
export const LINES = ['title', 'content', 'demand', 'address', 'respondent'] as const

type Replied = { assignment: AssignmentId | null; text: string }

/** What was answered: by the hotline itself, then what each unit told the citizen and how it handled the matter. */
export function repliesOf(order: Pick<Order, 'answer' | 'assignments'>): Replied[] {
  const own = order.answer === null ? [] : [{ assignment: null, text: order.answer }]
  const reported = order.assignments.flatMap(({ id, report }) =>
    report === null ? [] : [{ assignment: id, text: `${report.publicReply} ${report.handling}` }],
  )
  return [...own, ...reported]
}

const masked = (line: string | null): string => (line === null ? '' : redact(line))

type Scoped = Pick<Order, 'id' | 'channel' | 'request' | 'assignments'>

/** Where a filter finds the order: of its units every one it was ever given to. */
export const orderScopes = ({ channel, request, assignments }: Scoped): string[] => {
  const { region, category, requestType } = request
  const units = [...new Set(assignments.map(({ unit }) => unit))]
  return scopesOf({ units, region, category: category ?? '', channel, requestType })
}

const rowOf = (order: Scoped, lines: readonly string[]): TextRow => {
  const body = lines.map(plainLine).join('\n')
  return { order_id: order.id, body, pairs: pairsOf(body), joints: jointsOf(body), scopes: orderScopes(order) }
}

/** The same where the masked title is known already. */
export function titledText(order: Scoped, title: string): TextRow {
  const { content, demand, address, respondentName } = order.request
  return rowOf(order, [title, ...[content, demand, address, respondentName].map(masked)])
}

/** What a request is found by: its own words, personal data masked, one field a line. */
export const requestText = (order: Scoped): TextRow => titledText(order, redact(order.request.title))

/** What an answer is found by, one reply a line; null where nobody has answered. */
export function replyText(order: Scoped & Pick<Order, 'answer'>): TextRow | null {
  const replies = repliesOf(order)
  return replies.length === 0
    ? null
    : rowOf(
        order,
        replies.map(({ text }) => masked(text)),
      )
}
