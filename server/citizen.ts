import type { Handlers } from '#contract/api.ts'
import { stageWords } from '#contract/stage-words.ts'
import { findOrder, orderEvents } from '#db/orders.ts'
import { filesLeft, MAX_FILES_OF_CITIZEN } from '#domain/accept/attach-file.ts'
import { completeRequest, type RequestWish, RequestWish as Wish } from '#domain/accept/open-order.ts'
import { supplementOrder, urgeOrder } from '#domain/accept/supplement-order.ts'
import { rateOrder } from '#domain/callback/record-callback.ts'
import { againstWithdrawing, withdrawOwn } from '#domain/callback/withdraw-own.ts'
import type { City } from '#domain/city/city.ts'
import { RequestType } from '#domain/city/vocabulary.ts'
import type { Decision } from '#domain/decision.ts'
import type { Actor } from '#domain/order/actor.ts'
import type { EventKind, OrderEvent } from '#domain/order/event.ts'
import { type Assignment, can, type Order, publicReplyOf } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { accept } from './accept.ts'
import { addressKey } from './address-key.ts'
import { suggestCategory } from './models/suggest-category.ts'
import { unitName } from './order-view.ts'
import type { Shell } from './shell.ts'
import { admitted, throttled } from './throttle.ts'
import { orderOfTicket } from './ticket.ts'
import { changeAndTell } from './told-at-master.ts'

/** A wrong number or code counts against the address: six characters must not be guessed at leisure. */
async function orderBehind(shell: Shell, ticket: { no: string; code: string }) {
  const doors = [{ what: 'ticket' as const, who: addressKey(shell.ip) }]
  const id = await throttled(shell, doors, async () => (await orderOfTicket(shell, ticket.no, ticket.code)) ?? null)
  if (id === 'too-many-requests') return { ok: false, refusal: 'too-many-requests' } as const
  return id === null ? ({ ok: false, refusal: 'ticket-unknown' } as const) : ({ ok: true, id } as const)
}

/** The steps a citizen is shown, in the public wording; everything else in the log is the city's own business. */
const SHOWN: Partial<Record<EventKind, { zh: string; en: string }>> = {
  submitted: { zh: '已受理', en: 'Accepted' },
  'submitted-for-review': { zh: '已受理', en: 'Accepted' },
  answered: { zh: '已答复', en: 'Answered' },
  contacted: { zh: '承办单位已联系您', en: 'The unit has contacted you' },
  'reply-approved': { zh: '已答复', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
  'rework-ordered': { zh: '重办中', en: 'Being done again' },
  reopened: { zh: '重办中', en: 'Being done again' },
  supplemented: { zh: '已补充', en: 'Your addition was recorded' },
  urged: { zh: '已催办', en: 'Your urging was passed on' },
  'not-accepted': { zh: '不属受理范围，已告知途径', en: 'Outside the hotline’s scope; told the proper way' },
  transferred: { zh: '已转接', en: 'Transferred' },
  withdrawn: { zh: '已撤单', en: 'Withdrawn' },
  merged: { zh: '与同类诉求合并办理', en: 'Handled together with the same matter of others' },
  unmerged: { zh: '单独办理', en: 'Handled on its own' },
  'master-answered': { zh: '已答复', en: 'Answered' },
  'returned-to-master': { zh: '重办中', en: 'Being done again' },
}

/** A second dispatch says nothing: that a unit gave it back is the city's own business. */
function stepOf(event: OrderEvent, city: City, first: OrderEvent | undefined) {
  if (event.kind === 'callback-answered')
    return event.by.kind === 'citizen' ? [{ at: event.at, words: { zh: '您已评价', en: 'You have rated it' } }] : []
  if (event.kind === 'dispatched') {
    if (event !== first) return []
    const lead = unitName(city, event.assignments.find((a) => a.role === 'lead')?.unit ?? '')
    return [{ at: event.at, words: { zh: `已派单至 ${lead}`, en: `Dispatched to ${lead}` } }]
  }
  // What the callers of merged orders say is for who works on it, not for this caller.
  if ((event.kind === 'supplemented' || event.kind === 'urged') && event.merged !== undefined) return []
  const words = SHOWN[event.kind]
  return words === undefined ? [] : [{ at: event.at, words }]
}

/** Who works on it; once the citizen took it back, who did. */
function atIt(order: Order): readonly Assignment[] {
  const own = order.assignments.filter((a) => a.role !== 'sub' && a.state !== 'returned')
  return order.state === 'withdrawn' ? own : own.filter((a) => a.state !== 'cancelled')
}

/** The citizen's own rating of the answer that stands; a new answer is rated anew. */
function ratingOf(events: readonly OrderEvent[]) {
  const round = events.slice(events.findLastIndex((event) => event.kind === 'reply-approved') + 1)
  const rating = round.findLast((event) => event.kind === 'callback-answered' && event.by.kind === 'citizen')
  if (rating?.kind !== 'callback-answered') return null
  return { solved: rating.answers.solved, satisfaction: rating.answers.satisfaction }
}

/** As whom a citizen acts on these pages. */
const CITIZEN: Actor = { kind: 'citizen', id: 'citizen', role: null, unit: null }

/** While somebody else's order carries this one, its progress is this citizen's too; what was promised to them stays. */
const carries = (order: Order): boolean => order.state === 'merged'
const carried = (order: Order, master: Order | undefined) =>
  carries(order) && master !== undefined ? atIt(master) : null

function stageOf(shell: Shell, order: Order, master: Order | undefined) {
  const nameOf = (id: string) => unitName(shell.city, id)
  const own = stageWords(order, nameOf)
  if (!carries(order) || master === undefined) return own
  const there = stageWords(master, nameOf)
  return { zh: `${there.zh}（与同类诉求合并办理）`, en: `${there.en} (together with the same matter of others)` }
}

const promisedBy = (order: Order) =>
  order.clocks.find(
    ({ id, stoppedAt }) =>
      id === 'citizen-C5' &&
      (stoppedAt === null || (carries(order) && order.answer === null && order.heldClocks.includes(id))),
  )?.due ?? null

/** Where the matter went, from the master's log: the citizen's own log knows only that it was merged. */
async function stepsOfMaster(shell: Shell, order: Order) {
  if (order.master === null) return []
  const events = (await orderEvents(shell.db, order.master)).map((row) => row.event as OrderEvent)
  const first = events.find((event) => event.kind === 'dispatched')
  return first === undefined ? [] : stepOf(first, shell.city, first)
}

async function citizenView(shell: Shell, order: Order) {
  const master = order.master === null ? undefined : (await findOrder(shell.db, order.master))?.order
  const stage = stageOf(shell, order, master)
  const reply = publicReplyOf(master ?? order)
  const events = (await orderEvents(shell.db, order.id)).map((row) => row.event as OrderEvent)
  const rated = ratingOf(events)
  const firstDispatch = events.find((event) => event.kind === 'dispatched')
  const possible = {
    supplement: can(order, 'supplemented'),
    urge: can(order, 'urged'),
    withdraw: againstWithdrawing(order) === null,
    rate: rated === null && can(order, 'callback-answered'),
  }
  return {
    no: order.no,
    title: redact(order.request.title),
    receivedAt: order.receivedAt,
    stage: stage.zh,
    stageEn: stage.en,
    expectedBy: promisedBy(order),
    units: [...new Set([...(carried(order, master) ?? []), ...atIt(order)].map((a) => unitName(shell.city, a.unit)))],
    reply: reply === null ? null : redact(reply),
    rated,
    told: events.find((event) => event.kind === 'not-accepted')?.told ?? null,
    files: order.files.filter((f) => f.by.kind === 'citizen' && f.merged === undefined).length,
    filesLeft: filesLeft(order, CITIZEN),
    steps: [
      ...events.flatMap((event) => stepOf(event, shell.city, firstDispatch)),
      ...(await stepsOfMaster(shell, order)),
    ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    may: (['supplement', 'urge', 'withdraw', 'rate'] as const).filter((what) => possible[what]),
  }
}

async function byTicket<R extends string>(
  shell: Shell,
  ticket: { no: string; code: string },
  decideOn: (order: Order) => Decision<OrderEvent, R>,
) {
  const found = await orderBehind(shell, ticket)
  if (!found.ok) return found
  const changed = await changeAndTell(shell, found.id, decideOn)
  return changed.ok ? { ok: true as const, reply: await citizenView(shell, changed.reply.order) } : changed
}

/** A citizen does not choose a category: the first suggestion stands in until intake review has looked. */
function classified(shell: Shell, request: Partial<RequestWish>): RequestWish {
  const { title, content } = completeRequest(Wish.parse({ ...request, category: null }), shell.city)
  const [best] = suggestCategory(shell, title, content).suggestions
  return Wish.parse({ ...request, category: best?.category ?? null })
}

export const citizenHandlers = {
  citizenCity: async ({ city }) => {
    const regions = [...city.regions.values()]
    return {
      ok: true,
      reply: {
        name: city.policy.name,
        requestTypes: RequestType.options,
        confidentialTypes: [...city.policy.confidentialTypes],
        towns: regions
          .filter(({ level }) => level === 'town')
          .map(({ code, name, parent }) => ({
            code,
            name,
            district: (parent === null ? undefined : city.regions.get(parent)?.name) ?? '',
          })),
        // The last profile takes whatever no other has taken: the ordinary matter.
        answerWithin: city.slaProfiles.at(-1)?.limits.C5 ?? null,
        notAccepted: [...city.notAcceptedReasons],
        notices: city.policy.notices,
        filesMax: MAX_FILES_OF_CITIZEN,
      },
    }
  },

  citizenSubmit: async (shell, { body }) => {
    const room = await admitted(shell, { what: 'submission', who: addressKey(shell.ip) })
    if (!room) return { ok: false, refusal: 'too-many-requests' }
    const accepted = await accept(shell, {
      channel: body.channel,
      request: classified(shell, body.request),
      appellant: body.appellant,
      outcome: { kind: 'submit', review: 'auto' },
    })
    if (!accepted.ok) return accepted as { ok: false; refusal: 'contact-needed' }
    const { order } = accepted.reply
    return { ok: true, reply: { no: order.no, code: order.queryCode, stage: stageWords(order, String).zh } }
  },

  citizenFollow: async (shell, { body }) => {
    const found = await orderBehind(shell, body)
    if (!found.ok) return found
    const stored = await findOrder(shell.db, found.id)
    if (stored === undefined) return { ok: false, refusal: 'ticket-unknown' }
    return { ok: true, reply: await citizenView(shell, stored.order) }
  },

  citizenSupplement: (shell, { body }) =>
    byTicket(shell, body, (order) => supplementOrder(order, { text: body.text, evidence: [] }, shell.actor, shell.at)),

  citizenUrge: (shell, { body }) =>
    byTicket(shell, body, (order) => urgeOrder(order, { text: body.text }, shell.actor, shell.at)),

  citizenWithdraw: (shell, { body }) =>
    byTicket(shell, body, (order) => withdrawOwn(order, body.reason, shell.actor, shell.at)),

  citizenRate: (shell, { body }) =>
    byTicket(shell, body, (order) => rateOrder(order, body.answers, shell.actor, shell.city, shell.at)),
} satisfies Partial<Handlers<Shell>>
