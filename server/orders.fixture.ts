import { dissatisfied, satisfied } from '#domain/order/order.fixture.ts'
import type { OrderState } from '#domain/order/states.ts'
import type { Badge, Door, Said, Wish } from './door.fixture.ts'
import { runSweep, sweeps } from './sweeps.ts'

export const LEAD = 'housing'
export const CO = 'municipal-works'
export const DISTRICT = '990101'
export const TOWN = '990101001'

export const citizen = {
  name: '欧阳小明',
  gender: 'male',
  callerPhone: '13800001234',
  contactPhone: '13911112222',
  email: 'xiaoming@mail.example',
  idNumber: '11010519491231002X',
} as const
/** What must never be seen by whoever may not know the citizen: not in a reply, a log line, a URL or an error. */
export const SECRETS = ['欧阳小明', '13800001234', '13911112222', 'xiaoming@mail.example', '11010519491231002X']

export const request = {
  requestType: 'help',
  title: '路面坑洼',
  content: '小区门口路面坑洼,请联系 13800001234',
  category: 'E0201',
  region: TOWN,
  confidential: 'none',
}

type Accepted = { id: string; no: string; queryCode: string; version: number }

const everyDesk = ['agent', 'shift-lead', 'reviewer', 'dispatcher', 'callback-agent', 'quality-checker'] as const

/** Everyone an order meets on its way, with what they say. */
export async function chain(door: Door) {
  const desk = await door.staff({ roles: everyDesk })
  const lead = await door.staff({ roles: ['liaison'], unit: LEAD })
  const co = await door.staff({ roles: ['liaison'], unit: CO })

  const expectDone = async (said: Promise<Said>): Promise<Said> => {
    const answer = await said
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
    return answer
  }
  const accept = async (wish: object = {}, outcome: object = { kind: 'submit' }, more: object = {}) =>
    (
      await expectDone(
        door.ask(desk, 'acceptOrder', {
          body: { channel: 'phone', request: { ...request, ...wish }, appellant: citizen, outcome, ...more },
        }),
      )
    ).body as Accepted

  const on = (badge: Badge, name: Parameters<Door['ask']>[1], orderId: string, body?: unknown, n?: number) => {
    const wish: Wish = { params: { orderId, ...(n === undefined ? {} : { n }) } }
    return expectDone(door.ask(badge, name, body === undefined ? wish : { ...wish, body }))
  }
  const dispatch = (id: string, coUnits: readonly string[] = []) =>
    on(desk, 'dispatchOrder', id, { lead: LEAD, co: coUnits, overrideReason: '测试' })
  const report = {
    handling: '已现场处理',
    publicReply: '路面已修补',
    factTrue: 'yes',
    solved: 'solved',
    signer: '李局',
  }
  const handle = async (badge: Badge, id: string, n: number) => {
    await on(badge, 'signAssignment', id, undefined, n)
    await on(badge, 'recordContact', id, { method: 'phone', result: 'connected', summary: '已联系' }, n)
    await on(badge, 'reportResult', id, report, n)
  }
  const callback = (id: string, outcome: 'close' | 'rework') =>
    on(desk, 'recordCallback', id, {
      result: 'answered',
      channel: 'phone',
      answers: outcome === 'close' ? satisfied : dissatisfied,
      outcome,
    })
  return { desk, lead, co, accept, on, dispatch, report, handle, answers: satisfied, callback }
}
export type Chain = Awaited<ReturnType<typeof chain>>

export const hoursLater = (door: Pick<Door, 'house'>, hours: number): void =>
  door.house.setNow(new Date(Date.parse(door.house.now()) + hours * 3_600_000).toISOString() as never)

export async function sweepAll(door: Pick<Door, 'house'>): Promise<void> {
  for (const sweep of sweeps) await runSweep(door.house, sweep)
}

/** One order of every state that today's transitions reach, each brought there by the calls that bring it there. */
export async function ordersOfAllStates(door: Door): Promise<Record<string, string>> {
  const early = await chain(door)
  const archived = (await early.accept()).id
  await early.dispatch(archived)
  await early.handle(early.lead, archived, 1)
  await early.on(early.desk, 'reviewReply', archived, { verdict: 'approve' })
  await early.callback(archived, 'close')
  hoursLater(door, 24 * 31)
  await sweepAll(door)

  const { accept, on, dispatch, handle, callback, desk, lead, co } = await chain(door)
  const reason = [...door.house.city.notAcceptedReasons][0]?.code
  const found: Partial<Record<OrderState | 'signed' | 'with-co', string>> = { archived }
  found.draft = (await accept({}, { kind: 'draft' })).id
  found['pending-review'] = (await accept({}, { kind: 'submit', review: 'yes' })).id
  found.answered = (await accept({ requestType: 'consult' }, { kind: 'answer', answer: '见官网' })).id
  found['not-accepted'] = (await accept({}, { kind: 'decline', reason })).id
  found.transferred = (await accept({}, { kind: 'transfer', target: '110' })).id
  found['pending-dispatch'] = (await accept()).id
  for (const state of ['in-handling', 'signed', 'with-co', 'pending-reply-review', 'pending-callback'] as const)
    found[state] = (await accept()).id
  found.rework = (await accept()).id
  found.closed = (await accept()).id
  const disputed = (await accept()).id
  found['in-adjudication'] = disputed
  found.withdrawn = (await accept()).id
  found.merged = (await accept()).id
  const { signed, withdrawn, merged, 'in-handling': open, 'with-co': shared } = found
  if (!signed || !withdrawn || !merged || !open || !shared) throw new Error('an order is missing')
  await dispatch(open)
  await dispatch(signed)
  await on(lead, 'signAssignment', signed, undefined, 1)
  await dispatch(shared, [CO])
  await on(co, 'signAssignment', shared, undefined, 2)
  await dispatch(disputed)
  await on(lead, 'requestReturn', disputed, { reason: 'info-missing', explanation: '没有路段', signer: '李局' }, 1)
  const ruler = await door.staff({ roles: ['dispatch-lead'] })
  await on(ruler, 'decideReturn', disputed, { verdict: 'adjudicate', finding: '归谁办' }, 1)
  await on(desk, 'withdrawOrder', withdrawn, { askedBy: 'appellant', reason: '已解决', checked: '回拨核实' })
  await on(desk, 'mergeOrder', merged, { master: open, reason: '同一路段' })
  for (const state of ['pending-reply-review', 'pending-callback', 'rework', 'closed'] as const) {
    const id = found[state]
    if (id === undefined) throw new Error(`no order to become ${state}`)
    await dispatch(id)
    await handle(lead, id, 1)
    if (state !== 'pending-reply-review') await on(desk, 'reviewReply', id, { verdict: 'approve' })
    if (state === 'rework' || state === 'closed') await callback(id, state === 'closed' ? 'close' : 'rework')
  }
  return found as Record<string, string>
}
