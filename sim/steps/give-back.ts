import { aWhile, HOUR, MINUTE } from '../delays.ts'
import { pick } from '../random.ts'
import { returnGrounds } from '../texts/returns.ts'
import { act, after, type Doing } from '../world.ts'
import { assignmentOf, isBeforeReport } from './assignments.ts'
import { rightUnit } from './right-unit.ts'
import { beginHandling } from './signing.ts'

/** Asked for by the unit's liaison, with what such a request has to be shown with; decided within the hotline's hours. */
export const giveBack: Doing<'give-back'> = async (world, life, at, { n }) => {
  const assignment = assignmentOf(life, n)
  const person = assignment === undefined ? null : world.people.ofUnit(assignment.unit)
  if (life.order === null || !isBeforeReport(assignment) || person === null) return
  const right = rightUnit(world, life)
  const ground = pick(life.random, returnGrounds)
  const suggestedUnit = right === assignment.unit ? null : right
  const params = { orderId: life.order.id, n }
  const body = { ...ground, evidence: [], suggestedUnit, signer: '分管负责人' }
  const asked = await act(world, life, person.login, 'requestReturn', { params, body })
  if (asked === null) return
  world.tally.returned += 1
  after(world, life, at + aWhile(life.random, 10 * MINUTE, 2 * HOUR), { kind: 'decide-return', n })
}

const FOUND = { approve: '核对派单目录和职责清单，不属该单位，同意退出', reject: '派单目录载明由该单位主办，继续办理' }

/** The lead of the dispatchers compares with the catalogue; a second return goes to a ruling. */
export const decideReturn: Doing<'decide-return'> = async (world, life, at, { n }) => {
  const { order, random } = life
  const assignment = assignmentOf(life, n)
  if (order === null || assignment?.state !== 'return-requested') return
  const lead = world.people.onDuty('dispatch-lead', random, at).login
  const right = rightUnit(world, life)
  const approve = right !== null && right !== assignment.unit
  const second = order.assignments.some((a) => a.state === 'returned' && a.role === 'lead')
  const params = { orderId: order.id, n }
  const body = second
    ? ({ verdict: 'adjudicate', finding: '两家单位均称不属职责，提交裁定' } as const)
    : approve
      ? ({ verdict: 'approve', finding: FOUND.approve } as const)
      : ({ verdict: 'reject', finding: FOUND.reject } as const)
  if ((await act(world, life, lead, 'decideReturn', { params, body })) === null) return
  const soon = at + aWhile(random, 5 * MINUTE, HOUR)
  if (body.verdict === 'approve') {
    life.suggested = right
    after(world, life, soon, { kind: 'dispatch' })
  } else if (body.verdict === 'adjudicate') after(world, life, soon + 2 * HOUR, { kind: 'rule' })
  else after(world, life, soon, { kind: 'contact', n, from: at })
}

/** 裁定: both sides heard, and the matter goes to whom the catalogue names. */
export const rule: Doing<'rule'> = async (world, life, at) => {
  const { order, random } = life
  if (order?.state !== 'in-adjudication') return
  const right = rightUnit(world, life) ?? order.assignments[0]?.unit
  if (right === undefined) return
  const heard = order.assignments.filter((a) => a.state === 'returned' || a.state === 'return-requested')
  const body = {
    lead: right,
    co: [],
    ruling: '按派单目录和职责清单，由裁定的主办单位负责到底，其他单位配合',
    opinions: [...new Set(heard.map((a) => a.unit))].map((unit) => ({ unit, opinion: '不属本单位职责，愿意配合' })),
    minutes: '派单组长召集有关单位联络员会商，听取意见后形成裁定',
    minutesNo: null,
    evidence: [],
  }
  const lead = world.people.onDuty('dispatch-lead', random, at).login
  const ruled = await act(world, life, lead, 'adjudicate', { params: { orderId: order.id }, body })
  if (ruled !== null) beginHandling(world, life, at)
}
