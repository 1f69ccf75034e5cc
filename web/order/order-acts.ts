import type { OrderAct, PossibleAct } from '#contract/order-page.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import type { Language, Words } from '../language.ts'
import { orderStateWords } from '../words/order.ts'
import { actNames } from './page-words.ts'

/** What is done here in a dialog; everything else is done at its desk. */
export const HERE = ['urgeOrder', 'supplementOrder', 'withdrawOrder', 'reopenOrder'] as const
export type ActHere = (typeof HERE)[number]
export const isHere = (act: OrderAct): act is ActHere => (HERE as readonly OrderAct[]).includes(act)

/** The work of the chain before requests and remarks: what is possible and stands first is the page's one filled button. */
const ORDER: readonly OrderAct[] = [
  'reviewIntake',
  'dispatchOrder',
  'signAssignment',
  'recordContact',
  'reportResult',
  'reviewReply',
  'recordCallback',
  'submitOrder',
  'urgeOrder',
  'reopenOrder',
  'supplementOrder',
  'mergeOrder',
  'handDown',
  'withdrawOrder',
]

/** As much of an order as its acts depend on. */
type Acted = Pick<OrderView, 'id' | 'state' | 'assignments'>

export type Offered = { act: OrderAct; whyNot: string | null }

const NOT_NOW: Words = { zh: '现在', en: 'It is' }

/** The server's refusal in the words of this page: which state stands in the way, or the refusal itself. */
export function whyNotOf({ act, refusal, why }: PossibleAct, order: Acted, language: Language): string | null {
  if (refusal === null) return null
  if (refusal !== 'wrong-state') return why?.[language] ?? refusal
  const state = orderStateWords[order.state][language]
  const verb = actNames[act][language].replace(/^去/, '')
  return language === 'zh'
    ? `${NOT_NOW.zh}“${state}”，不能${verb}`
    : `${NOT_NOW.en} “${state}”: cannot ${verb.toLowerCase()}`
}

/** Possible acts first, then the ones of this page that are not, each with its reason; acts of other stages are left out. */
export function offered(may: readonly PossibleAct[], order: Acted, language: Language): Offered[] {
  const known = ORDER.flatMap((act) => may.filter((one) => one.act === act))
  const told = known.map((one) => ({ act: one.act, whyNot: whyNotOf(one, order, language) }))
  return [...told.filter((one) => one.whyNot === null), ...told.filter((one) => one.whyNot !== null && isHere(one.act))]
}

export type DeskPlace = { to: string; search: Record<string, string | number> }

/** Where an act is done, with the order open there. */
export function deskOf(act: OrderAct, order: Acted, unit: string): DeskPlace {
  const own: AssignmentView | undefined = order.assignments.findLast((a) => a.unit === unit)
  const n = Number(own?.id.split('/')[1] ?? 1)
  switch (act) {
    case 'dispatchOrder':
    case 'mergeOrder':
      return { to: '/dispatch', search: { order: order.id } }
    case 'signAssignment':
    case 'recordContact':
    case 'reportResult':
    case 'handDown':
      return { to: '/unit', search: { order: order.id, n } }
    case 'recordCallback':
      return { to: '/callback', search: { order: order.id } }
    case 'submitOrder':
    case 'amendOrder':
      return { to: '/seat', search: { order: order.id } }
    default:
      return { to: '/review', search: { order: order.id } }
  }
}
