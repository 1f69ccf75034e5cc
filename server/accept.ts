import type { Outcome } from '#contract/accept.ts'
import type { Handlers } from '#contract/api.ts'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { amendRequest } from '#domain/accept/amend-request.ts'
import { type OpenOrder, openOrder } from '#domain/accept/open-order.ts'
import type { Appellant } from '#domain/accept/request.ts'
import { reviewIntake } from '#domain/accept/review-intake.ts'
import { answerOrder, declineOrder, transferOrder } from '#domain/accept/settle-at-intake.ts'
import { type KnownAtSubmit, submitOrder } from '#domain/accept/submit-order.ts'
import { supplementOrder, urgeOrder } from '#domain/accept/supplement-order.ts'
import { decide } from '#domain/decision.ts'
import type { OrderId } from '#domain/ids.ts'
import type { OrderEvent, SuggestedMaster } from '#domain/order/event.ts'
import { opened } from '#domain/order/fold.ts'
import type { Order } from '#domain/order/order.ts'
import { reachableOrder } from './change-order.ts'
import { mayCite, wasCited } from './knowledge.ts'
import { signalsOf } from './models/signals.ts'
import { suggestCategory } from './models/suggest-category.ts'
import { categoryName, identityOf, viewOf } from './order-view.ts'
import { addAppellant, addChange } from './persist.ts'
import type { Shell } from './shell.ts'
import { tellAndView } from './told-at-master.ts'
import { changeAndView } from './view-after.ts'

export const hasContact = (appellant: Appellant): boolean =>
  appellant.contactPhone !== null || appellant.callerPhone !== null || appellant.email !== null

/** The order named as the same matter, with its number; false where there is none within the caller's reach. */
async function masterOf(shell: Shell, id: OrderId | undefined): Promise<SuggestedMaster | null | false> {
  if (id === undefined) return null
  const stored = await reachableOrder(shell, id)
  return stored === undefined ? false : { id, no: stored.order.no }
}

const knownOf = (shell: Shell, { request }: Order, appellant: Appellant | null): KnownAtSubmit => ({
  contact: appellant !== null && hasContact(appellant),
  suggestion: suggestCategory(shell, request.title, request.content),
})

type Known = { appellant: Appellant; suggestedMaster: SuggestedMaster | null }

function settle(shell: Shell, order: Order, outcome: Outcome, { appellant, suggestedMaster }: Known) {
  const { actor, city, at } = shell
  switch (outcome.kind) {
    case 'draft':
      return decide<OrderEvent>()
    case 'submit':
      return submitOrder(order, { ...outcome, suggestedMaster }, knownOf(shell, order, appellant), actor, city, at)
    case 'answer':
      return answerOrder(order, outcome, actor, at)
    case 'decline':
      return declineOrder(order, outcome, actor, city, at)
    case 'transfer':
      return transferOrder(order, outcome, actor, at)
  }
}

/** T01 and its outcome in one transaction: a refusal of the outcome leaves no half-accepted order behind. */
export async function accept(shell: Shell, wish: OpenOrder & { appellant: Appellant; outcome: Outcome }) {
  const { city, actor, at } = shell
  const suggestedMaster = await masterOf(
    shell,
    wish.outcome.kind === 'submit' ? wish.outcome.suggestedMaster : undefined,
  )
  if (suggestedMaster === false) return { ok: false as const, refusal: 'unknown-master' as const }
  const numbers = await shell.numbers.next(wish.receivedAt ?? at, shell.db)
  const opening = openOrder(wish, numbers, actor, city, at)
  if (!opening.ok) return opening
  const [first] = opening.events
  if (first === undefined) throw new Error('opening gave no event')
  const known = { appellant: wish.appellant, suggestedMaster }
  const order = opened(numbers.id, first)
  const outcome = settle(shell, order, wish.outcome, known)
  if (!outcome.ok) return outcome
  const write = emptyWrite()
  const stored = addChange(write, numbers.id, null, [first, ...outcome.events], city)
  write.signals.push(...signalsOf(shell, order, outcome.events))
  const identity = addAppellant(write, numbers.id, wish.appellant, shell.vault)
  await writeOrders(shell.db, write)
  return { ok: true as const, reply: { ...stored, identity } }
}

export const acceptHandlers = {
  acceptOrder: async (shell, { body }) => {
    const knowledge = body.outcome.kind === 'answer' ? body.outcome.knowledge : null
    if (!(await mayCite(shell, knowledge))) return { ok: false, refusal: 'knowledge-not-in-force' }
    const accepted = await accept(shell, body)
    if (!accepted.ok) return accepted
    await wasCited(shell, knowledge)
    return { ok: true, reply: viewOf(shell, accepted.reply) }
  },

  amendOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => amendRequest(order, body, shell.actor, shell.city, shell.at)),

  submitOrder: async (shell, { params, body }) => {
    // Whoever may not see the order learns nothing of what they named beside it either.
    if (body.suggestedMaster !== undefined && (await reachableOrder(shell, params.orderId)) === undefined)
      return { ok: false, refusal: 'not-found' }
    const suggestedMaster = await masterOf(shell, body.suggestedMaster)
    if (suggestedMaster === false || suggestedMaster?.id === params.orderId)
      return { ok: false, refusal: 'unknown-master' }
    return changeAndView(shell, params.orderId, (order, stored) => {
      const known = knownOf(shell, order, identityOf(shell.vault, stored))
      return submitOrder(order, { ...body, suggestedMaster }, known, shell.actor, shell.city, shell.at)
    })
  },

  answerOrder: async (shell, { params, body }) => {
    if (!(await mayCite(shell, body.knowledge))) {
      // Whoever may not see the order learns nothing else of it.
      const stored = await reachableOrder(shell, params.orderId)
      return { ok: false, refusal: stored === undefined ? 'not-found' : 'knowledge-not-in-force' }
    }
    const answered = await changeAndView(shell, params.orderId, (order) =>
      answerOrder(order, body, shell.actor, shell.at),
    )
    if (answered.ok) await wasCited(shell, body.knowledge)
    return answered
  },

  declineOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => declineOrder(order, body, shell.actor, shell.city, shell.at)),

  transferOrder: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => transferOrder(order, body, shell.actor, shell.at)),

  reviewIntake: (shell, { params, body }) =>
    changeAndView(shell, params.orderId, (order) => reviewIntake(order, body, shell.actor, shell.at)),

  supplementOrder: (shell, { params, body }) =>
    tellAndView(shell, params.orderId, (order) => supplementOrder(order, body, shell.actor, shell.at)),

  urgeOrder: (shell, { params, body }) =>
    tellAndView(shell, params.orderId, (order) => urgeOrder(order, body, shell.actor, shell.at)),

  classifyText: async (shell, { body }) => {
    const { version, sure, suggestions } = suggestCategory(shell, body.title, body.content)
    const named = suggestions.map(({ category, probability, reasons }) => ({
      category,
      name: categoryName(shell.city, category) ?? '',
      confidence: probability,
      reasons,
    }))
    return { ok: true, reply: { version, sure, suggestions: named } }
  },
} satisfies Partial<Handlers<Shell>>
