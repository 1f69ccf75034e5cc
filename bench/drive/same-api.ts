import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { pick, type Random } from '#sim/random.ts'
import { adminUrlOf } from './count-orders.ts'
import { deskOf } from './desks.ts'
import { Line } from './line.ts'
import type { Server } from './server.ts'

type ApiFigures = { times: number[]; found: number; readySeconds: number }

type Row = { title: string; body: string; region: string; category: string; lng: number | null; lat: number | null }

const Answer = z.object({ ready: z.boolean(), orders: z.array(z.object({ score: z.number() })) })

/** What callers of the last weeks said, told again: half of the sentences, as a seat would have typed so far. */
async function said(url: string, times: number): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Row>(
      `select w.title, t.body, w.region, w.category, w.lng, w.lat
       from (select * from work_order order by order_id desc limit 20000) w join order_text t using (order_id)
       order by md5(w.order_id) limit $1`,
      [times],
    )
    return rows
  } finally {
    await client.end()
  }
}

function bodyOf({ body, region, category, lng, lat }: Row, random: Random): string {
  const [, content = ''] = body.split('\n')
  const parts = content.split(/(?<=[，,。；])/u)
  const told = parts.filter((_, i) => i === 0 || random() < 0.5).join('')
  const known = pick(random, ['words', 'place', 'all'])
  return JSON.stringify({
    content: told,
    ...(known === 'words' ? {} : { region, lng, lat }),
    ...(known === 'all' ? { category: category === '' ? null : category } : {}),
  })
}

/** One seat after the other asks while it types: what is measured is the answer, not a queue. */
export async function askSimilar(server: Server, folder: string, times: number, random: Random): Promise<ApiFigures> {
  const desk = await deskOf(server.port, 'agent1')
  const line = new Line(server.port)
  const ask = async (body: string) => {
    const reply = await line.call('POST', '/api/orders/similar', desk, body)
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.body.slice(0, 300)}`)
    return { ms: reply.ms, answer: Answer.parse(JSON.parse(reply.body)) }
  }
  try {
    const rows = await said(await adminUrlOf(folder), times)
    const begun = performance.now()
    while (!(await ask(JSON.stringify({ content: '路灯不亮' }))).answer.ready) await sleep(500)
    const readySeconds = (performance.now() - begun) / 1000
    for (const row of rows.slice(0, 20)) await ask(bodyOf(row, random))
    const figures: ApiFigures = { times: [], found: 0, readySeconds }
    for (const row of rows) {
      const { ms, answer } = await ask(bodyOf(row, random))
      figures.times.push(ms)
      figures.found += answer.orders.length > 0 ? 1 : 0
    }
    return figures
  } finally {
    line.close()
  }
}
