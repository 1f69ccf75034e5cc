import type { City } from '#domain/city/city.ts'
import type { Send } from './api-client.ts'

type Figures = ReadonlyMap<string, number>

const MEASURES = [
  'accepted',
  'answered-directly',
  'dispatched',
  'closed',
  'closed-in-time',
  'overdue',
  'callback-due',
  'callback-answered',
  'response-of',
  'response-right',
  'resolution-of',
  'resolution-right',
  'satisfaction-of',
  'satisfaction-right',
  'rework',
] as const

/** The platform's own figures as it tells them to anybody with the right to read them. */
export async function readFigures(send: Send, who: string): Promise<Figures> {
  const figures = new Map<string, number>()
  const all = await send(who, 'getFigures', { query: { measure: MEASURES.join(','), by: 'all' } })
  const domains = await send(who, 'getFigures', { query: { measure: 'accepted', by: 'l1' } })
  if (!all.ok || !domains.ok)
    throw new Error(`the figures could not be read: ${JSON.stringify(all.ok ? domains : all)}`)
  for (const { measure, n } of all.reply.rows) figures.set(measure, n)
  for (const { key, n } of domains.reply.rows) figures.set(`domain ${key}`, n)
  return figures
}

/** What was added between two readings: a server that was running before has figures of its own. */
export const addedSince = (before: Figures, after: Figures): Figures =>
  new Map([...after].map(([key, n]) => [key, n - (before.get(key) ?? 0)]))

const rate = (figures: Figures, right: string, of: string): string => {
  const [r, o] = [figures.get(right) ?? 0, figures.get(of) ?? 0]
  return o === 0 ? `${r}/${o}` : `${r}/${o} (${((100 * r) / o).toFixed(1)} %)`
}

export function figureLines(figures: Figures, city: City): string[] {
  const n = (key: string): number => figures.get(key) ?? 0
  const domains = [...city.categories.values()].filter((category) => category.level === 1)
  const shares = domains.map(({ code, name }) => `    ${code} ${name}  ${rate(figures, `domain ${code}`, 'accepted')}`)
  return [
    `受理 accepted ${n('accepted')}`,
    ...shares,
    `直接答复 answered directly ${rate(figures, 'answered-directly', 'accepted')}`,
    `派单 dispatched ${n('dispatched')}`,
    `办结 closed ${n('closed')},按时 in time ${rate(figures, 'closed-in-time', 'closed')},超期 overdue ${n('overdue')}`,
    `回访 called back ${rate(figures, 'callback-answered', 'callback-due')},重办 rework ${n('rework')}`,
    `响应率 response ${rate(figures, 'response-right', 'response-of')}`,
    `解决率 resolution ${rate(figures, 'resolution-right', 'resolution-of')}`,
    `满意率 satisfaction ${rate(figures, 'satisfaction-right', 'satisfaction-of')}`,
  ]
}

const local = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')

/** A few whole stories, as the platform tells them: titles and words are already redacted by it. */
export async function storyLines(send: Send, who: string, from: string, most: number): Promise<string[]> {
  const listed = await send(who, 'listOrders', { query: { state: 'closed,archived', from, limit: 200 } as never })
  if (!listed.ok) return [`stories: ${listed.refusal}`]
  const handled = listed.reply.orders.filter((order) => order.leadUnit !== null)
  const every = Math.max(1, Math.floor(handled.length / most))
  const told = handled.filter((_, i) => i % every === 0).slice(0, most)
  const lines: string[] = []
  for (const order of told) {
    lines.push('', `${order.no}  ${order.title}  [${order.categoryName ?? ''}] ${order.leadUnitName ?? ''}`)
    const timeline = await send(who, 'orderTimeline', { params: { orderId: order.id } })
    if (timeline.ok) for (const entry of timeline.reply.entries) lines.push(`    ${local(entry.at)}  ${entry.words.zh}`)
  }
  return lines
}
