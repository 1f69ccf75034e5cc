import type { OrderAct, PossibleAct } from '#contract/order-page.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { assignmentNumberOf } from '#domain/order/assignment-id.ts'
import { isOpen } from '#domain/order/states.ts'
import type { Language } from '../language.ts'
import { orderStateWords } from '../words/order.ts'
import { actNames } from './page-words.ts'

/** What is done here in a dialog; everything else is done at its desk. */
const HERE = ['urgeOrder', 'supplementOrder', 'withdrawOrder', 'reopenOrder', 'unmergeOrder'] as const
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
  'unmergeOrder',
  'handDown',
  'withdrawOrder',
]

/** As much of an order as its acts depend on. */
type Acted = Pick<OrderView, 'id' | 'state' | 'assignments'>

export type Offered = { act: OrderAct; whyNot: string | null; byState: boolean }

/** Which state stands in the way of these acts, in one sentence. */
function stateWords(acts: readonly OrderAct[], order: Acted, language: Language): string {
  const state = orderStateWords[order.state][language]
  const verbs = acts.map((act) => actNames[act][language].replace(/^去/, ''))
  if (language === 'zh') return `现在“${state}”，不能${verbs.join('、')}`
  return `${state}: cannot ${verbs.join(', ').toLowerCase()}`
}

/** The server's refusal in the words of this page: which state stands in the way, or the refusal itself. */
function whyNotOf({ act, refusal, why }: PossibleAct, order: Acted, language: Language): string | null {
  if (refusal === null) return null
  return refusal === 'wrong-state' ? stateWords([act], order, language) : (why?.[language] ?? refusal)
}

/** What stands beside the buttons: a reason once, however many buttons it holds back. */
export function barReasons(acts: readonly Offered[], order: Acted, language: Language): string[] {
  const refused = acts.filter((one) => one.whyNot !== null)
  const byState = refused.filter((one) => one.byState).map((one) => one.act)
  const others = refused.flatMap((one) => (one.byState || one.whyNot === null ? [] : [one.whyNot]))
  return [...new Set([...others, ...(byState.length === 0 ? [] : [stateWords(byState, order, language)])])]
}

/** Reopening is thought of when something has ended; before that it would only stand in the way. */
const isEarly = ({ act, byState }: Offered, { state }: Acted): boolean =>
  act === 'reopenOrder' && byState && isOpen(state)

/** Possible acts first, then the ones of this page that are not, each with its reason; acts of other stages are left out. */
export function offered(may: readonly PossibleAct[], order: Acted, language: Language): Offered[] {
  const known = ORDER.flatMap((act) => may.filter((one) => one.act === act))
  const told = known.map((one) => ({
    act: one.act,
    whyNot: whyNotOf(one, order, language),
    byState: one.refusal === 'wrong-state',
  }))
  return [
    ...told.filter((one) => one.whyNot === null),
    ...told.filter(
      (one) => one.whyNot !== null && isHere(one.act) && one.act !== 'unmergeOrder' && !isEarly(one, order),
    ),
  ]
}

type DeskPlace = { to: string; search: Record<string, string | number> }

/** Where an act is done, with the order open there. */
export function deskOf(act: OrderAct, order: Acted, unit: string): DeskPlace {
  const own: AssignmentView | undefined = order.assignments.findLast((a) => a.unit === unit)
  const n = own === undefined ? 1 : assignmentNumberOf(own.id)
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
    case 'reviewIntake':
      return { to: '/review', search: { desk: 'intake-review', order: order.id } }
    default:
      return { to: '/review', search: { desk: 'reply-review', order: order.id } }
  }
}
