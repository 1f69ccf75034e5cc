import type { SignalRow } from '#db/order-write.ts'
import { type SuggestionKind, type Verdict, verdictsOf } from '#domain/accept/verdicts.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { apply } from '#domain/order/fold.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import type { House } from '../shell.ts'
import { readDecided } from '../understand/read-text.ts'
import { modelVersion } from './model-state.ts'
import { categoriesFor } from './suggest-category.ts'

/** What a machine would have shown for a text, the first of each kind. */
type Suggested = { version: string; value: string | null; probability: number | null; sure: boolean }

/** Raised when the cues and rules of `language/facts` are changed, so that their shares are not mixed. */
const RULES = 'rules-1'

type Proposals<T> = { sure: boolean; suggestions: readonly (T & { probability: number })[] }

function first<T>(version: string, { sure, suggestions }: Proposals<T>, pick: (one: T) => string): Suggested {
  const [best] = suggestions
  const value = best === undefined ? null : pick(best)
  return { version, value, probability: best?.probability ?? null, sure }
}

type Reading = (kind: SuggestionKind) => Suggested

/**
 * Read without what the person then chose: the place they set would tell where to look for it. More of a text is
 * read only where more than its category was decided.
 */
function readingOf(house: House, { request: { title, content } }: Order, kinds: readonly SuggestionKind[]): Reading {
  const model = modelVersion(house.models.inForce)
  const category = first(model, categoriesFor(house, title, content), ({ code }) => code)
  if (kinds.every((kind) => kind === 'category')) return () => category
  const read = readDecided(house, { title, content, region: null })
  const said: Record<SuggestionKind, Suggested> = {
    category,
    'request-type': first(RULES, read.requestType, ({ value }) => value),
    urgency: first(RULES, read.urgency, ({ value }) => value),
    place: first(RULES, read.place, ({ place }) => place.region),
    respondent: first(RULES, read.respondent, ({ name }) => name),
  }
  return (kind) => said[kind]
}

/** Codes of nine digits name a town; whoever sets its community, or the town of a suggested one, has taken the place. */
const TOWN_DIGITS = 9

function isTaken(kind: SuggestionKind, suggested: string | null, chosen: string | null): boolean {
  if (suggested === null || chosen === null) return false
  if (kind !== 'place') return suggested.trim() === chosen.trim()
  const [short, long] = suggested.length < chosen.length ? [suggested, chosen] : [chosen, suggested]
  return short.length >= TOWN_DIGITS && long.startsWith(short)
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
    adopted: isTaken(kind, said.value, chosen),
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
    const reading = readingOf(
      house,
      order,
      verdicts.map(({ kind }) => kind),
    )
    for (const verdict of verdicts) {
      const said = reading(verdict.kind)
      // Nothing said and nothing chosen: nobody was right or wrong.
      if (said.value !== null || verdict.chosen !== null) rows.push(rowOf(order, verdict, said))
    }
  }
  return rows
}
