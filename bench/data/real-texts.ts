import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { encodeTime } from 'ulid'
import { z } from 'zod'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import type { Db } from '#db/sql.ts'
import { openOrder, RequestWish } from '#domain/accept/open-order.ts'
import type { City } from '#domain/city/city.ts'
import { instantOf, type OrderId } from '#domain/ids.ts'
import { orderNo } from '#server/numbers.ts'
import { addChange } from '#server/persist.ts'
import { WrongOption } from '../options.ts'

/** Messages of residents, beside the project and never in it (see its README); `--texts DIR` for another folder. */
export const TEXTS_FOLDER = resolve(import.meta.dirname, '../../../shared/data/teddy-c')

const Message = z.object({ title: z.string().default(''), text: z.string().default('') })
export type RealText = { title: string; content: string }

// biome-ignore lint/suspicious/noControlCharactersInRegex: a request may hold none
const plain = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ').trim()

/** So many texts as a citizen might have sent them, cut to what a request can hold. */
export function realTexts(folder: string, count: number): RealText[] {
  if (!existsSync(folder)) throw new WrongOption(`no messages in ${folder}; name their folder by --texts DIR`)
  const files = readdirSync(folder).filter((name) =>
    /^(messages-(train|dev|unlabelled)|requests)\.jsonl\.gz$/.test(name),
  )
  const texts = files
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString('utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => Message.parse(JSON.parse(line)))
    .map(({ title, text }) => ({ title: plain(plain(title).slice(0, 50)), content: plain(plain(text).slice(0, 2000)) }))
    .filter(({ title, content }) => title !== '' && content !== '')
  // Evenly over all files, so that no one source decides.
  const step = Math.max(1, texts.length / count)
  return Array.from({ length: Math.min(count, texts.length) }, (_, i) => texts[Math.floor(i * step)]).filter(
    (text) => text !== undefined,
  )
}

const BATCH = 200
const MINUTE = 60_000

/** Opens an order for each by the domain's own decision; gives their numbers in the same order. */
export async function openOrdersOf(db: Db, city: City, texts: readonly RealText[], now: number): Promise<string[]> {
  const [region] = [...city.regions.values()].filter(({ level }) => level === 'community')
  const [agent] = city.staff.filter(({ roles }) => roles.includes('agent'))
  if (region === undefined || agent === undefined) throw new Error('the city has no community or no agent')
  const by = { kind: 'staff' as const, id: agent.id, role: 'agent' as const, unit: agent.unit }
  const numbers: string[] = []
  for (let from = 0; from < texts.length; from += BATCH) {
    const write = emptyWrite()
    for (const [i, { title, content }] of texts.slice(from, from + BATCH).entries()) {
      const n = from + i
      const at = now - (texts.length - n) * MINUTE
      const id = `${encodeTime(at, 10)}${String(n).padStart(16, '0')}` as OrderId
      const no = orderNo(city.policy.orderPrefix, instantOf(at), 500_000 + n)
      const request = RequestWish.parse({
        requestType: 'complaint',
        title,
        content,
        region: region.code,
        confidential: 'none',
      })
      const opening = openOrder({ channel: 'web', request }, { id, no, queryCode: '234567' }, by, city, instantOf(at))
      if (!opening.ok) throw new Error(`a text was not opened: ${opening.refusal}`)
      addChange(write, id, null, opening.events, city)
      numbers.push(no)
    }
    await writeOrders(db, write)
  }
  return numbers
}
