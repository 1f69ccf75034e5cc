import { z } from 'zod'
import { all, bindingEach, bindingWithin } from './newest-first.ts'
import { type Keys, within } from './order-keys.ts'
import { type Db, type Sql, sql } from './sql.ts'
import { REPLY_KEYS, TEXT_KEYS } from './text-keys.ts'
import { keyOfStep, stepOf, timeKeys } from './time-keys.ts'

/** A word as SQL looks for it; `pairs` empty: the index cannot tell, the text decides. */
export type Sought = { text: string; like: string; pairs: readonly number[]; titleKeys: readonly number[] }

/** The newest orders that fit a filter with what they say, newest first; `downTo` as with matches. */
export type NewestTexts = { texts: readonly { id: string; body: string }[]; downTo: string | null }

export type TextSearch = {
  kind: 'request' | 'reply'
  /** all must occur; at least one has pairs */
  words: readonly Sought[]
  /** where: anywhere, or all of them in the title */
  inTitle: boolean
  /** conditions on the order's row `w` */
  given: readonly Sql[]
  /** each set: assigned to one of these; its key `w.order_id` alone tells */
  units: readonly (readonly string[])[]
  /** sets of scopes, one of each on what fits: the index leads to these alone */
  scopes: readonly (readonly string[])[]
  /** the newest and the oldest text there is */
  ends: () => Promise<Ends>
  /** where a filter narrows too much for a walk along the words: the newest orders that fit, whatever they say */
  newest: (() => Promise<NewestTexts>) | null
  keys: Keys
}

export type Ends = { newest: string | null; oldest: string | null }

/** `ids`: newest first. `downTo` null: there are no others; else what is older than this key was not looked at. */
export type Matches = { ids: string[]; downTo: string | null }

/**
 * How far to look: until so many fit, or so many that say it were looked at. `from`: what is newer is known already, and so
 * many steps at once are likely to hold some.
 */
export type Look = { fit: number; at: number; from?: { before: string; steps: number } }

/**
 * A text that says it costs 4 µs, and 20 more where the order beside it and its units decide. `fit` is what a count tells
 * exactly. `few`: from so many on nobody waits for more that also fit a filter. `NARROWED`: of so many orders that fit, the
 * texts are read.
 */
const LOOK = { fit: 301, at: 900, few: 60 }
export const NARROWED = 1000
/** Of requests a day, to learn how frequent a word is; answers come days after. */
const FIRST_STEPS = { request: 3, reply: 12 }
/** From a day to five weeks to three years, where nothing is found. */
const FASTER = 32
/** More steps than that (three years) are all there is. */
const STEPS_AT_MOST = 3000
/** A step that brings more than that was guessed too long: a sixteenth of it is tried. */
const TOO_MANY = 12_000
const SHORTER = 16
/**
 * From so many texts a step on, a unit's orders of these steps are read at once: 434 texts of a week cost 6 ms instead of
 * 20, 4,705 of eleven weeks 15 instead of 31. Of a rare word each text is looked up: its steps hold many orders.
 */
const BY_HASH = 3

export const TABLES = {
  request: { table: sql`order_text t`, keys: TEXT_KEYS },
  reply: { table: sql`reply_text t`, keys: REPLY_KEYS },
} as const

/** `coalesce` keeps the planner from guessing how rare a pattern is. */
const says = ({ words, inTitle }: TextSearch): Sql =>
  all(
    words.map(({ like }) =>
      inTitle
        ? sql`coalesce(split_part(t.body, E'\\n', 1) like ${like}, false)`
        : sql`coalesce(t.body like ${like}, false)`,
    ),
  )

const soughtKeys = ({ words, inTitle }: TextSearch): number[] => [
  ...new Set(words.flatMap((word) => (inTitle ? word.titleKeys : word.pairs))),
]

const Found = z.object({ id: z.string(), fits: z.boolean() })

/** `dense`: the words are frequent in them. */
type Steps = { first: number; last: number; dense: boolean }

/** All texts of these steps that say it, newest first, each with whether its order fits. */
function saidWithin(db: Db, search: TextSearch, steps: Steps | null, before: string | null) {
  const { table, keys } = TABLES[search.kind]
  const time = steps === null ? sql`true` : sql`${keys} && ${timeKeys(steps.first, steps.last)}::int[]`
  const read = steps?.dense === true ? { from: keyOfStep(steps.first), before } : null
  const assigned = search.units.map((units) => (read === null ? bindingEach(units) : bindingWithin(units, read)))
  const conditions = [...search.given, ...assigned]
  const fits = conditions.length === 0 ? sql`true` : sql`coalesce(${all(conditions)}, false)`
  const given = all(search.scopes.map((scopes) => sql`${keys} && scope_keys(${scopes}::text[])`))
  const inner = sql`
    (select t.order_id from ${table}
     where ${keys} @> ${soughtKeys(search)}::int[] and ${time} and ${given} and ${says(search)}
       and ${within(sql`t.order_id`, { from: search.keys.from, before })}
     limit ${TOO_MANY})`
  // The order's row is read only for what stands in it.
  const from = search.given.length === 0 ? sql`${inner} w` : sql`${inner} t join work_order w using (order_id)`
  return db.rows(
    sql`
    select m.order_id as id, m.fits
    from   (select w.order_id, ${fits} as fits from ${from} offset 0) m
    order  by m.order_id desc`,
    Found,
  )
}

/** How far a walk has come: what lies before `before`, from step `last` on, is still to be looked at. */
type Walk = { ids: string[]; looked: number; last: number; length: number; before: string | null }

function stretchOf({ last, length, looked }: Walk, top: number, bottom: number): Steps & { isRest: boolean } {
  const isRest = top - last + length > STEPS_AT_MOST
  const dense = last === top || looked / (top - last) >= BY_HASH
  return { first: isRest ? bottom : Math.max(bottom, last - length + 1), last, dense, isRest }
}

/** Walks back from the newest, each time as far as what was found so far lets expect enough. */
async function alongWords(db: Db, search: TextSearch, look: Look): Promise<Matches> {
  const { newest, oldest } = await search.ends()
  if (newest === null || oldest === null) return { ids: [], downTo: null }
  const bottom = stepOf(oldest)
  const top = look.from === undefined ? stepOf(newest) : stepOf(look.from.before)
  const { before, steps } = look.from ?? { before: search.keys.before, steps: FIRST_STEPS[search.kind] }
  const walk: Walk = { ids: [], looked: 0, last: top, length: steps, before }
  while (walk.last >= bottom) {
    const stretch = stretchOf(walk, top, bottom)
    const found = await saidWithin(db, search, stretch.isRest ? null : stretch, walk.before)
    if (found.length >= TOO_MANY && walk.length > 1 && !stretch.isRest) {
      walk.length = Math.max(1, Math.floor(walk.length / SHORTER))
      continue
    }
    walk.looked += found.length
    walk.ids.push(...found.filter(({ fits }) => fits).map(({ id }) => id))
    if (stretch.first <= bottom) break
    walk.before = keyOfStep(stretch.first)
    walk.last = stretch.first - 1
    if (walk.ids.length >= look.fit || walk.looked >= look.at) return { ids: walk.ids, downTo: walk.before }
    walk.length = nextLength(top - walk.last, walk.looked, walk.ids.length, look)
  }
  return { ids: walk.ids, downTo: null }
}

/** As many steps as hold what is still wanted, going by what so many have held; never more than 32 times as many. */
function nextLength(walked: number, looked: number, fit: number, look: Look): number {
  if (looked === 0) return walked * FASTER
  const wanted = Math.min((look.fit - fit) * (looked / Math.max(fit, 1)), look.at - looked)
  return Math.max(1, Math.min(walked * FASTER, Math.ceil((1.1 * walked * wanted) / looked)))
}

const saysIt = ({ words, inTitle }: TextSearch, body: string): boolean => {
  const where = inTitle ? (body.split('\n', 1)[0] ?? '') : body
  return words.every(({ text }) => where.includes(text))
}

const older = (a: string | null, b: string | null): string | null => (a === null || b === null ? null : a < b ? a : b)

/**
 * The orders whose request or replies say all words and which fit, newest first: all of them where they can be told in
 * some milliseconds, else the newest, and where a filter leaves few, those among the newest that fit it.
 */
export async function matching(db: Db, search: TextSearch, look: Look = LOOK): Promise<Matches> {
  const { ids, downTo } = await alongWords(db, search, look)
  if (downTo === null || search.newest === null || ids.length >= LOOK.few) return { ids, downTo }
  const newest = await search.newest()
  const both = new Set([...ids, ...newest.texts.filter(({ body }) => saysIt(search, body)).map(({ id }) => id)])
  return { ids: [...both].toSorted().toReversed(), downTo: older(downTo, newest.downTo) }
}
