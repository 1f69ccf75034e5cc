import type { City } from '../city/city.ts'
import type { Day } from '../ids.ts'
import { type KeptState, type KnowledgeId, type KnowledgeItem, type KnowledgeText, stateOn } from './item.ts'

/** Rows with versions, not events: what an item said is kept whole, and nobody asks how it came from word to word. */
export type Kept<Refusal extends string> = { ok: true; item: KnowledgeItem } | { ok: false; refusal: Refusal }

type Fault = 'unknown-category' | 'unknown-unit' | 'keyword-is-title' | 'validity-reversed'

function faultIn(text: KnowledgeText, city: City): Fault | null {
  const category = city.categories.get(text.category)
  if (category === undefined || category.level === 1) return 'unknown-category'
  if (!city.units.has(text.ownerUnit)) return 'unknown-unit'
  if (text.keywords.includes(text.title)) return 'keyword-is-title'
  return text.validTo !== null && text.validTo < text.validFrom ? 'validity-reversed' : null
}

const kept = (item: KnowledgeItem) => ({ ok: true, item }) as const
const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** A new item is a draft: somebody puts it in force who has read it. */
export function createItem(id: KnowledgeId, text: KnowledgeText, city: City): Kept<Fault> {
  const fault = faultIn(text, city)
  return fault === null ? kept({ ...text, id, version: 1, state: 'draft' }) : no(fault)
}

/** A change of an item in force is in force at once, as its next version; what stood before can be read on. */
export function changeItem(item: KnowledgeItem, text: KnowledgeText, city: City): Kept<Fault | 'item-withdrawn'> {
  if (item.state === 'withdrawn') return no('item-withdrawn')
  const fault = faultIn(text, city)
  return fault === null ? kept({ ...item, ...text, version: item.version + 1 }) : no(fault)
}

const moved = (item: KnowledgeItem, state: KeptState) => kept({ ...item, state, version: item.version + 1 })

/** From a draft, or back from withdrawn; not past its last day, since it would be expired at once. */
export function putInForce(item: KnowledgeItem, today: Day): Kept<'item-in-force' | 'item-expired'> {
  if (item.validTo !== null && item.validTo < today) return no('item-expired')
  return item.state === 'in-force' ? no('item-in-force') : moved(item, 'in-force')
}

export function withdrawItem(item: KnowledgeItem, today: Day): Kept<'item-not-in-force'> {
  const state = stateOn(item, today)
  return state === 'in-force' || state === 'expired' ? moved(item, 'withdrawn') : no('item-not-in-force')
}
