import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCity } from '#city/load-city.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openPool, pgDb } from '#db/pg.ts'
import { redact } from '#language/privacy/redact.ts'
import { keysFor } from '#server/key-file.ts'
import { type Random, randomOf } from '#sim/random.ts'
import { CITY_FOLDER } from '../data/folder.ts'
import { openOrdersOf, type RealText, realTexts } from '../data/real-texts.ts'
import { deskOf } from './desks.ts'
import { Line } from './line.ts'
import { startServer } from './server.ts'

export type Recall = {
  asked: number
  found: number
  /** by length, in the order of lengths */
  byLength: { length: number; asked: number; found: number }[]
  missed: string[]
  /** stretches that touch personal data: search does not know it */
  masked: number
}

const LENGTHS = [2, 3, 4, 5, 6]
const VISIBLE = /[^\s]/gu
const LETTER = /[\p{Script=Han}\p{L}\p{N}]/u

/** A stretch of whole characters of title or text, as it stands; two of them can be seen and one is no punctuation. */
function stretchOf({ title, content }: RealText, length: number, random: Random): string | null {
  const chars = Array.from(random() < 0.15 ? title : content)
  if (chars.length < length) return null
  const at = Math.floor(random() * (chars.length - length + 1))
  const stretch = chars
    .slice(at, at + length)
    .join('')
    .trim()
  return (stretch.match(VISIBLE)?.length ?? 0) >= 2 && LETTER.test(stretch) ? stretch : null
}

/**
 * Loads real texts as orders and asks the API for stretches of them, each narrowed to its order's number: found means that
 * the order is among all that answer to the stretch, as typed and with all its words, wherever it would be ranked.
 */
export async function recallOf(folder: string, texts: number, stretches: number): Promise<Recall> {
  const known = realTexts(folder, texts)
  const data = await mkdtemp(join(tmpdir(), 'jiesu-search-'))
  try {
    const numbers = await load(data, known)
    const server = await startServer({ folder: data })
    try {
      const desk = await deskOf(server.port, 'supervisor1')
      return await ask(new Line(server.port), desk, known, numbers, stretches)
    } finally {
      await server.stop()
    }
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

async function load(data: string, texts: readonly RealText[]): Promise<string[]> {
  await keysFor({ mode: 'demo', keysFile: join(data, 'keys.json') })
  const database = await startEmbedded(join(data, 'postgres'))
  const pool = openPool(database.url, { max: 1, settings: { synchronous_commit: 'off' } })
  try {
    await migrate(database.url)
    return await openOrdersOf(pgDb(pool), await loadCity(CITY_FOLDER), texts, Date.now() - 3_600_000)
  } finally {
    await pool.end()
    await database.stop()
  }
}

type Asked = { line: Line; desk: string; texts: readonly RealText[]; numbers: readonly string[]; masks: string[] }

async function ask(
  line: Line,
  desk: string,
  texts: readonly RealText[],
  numbers: readonly string[],
  stretches: number,
) {
  const masks = texts.map(({ title, content }) => redact(title) + redact(content))
  const recall: Recall = { asked: 0, found: 0, byLength: [], missed: [], masked: 0 }
  for (const length of LENGTHS)
    await askLength({ line, desk, texts, numbers, masks }, length, stretches / LENGTHS.length, recall)
  line.close()
  return recall
}

async function askLength(known: Asked, length: number, wanted: number, recall: Recall): Promise<void> {
  const random = randomOf(11, 'stretches', length)
  const of = { length, asked: 0, found: 0 }
  for (let n = 0; of.asked < wanted; n++) {
    const i = (n * 7919) % known.texts.length
    const text = known.texts[i]
    const stretch = text === undefined ? null : stretchOf(text, length, random)
    if (stretch === null) continue
    if (known.masks[i]?.includes(stretch) !== true) {
      recall.masked += 1
      continue
    }
    of.asked += 1
    if (await isFound(known.line, known.desk, stretch, known.numbers[i] ?? '')) of.found += 1
    else if (recall.missed.length < 5) recall.missed.push(JSON.stringify(stretch.replace(/\p{L}/gu, '字')))
  }
  recall.byLength.push(of)
  recall.asked += of.asked
  recall.found += of.found
}

async function isFound(line: Line, desk: string, q: string, no: string): Promise<boolean> {
  const body = JSON.stringify({ q, kinds: ['orders'], asTyped: true, filters: { no }, limit: 1 })
  const reply = await line.call('POST', '/api/search/all', desk, body)
  if (reply.status !== 200 && reply.status !== 422) throw new Error(`${reply.status} ${reply.body.slice(0, 300)}`)
  return reply.status === 200 && reply.body.includes(`"no":"${no}"`) && reply.body.includes('"matched":"all"')
}
