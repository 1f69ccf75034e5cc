import type { Words } from '#contract/event-words.ts'
import type { KeptClock, StoryEntry } from '#contract/story.ts'
import { textOf } from '#contract/story-line.ts'
import { storyWords, type Told } from '#contract/story-words.ts'
import { timelineWords } from '#contract/timeline-words.ts'
import type { ClockCode } from '#domain/city/vocabulary.ts'
import { type Clock, isLate } from '#domain/deadline/clock.ts'
import { clocksMet } from '#domain/deadline/kept.ts'
import { dueWords, spanWords } from '#domain/deadline/time-words.ts'
import { msOf } from '#domain/ids.ts'
import type { EventOf, OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { publicEvents } from '#domain/order/public-events.ts'
import { redact } from '#language/privacy/redact.ts'
import { categoryName, unitName } from './order-view.ts'
import { readerOf } from './redacted.ts'
import { isHotlineDesk, isUnitDesk } from './scope.ts'
import type { Shell } from './shell.ts'
import { staffWords } from './staff-words.ts'

const MET: Partial<Record<ClockCode, Words>> = {
  C1: { zh: '派单', en: 'Dispatch' },
  C2: { zh: '签收', en: 'Signing' },
  C3: { zh: '首次联系', en: 'First contact' },
  C4: { zh: '到场', en: 'Arrival' },
  C5: { zh: '答复', en: 'Answer' },
  C6: { zh: '审核', en: 'Review' },
  C7: { zh: '回访', en: 'Callback' },
  C8: { zh: '重办', en: 'Redoing' },
  C9: { zh: '退单审核', en: 'The return decision' },
  C11: { zh: '裁定', en: 'The ruling' },
}

/** 首次联系按时，比时限早 6 小时 51 分 */
function keptWords(clock: Clock): KeptClock[] {
  const what = MET[clock.code]
  if (what === undefined || clock.stoppedAt === null) return []
  const late = isLate(clock, clock.stoppedAt)
  const apart = msOf(clock.due) - msOf(clock.stoppedAt)
  const words = late
    ? { zh: `${what.zh}超时，晚 ${spanWords(apart, 'zh')}`, en: `${what.en} late by ${spanWords(apart, 'en')}` }
    : {
        zh: `${what.zh}按时，比时限早 ${spanWords(apart, 'zh')}`,
        en: `${what.en} in time, ${spanWords(apart, 'en')} early`,
      }
  return [{ code: clock.code, late, words }]
}

/** Two parties may owe the same step; the stricter promise tells whether it was kept. */
function strictest(clocks: readonly Clock[]): readonly Clock[] {
  const sorted = [...clocks].sort((a, b) => (a.due < b.due ? -1 : 1))
  return sorted.filter((clock, i) => sorted.findIndex((other) => other.code === clock.code) === i)
}

/** What the citizen was promised when the order was accepted, as it was said that day. */
function promiseOf(opened: EventOf<'opened'>, events: readonly OrderEvent[]): Words | null {
  const submitted = events.find((e) => e.kind === 'submitted' || e.kind === 'submitted-for-review')
  const due = (code: ClockCode) => submitted?.clocks.find((c) => c.party === 'citizen' && c.code === code)?.due
  const when = (code: ClockCode, language: 'zh' | 'en') => {
    const moment = due(code)
    return moment === undefined ? null : dueWords(moment, opened.receivedAt, language)
  }
  const both = (zh: string, en: string, code: ClockCode): Words[] => {
    const [a, b] = [when(code, 'zh'), when(code, 'en')]
    return a === null || b === null ? [] : [{ zh: `${a} 前${zh}`, en: `${en} by ${b}` }]
  }
  const promises = [...both('联系', 'contact', 'C3'), ...both('答复', 'an answer', 'C5')]
  if (promises.length === 0) return null
  return { zh: promises.map((p) => p.zh).join('，'), en: promises.map((p) => p.en).join(', ') }
}

const FOLDED: ReadonlySet<OrderEvent['kind']> = new Set<OrderEvent['kind']>([
  'clock-warned',
  'clocks-recomputed',
  'handling-completed',
  'archived',
])

/** Submitting in the same breath as opening says nothing new: the first sentence has it. */
const isSameBreath = (event: OrderEvent, events: readonly OrderEvent[]): boolean =>
  (event.kind === 'submitted' || event.kind === 'submitted-for-review') && events[0]?.at === event.at

/** Signed by the platform since nobody did: that sentence says the limit has passed. */
const isToldNext = (event: OrderEvent, next: OrderEvent | undefined): boolean =>
  event.kind === 'clock-missed' && next?.kind === 'auto-signed' && next.at === event.at

/** The first sentence tells both; so it is the public one of the two. */
function isPublic(event: OrderEvent, events: readonly OrderEvent[]): boolean {
  if (event.kind === 'opened') return events.some((other) => isSameBreath(other, events))
  // A second dispatch is the city's own business: the citizen reads of the first, and who leads now.
  if (event.kind === 'dispatched') return events.find(({ kind }) => kind === 'dispatched') === event
  return publicEvents.has(event.kind) && !isSameBreath(event, events)
}

/** People say the same in two fields; once is enough, and what the sentence has need not be quoted. */
const isNew =
  (sentence: string) =>
  ({ zh }: Words, i: number, all: readonly Words[]): boolean =>
    !sentence.includes(zh) && all.findIndex((other) => other.zh === zh) === i

/** The order's life as this caller may read it: people by right, words masked outside the hotline's desks. */
export async function storyOf(shell: Shell, order: Order, events: readonly OrderEvent[]): Promise<StoryEntry[]> {
  const { city } = shell
  const reader = readerOf(order, isUnitDesk(shell, order))
  const mask = (text: string) => (isHotlineDesk(shell.caller) ? text : redact(text, reader))
  const masked = ({ zh, en }: Words): Words => ({ zh: mask(zh), en: mask(en) })
  // What stands in weight are names of staff and units, told by right; people's own words never do.
  const parts = (line: Told['zh']) => line.map((part) => (part.strong ? part : { ...part, text: mask(part.text) }))
  const who = await staffWords(
    shell,
    events.map((event) => event.by),
  )
  const met = clocksMet(order.id, events)
  const names = {
    unit: (id: string) => unitName(city, id),
    assignment: (id: string) => unitName(city, order.assignments.find((a) => a.id === id)?.unit ?? id),
    clockUnit: (clock: string) => {
      const owner = order.assignments.find((a) => a.id === `${order.id}/${clock.split('-')[0]}`)
      return owner === undefined ? null : unitName(city, owner.unit)
    },
    category: (code: string | null) => categoryName(city, code) ?? '',
    ruleBasis: (id: string) => city.rules.find((rule) => rule.id === id)?.basis ?? '',
  }
  return events.map((event, index) => {
    const promise = event.kind === 'opened' ? promiseOf(event, events) : null
    const told = storyWords(event, { ...names, who: who(event.by), promise })
    const words = timelineWords(event, names)
    return {
      seq: index + 1,
      at: event.at,
      kind: event.kind,
      who: event.by.kind === 'staff' ? event.by.id : event.by.kind,
      unitName: event.by.unit === null ? null : unitName(city, event.by.unit),
      words: masked(words),
      line: { zh: parts(told.zh), en: parts(told.en) },
      quotes: (told.quotes ?? []).filter(isNew(textOf(told.zh))).map(masked),
      cites: event.kind === 'answered' ? event.knowledge : null,
      kept: strictest(met.get(index + 1) ?? []).flatMap(keptWords),
      tone: told.tone ?? 'plain',
      folded: FOLDED.has(event.kind) || isSameBreath(event, events) || isToldNext(event, events[index + 1]),
      public: isPublic(event, events),
    }
  })
}
