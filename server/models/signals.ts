import type { SignalRow } from '#db/order-write.ts'
import { type SuggestionKind, type Verdict, verdictsOf } from '#domain/accept/verdicts.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { apply } from '#domain/order/fold.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import type { House } from '../shell.ts'
import { modelVersion } from './model-state.ts'
import { categoriesFor } from './suggest-category.ts'

/** What a machine would have shown for a text, the first of each kind. */
export type Suggested = { version: string; value: string | null; probability: number | null; sure: boolean }

type Reading = Readonly<Partial<Record<SuggestionKind, Suggested>>>

function readingOf(house: House, { request }: Order): Reading {
  const { sure, suggestions } = categoriesFor(house, request.title, request.content)
  const [best] = suggestions
  return {
    category: {
      version: modelVersion(house.models.inForce),
      value: best?.code ?? null,
      probability: best?.probability ?? null,
      sure,
    },
  }
}

/** A respondent may be a person: what is kept of the name has no number, and no name after a form of address. */
const kept = (kind: SuggestionKind, value: string | null): string | null =>
  value === null ? null : kind === 'respondent' ? redact(value).slice(0, 100) : value

function rowOf(order: Order, { seq, at, by, desk, kind, chosen }: Verdict, said: Suggested): SignalRow {
  return {
    order_id: order.id,
    seq,
    kind,
    at,
    version: said.version,
    suggested: kept(kind, said.value),
    probability: said.probability,
    sure: said.sure,
    chosen: kept(kind, chosen),
    adopted: chosen !== null && chosen === said.value,
    desk,
    by,
  }
}

/**
 * The training signals of a change: for everything a person decided, what the machine says of the text as it stood then.
 * Worked out here and now, in the same write as the events; no browser is asked what it showed.
 */
export function signalsOf(house: House, before: Order, events: readonly OrderEvent[]): SignalRow[] {
  const rows: SignalRow[] = []
  let order = before
  for (const event of events) {
    const verdicts = verdictsOf(event, order, order.version + 1)
    order = apply(order, event)
    if (verdicts.length === 0) continue
    const reading = readingOf(house, order)
    for (const verdict of verdicts) {
      const said = reading[verdict.kind]
      if (said !== undefined) rows.push(rowOf(order, verdict, said))
    }
  }
  return rows
}
