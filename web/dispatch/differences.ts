import type { OrderView } from '#contract/views.ts'
import { LIVE } from '#domain/order/states.ts'
import type { Language } from '../language.ts'
import { kindWords, orderStateWords, urgencyWords } from '../words/order.ts'
import type { DispatchWords } from './dispatch-words.ts'
import type { Plan } from './plan.ts'

type Changed = { field: string; name: string; theirs: string; mine: string }

const TEXTS = ['title', 'content', 'demand', 'address'] as const
/** Parts of the request that a dispatcher may put back as they were, by an amendment of their own. */
export type RequestPart = (typeof TEXTS)[number] | 'category' | 'kind' | 'urgency' | 'region'

function requestChanges(seen: OrderView, fresh: OrderView, words: DispatchWords, language: Language): Changed[] {
  const [a, b] = [seen.request, fresh.request]
  const named: Record<RequestPart, readonly [string | null, string | null]> = {
    title: [a.title, b.title],
    content: [a.content, b.content],
    demand: [a.demand, b.demand],
    address: [a.address, b.address],
    category: [`${a.category ?? ''} ${seen.categoryName ?? ''}`, `${b.category ?? ''} ${fresh.categoryName ?? ''}`],
    kind: [kindWords[a.kind][language], kindWords[b.kind][language]],
    urgency: [urgencyWords[a.urgency][language], urgencyWords[b.urgency][language]],
    region: [seen.regionName, fresh.regionName],
  }
  return (Object.keys(named) as RequestPart[])
    .filter((part) => named[part][0] !== named[part][1])
    .map((part) => ({
      field: part,
      name: words.fields[part],
      theirs: named[part][1] ?? words.none,
      mine: named[part][0] ?? words.none,
    }))
}

const leadNameOf = ({ assignments }: OrderView, words: DispatchWords): string =>
  assignments.findLast(({ role, state }) => role === 'lead' && LIVE.includes(state))?.unitName ?? words.none

/** What is now beside what one had before one's eyes, and beside what one was about to do; equal lines are left out. */
export function differencesOf(
  seen: OrderView,
  fresh: OrderView,
  plan: Plan,
  words: DispatchWords,
  language: Language,
): Changed[] {
  const changed = requestChanges(seen, fresh, words, language)
  if (fresh.state === seen.state) return changed
  const state = (order: OrderView) => orderStateWords[order.state][language]
  const note = plan.note.trim()
  return [
    { field: 'state', name: words.fields.state, theirs: state(fresh), mine: state(seen) },
    { field: 'lead', name: words.fields.lead, theirs: leadNameOf(fresh, words), mine: plan.lead?.name ?? words.none },
    ...(note === '' ? [] : [{ field: 'note', name: words.fields.note, theirs: words.none, mine: note }]),
    ...changed,
  ]
}

const BELONGING: Partial<Record<RequestPart, readonly (keyof OrderView['request'])[]>> = {
  region: ['region', 'lng', 'lat'],
}

/** The request as it is now, with the chosen parts as one had seen them. */
export function restored(seen: OrderView, fresh: OrderView, parts: readonly RequestPart[]): OrderView['request'] {
  const back = parts.flatMap((part) => BELONGING[part] ?? [part])
  return { ...fresh.request, ...Object.fromEntries(back.map((part) => [part, seen.request[part]])) }
}
