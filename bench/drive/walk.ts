import type { Desk } from './desks.ts'
import { desksOf } from './desks.ts'
import type { Line, Reply } from './line.ts'
import type { Matter } from './matters.ts'

/** Who does what in a run: desks to draw from, liaisons by unit. */
export type Desks = {
  agents: Desk[]
  dispatchers: Desk[]
  reviewers: Desk[]
  callers: Desk[]
  units: Map<string, Desk>
}

type Step = { name: string; method: string; path: (id: string) => string; desk: Desk; body: string | null }

const logins = (role: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${role}${i + 1}`)

export async function logInDesks(port: number, matters: readonly Matter[]): Promise<Desks> {
  const several = async (role: string, count: number) => [...(await desksOf(port, logins(role, count))).values()]
  return {
    agents: await several('agent', 6),
    dispatchers: await several('dispatcher', 3),
    reviewers: await several('reviewer', 2),
    callers: await several('callback', 3),
    units: await desksOf(port, [...new Set(matters.map((matter) => matter.unit))]),
  }
}

const contact = JSON.stringify({
  method: 'phone',
  result: 'connected',
  summary: '已电话联系来电人,说明承办安排,约定上门时间。',
})
const report = JSON.stringify({
  handling: '接单后立即安排人员到现场核查,情况基本属实,已责令责任单位整改并复查合格。',
  publicReply: '您好,您反映的问题已派人现场处理完毕,感谢您对城市管理工作的监督。',
  factTrue: 'yes',
  solved: 'solved',
  signer: '值班领导',
})
const approve = JSON.stringify({ verdict: 'approve' })
const callback = JSON.stringify({
  result: 'answered',
  channel: 'phone',
  answers: {
    contacted: true,
    replyTrue: true,
    solved: 'yes',
    satisfaction: 5,
    attitude: 5,
    reason: null,
    opinion: null,
  },
  outcome: 'close',
})

export function stepsOf(desks: Desks, { unit, body }: Matter, n: number): Step[] {
  const of = (row: readonly Desk[]): Desk => row[n % row.length] ?? ''
  const liaison = desks.units.get(unit) ?? ''
  const post = (name: string, desk: Desk, path: string, text: string | null): Step => ({
    name,
    method: 'POST',
    path: (id) => `/api/orders/${id}${path}`,
    desk,
    body: text,
  })
  return [
    { name: 'create', method: 'POST', path: () => '/api/orders', desk: of(desks.agents), body },
    post('dispatch', of(desks.dispatchers), '/dispatch', JSON.stringify({ lead: unit, overrideReason: '压测' })),
    post('sign', liaison, '/assignments/1/sign', null),
    post('contact', liaison, '/assignments/1/contact', contact),
    post('reply', liaison, '/assignments/1/report', report),
    post('review', of(desks.reviewers), '/reply-review', approve),
    post('call back, close', of(desks.callers), '/callback', callback),
    { name: 'read', method: 'GET', path: (id) => `/api/orders/${id}`, desk: of(desks.agents), body: null },
  ]
}

/** Calls of one lifecycle. */
export const CALLS = 8

const ID = /^\{"id":"([0-9A-Z]{26})"/

/** One matter from the call to its close and a last look; tells every call, stops at the first that fails. */
export async function walk(
  line: Line,
  desks: Desks,
  matter: Matter,
  n: number,
  tell: (name: string, reply: Reply, id: string) => void,
): Promise<boolean> {
  let id = ''
  for (const step of stepsOf(desks, matter, n)) {
    const reply = await line.call(step.method, step.path(id), step.desk, step.body)
    tell(step.name, reply, id)
    if (reply.status !== 200) return false
    if (id === '') id = ID.exec(reply.body)?.[1] ?? ''
  }
  return true
}
