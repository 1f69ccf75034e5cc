import type { Handlers } from '#contract/api.ts'
import type { SearchHit, SearchKind, Snippet } from '#contract/search-all.ts'
import { type ListedOrder, ordersById } from '#db/listed-order.ts'
import { loadOrders } from '#db/orders.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { excerptOf } from '#language/search/excerpt.ts'
import { narrowedBy } from './board-filter.ts'
import { knowledgeRow } from './knowledge.ts'
import { repliesOf } from './order-texts.ts'
import { unitName } from './order-view.ts'
import { rowView } from './orders.ts'
import { rankKnowledge, type ScoredItem } from './search-knowledge.ts'
import { type Ranking, rankOrders, type Scored } from './search-orders.ts'
import { readingsOf } from './search-readings.ts'
import type { Shell } from './shell.ts'

/** Three lines of a result on a desk's screen. */
const SHOWN = 110
const TITLE_SHOWN = 130

type Said = { field: Snippet['field']; text: string }

/**
 * The text that says most of the words. Always masked, whoever asks: a list of finds leaves no line in the log of views, so
 * it may not show more than other lists do. Masking reads a text far more closely than looking for words does: the best is
 * masked, and the next only if its words were part of what is hidden.
 */
function bestOf<T extends Said>(texts: readonly T[], words: readonly string[]): { said: T; snippet: Snippet } | null {
  const marked = texts.map((said) => ({ said, marks: excerptOf(said.text, words, SHOWN)?.marks.length ?? 0 }))
  for (const { said, marks } of marked.toSorted((a, b) => b.marks - a.marks)) {
    const found = marks === 0 ? null : excerptOf(redact(said.text), words, SHOWN)
    if (found !== null) return { said, snippet: { field: said.field, ...found } }
  }
  return null
}

const titled = (text: string, words: readonly string[]): Snippet => ({
  field: 'title',
  ...(excerptOf(text, words, TITLE_SHOWN) ?? { text, marks: [] }),
})

function requestSnippets({ request }: Order, masked: string, words: readonly string[]): Snippet[] {
  const { content, demand, address, respondentName } = request
  const texts = { content, demand, address, respondent: respondentName }
  const fields = ['content', 'demand', 'address', 'respondent'] as const
  const said = fields.flatMap((field): Said[] => (texts[field] === null ? [] : [{ field, text: texts[field] }]))
  const best = bestOf(said, words)
  return [titled(masked, words), ...(best === null ? [] : [best.snippet])]
}

function replyHit(shell: Shell, order: Order, row: ListedOrder, words: readonly string[]): SearchHit {
  const best = bestOf(
    repliesOf(order).map((reply) => ({ ...reply, field: 'reply' as const })),
    words,
  )
  const unit = order.assignments.find(({ id }) => id === best?.said.assignment)?.unit
  const hotline = [...shell.city.units.values()].find(({ type }) => type === 'hotline')?.name ?? ''
  return {
    kind: 'replies',
    order: rowView(shell, row),
    snippets: [titled(row.title, words), ...(best === null ? [] : [best.snippet])],
    assignment: best?.said.assignment ?? null,
    by: unit === undefined ? hotline : unitName(shell.city, unit),
  }
}

function knowledgeHit(shell: Shell, { row, words }: ScoredItem): SearchHit {
  const found = excerptOf(row.content, words, SHOWN)
  return {
    kind: 'knowledge',
    item: knowledgeRow(shell, row),
    snippets: [
      titled(row.title, words),
      ...(found === null
        ? [{ field: 'content' as const, text: cutOff(row.content), marks: [] }]
        : [{ field: 'content' as const, ...found }]),
    ],
  }
}

const cutOff = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}…`)

type Found =
  | { kind: 'orders' | 'replies'; score: number; scored: Scored }
  | { kind: 'knowledge'; score: number; scored: ScoredItem }

/** The page's finds with their texts; an order that went out of sight meanwhile is left out. */
async function shown(shell: Shell, page: readonly Found[]): Promise<SearchHit[]> {
  const ids = page.flatMap((found): OrderId[] => (found.kind === 'knowledge' ? [] : [found.scored.id]))
  const [rows, orders] =
    ids.length === 0
      ? [[], new Map<OrderId, { order: Order }>()]
      : await Promise.all([ordersById(shell.db, ids), loadOrders(shell.db, ids)])
  return page.flatMap((found): SearchHit[] => {
    if (found.kind === 'knowledge') return [knowledgeHit(shell, found.scored)]
    const { id, words } = found.scored
    const row = rows.find(({ order_id }) => order_id === id)
    const order = orders.get(id)?.order
    if (row === undefined || order === undefined) return []
    return [
      found.kind === 'replies'
        ? replyHit(shell, order, row, words)
        : { kind: 'orders', order: rowView(shell, row), snippets: requestSnippets(order, row.title, words) },
    ]
  })
}

const NOTHING: Ranking = {
  scored: [],
  tally: { kind: 'orders', count: 0, more: false, ranked: 0, since: null, matched: 'none' },
}

export const searchAllHandlers = {
  searchAll: async (shell, { body: { q, kinds, filters, asTyped, offset, limit } }) => {
    const readings = readingsOf(shell, q, asTyped)
    if (readings === null) return { ok: false, refusal: 'too-short-to-search' }
    const wants = (kind: SearchKind) => kinds.includes(kind)
    const filter = await narrowedBy(shell, filters)
    const orders = (kind: 'orders' | 'replies') =>
      wants(kind) ? rankOrders(shell, kind, readings, filter) : { ...NOTHING, tally: { ...NOTHING.tally, kind } }
    const [requests, replies, knowledge] = await Promise.all([
      orders('orders'),
      orders('replies'),
      wants('knowledge') ? rankKnowledge(shell, readings, filters.category) : null,
    ])
    const all: Found[] = [
      ...requests.scored.map((scored) => ({ kind: 'orders' as const, score: scored.score, scored })),
      ...replies.scored.map((scored) => ({ kind: 'replies' as const, score: scored.score, scored })),
      ...(knowledge?.scored ?? []).map((scored) => ({ kind: 'knowledge' as const, score: scored.score, scored })),
    ].toSorted((a, b) => b.score - a.score)
    const tallies = [requests.tally, replies.tally, ...(knowledge === null ? [] : [knowledge.tally])]
    return {
      ok: true,
      reply: {
        hits: await shown(shell, all.slice(offset, offset + limit)),
        next: all.length > offset + limit ? offset + limit : null,
        also: readings.flatMap(({ also }) => (also === null ? [] : [also])),
        tallies: tallies.filter(({ kind }) => wants(kind)),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
