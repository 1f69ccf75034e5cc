import type { Understanding } from '#contract/understand.ts'
import { cut, MAX, placeFound, type SeatForm } from './seat-form.ts'

/** What decides whose duty it is; each is a code with words of its own. */
const NATURES = ['placeType', 'ownership', 'respondentType'] as const

export type ProposedField =
  | 'type'
  | 'place'
  | 'urgency'
  | 'respondent'
  | 'demand'
  | 'occurredAt'
  | 'hazard'
  | (typeof NATURES)[number]

/** What a text proposes for one field of the form, and what taking it changes. */
export type Proposal = {
  field: ProposedField
  /** as the page shows it; a code where the page has the words for it */
  value: string
  patch: Partial<SeatForm>
  /** null where the text says it outright */
  probability: number | null
  why: { zh: string; en: string } | null
  /** taken along by the one key that takes all */
  sure: boolean
}

const GRADES: readonly SeatForm['urgency'][] = ['normal', 'urgent', 'critical']

const naturesIn = (form: SeatForm, read: Understanding): Proposal[] =>
  NATURES.flatMap((field) => {
    const { sure, suggestions } = read[field]
    const [first] = suggestions
    if (form[field] !== null || first === undefined) return []
    const { value, probability, why } = first
    return [{ field, value, patch: { [field]: value }, probability, why, sure }]
  })

/** What a person has filled is not proposed again; only that it may be more urgent than they think is said all the same. */
export function proposalsFor(form: SeatForm, read: Understanding): Proposal[] {
  const list: Proposal[] = []
  const add = (
    field: ProposedField,
    from: { sure: boolean; suggestions: readonly { probability: number; why: { zh: string; en: string } }[] },
    at: number,
    value: string,
    patch: Partial<SeatForm>,
  ) => {
    const one = from.suggestions[at]
    if (one === undefined) return
    list.push({ field, value, patch, probability: one.probability, why: one.why, sure: from.sure && at === 0 })
  }
  const [type] = read.requestType.suggestions
  if (form.type === null && type !== undefined) add('type', read.requestType, 0, type.value, { type: type.value })
  if (form.place === null)
    for (const [at, { place, address }] of read.place.suggestions.entries())
      if (at === 0 || !read.place.sure)
        add('place', read.place, at, address, { address: cut(address, MAX.address), place: placeFound(place) })
  list.push(...naturesIn(form, read))
  const [urgency] = read.urgency.suggestions
  if (urgency !== undefined && GRADES.indexOf(urgency.value) > GRADES.indexOf(form.urgency))
    add('urgency', read.urgency, 0, urgency.value, { urgency: urgency.value })
  const [respondent] = read.respondent.suggestions
  if (form.respondent.trim() === '' && respondent !== undefined)
    add('respondent', read.respondent, 0, respondent.name, { respondent: cut(respondent.name, MAX.respondent) })
  if (read.hazard !== null && !form.hazard)
    list.push({
      ...{ field: 'hazard', value: '', patch: { hazard: true }, sure: read.hazard.probability >= 0.9 },
      ...{ probability: read.hazard.probability, why: read.hazard.why },
    })
  const said = { probability: null, why: null, sure: true }
  const { demand, occurredAt } = read
  if (form.demand.trim() === '' && demand !== null)
    list.push({ field: 'demand', value: demand.text, patch: { demand: cut(demand.text, MAX.demand) }, ...said })
  if (form.occurredAt.trim() === '' && occurredAt !== null)
    list.push({
      ...{ field: 'occurredAt', value: occurredAt.text, ...said },
      patch: { occurredAt: cut(occurredAt.text, MAX.window) },
    })
  return list
}

/** All that is sure at once, the category with it; null: there is nothing that a key could take. */
export function sureOnes(form: SeatForm, read: Understanding): Partial<SeatForm> | null {
  const sure = proposalsFor(form, read).filter((one) => one.sure)
  const [category] = read.category.suggestions
  const scene =
    form.category === null && read.category.sure && category !== undefined ? { category: category.category } : {}
  const patch = Object.assign({}, ...sure.map((one) => one.patch), scene) as Partial<SeatForm>
  return Object.keys(patch).length === 0 ? null : patch
}
