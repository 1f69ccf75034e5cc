import { type PrecedentRow, precedentRows, unitRecords } from '#db/precedents.ts'
import type { City } from '#domain/city/city.ts'
import { ruleCandidates } from '#domain/dispatch/candidates.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { unitRefused } from '#domain/dispatch/dispatch-order.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import { type Evidence, mostTelling, type Precedent } from '#domain/dispatch/recommend.ts'
import { unitsThatReturned } from '#domain/dispatch/returns.ts'
import { pushedDown } from '#domain/grid/departmental.ts'
import type { Instant, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import type { DispatchChoice } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { type DutyIndex, dutiesFor, dutyIndex } from '#language/dispatch/duty-words.ts'
import { sharedWords, type Terms, termsOf } from '#language/dispatch/shared-terms.ts'
import { redact } from '#language/privacy/redact.ts'
import { matterTextOf } from '#language/same/matter-text.ts'
import { cosineOf, readSignature, type Signature, signatureOf } from '#language/same/signature.ts'
import { keyDaysAgo } from '../key-days-ago.ts'
import { isReady } from '../same/same-state.ts'
import type { House } from '../shell.ts'

/** What gathering needs of a house; `db` may be a transaction. */
export type Gatherer = Pick<House, 'db' | 'city' | 'same'>

/** Past orders are looked for that far back: a year has every season once. */
const PRECEDENT_DAYS = 365
/** Orders that say like words whatever their scene: for matters whose scene is new, or read wrong. */
const BY_WORDS = 40
const LEAST_COSINE = 0.12
const DISTRICT_DIGITS = 6

const duties = new WeakMap<City, DutyIndex>()

/** Duty texts are cut into words once a city. */
export function dutyIndexOf(city: City): DutyIndex {
  const known = duties.get(city)
  if (known !== undefined) return known
  const units = [...city.units.values()].filter(({ type, active }) => type !== 'hotline' && active)
  const made = dutyIndex(units.map(({ id, name, duty }) => ({ unit: id, name, duty })))
  duties.set(city, made)
  return made
}

/** An order's words, cut once for all that compares with them. */
export type Read = { signature: Signature; terms: Terms; text: string }

const maskedText = ({ request: { title, content, demand, address, respondentName } }: Pick<Order, 'request'>): string =>
  [title, content, demand, address, respondentName].map((line) => (line === null ? '' : redact(line))).join('\n')

/** From the text as search has it, personal data masked: its words are shown. */
const readOrder = (order: Pick<Order, 'request'>, house: Pick<House, 'same'>): Read =>
  readText(maskedText(order), house)

export function readText(body: string, { same }: Pick<House, 'same'>): Read {
  return { signature: signatureOf(matterTextOf(body), same.words.table), terms: termsOf(body), text: body }
}

type Candidate = { precedent: Precedent; theirs: Signature | null }

function precedentOf(row: PrecedentRow, category: string | null, { signature }: Read): Candidate {
  const theirs = row.terms === null ? null : readSignature(row.terms)
  const precedent = {
    id: row.order_id as OrderId,
    no: row.order_no,
    likeness: theirs === null ? 0 : cosineOf(signature, theirs),
    sameScene: row.category === category,
    region: row.region as RegionCode,
    unit: row.unit as UnitId | null,
    wrong: row.wrong as UnitId[],
    words: [],
  }
  return { precedent, theirs }
}

/** Those that count, with the words they have in common: worked out for some thirty instead of three hundred. */
function telling(rows: readonly PrecedentRow[], { category, region }: Order['request'], read: Read): Precedent[] {
  const candidates = rows.map((row) => precedentOf(row, category, read))
  const signatures = new Map(candidates.map(({ precedent, theirs }) => [precedent.id, theirs]))
  return mostTelling(
    candidates.map(({ precedent }) => precedent),
    region,
  ).map((precedent) => {
    const theirs = signatures.get(precedent.id) ?? null
    return theirs === null ? precedent : { ...precedent, words: sharedWords(read.terms, theirs) }
  })
}

/** Neither a unit that is closed or gave it back, nor one of the grass roots that only a named exception may send it to. */
export const mayHaveOf =
  (order: Order, choice: DispatchChoice, city: City) =>
  (unit: UnitId): boolean =>
    unitRefused(order, unit, city) === null && !pushedDown(order, choice, [unit], city)

/** Rules, past orders, duty texts and records for one order: three queries at most, some ten milliseconds. */
export async function gatherEvidence(house: Gatherer, order: Order, at: Instant): Promise<Evidence> {
  const { db, city, same } = house
  const { category, region } = order.request
  const matter = matterOf(order)
  const choice = chooseUnit(matter, city, unitsThatReturned(order))
  const read = readOrder(order, house)
  const like = isReady(same)
    ? same.index.query(read.signature, { limit: BY_WORDS, endedSince: null, least: LEAST_COSINE })
    : []
  const asked = {
    category,
    region: region.slice(0, DISTRICT_DIGITS),
    fromId: keyDaysAgo(at, PRECEDENT_DAYS),
    not: order.id,
    like: like.map(({ key }) => key),
  }
  const since = keyDaysAgo(at, city.policy.straightThrough.days)
  const [rows, records] = await Promise.all([
    precedentRows(db, asked),
    category === null ? [] : unitRecords(db, category, since, order.id),
  ])
  return {
    region,
    choice,
    named: ruleCandidates(matter, choice, city),
    precedents: telling(rows, order.request, read),
    duties: dutiesFor(dutyIndexOf(city), read.text).map((found) => ({ ...found, unit: found.unit as UnitId })),
    records: records.map((record) => ({ ...record, unit: record.unit as UnitId })),
    mayHave: mayHaveOf(order, choice, city),
  }
}
