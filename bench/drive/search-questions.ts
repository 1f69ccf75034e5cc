import pg from 'pg'
import { randomOf } from '#sim/random.ts'
import { pairAsks, phraseAsks } from './phrases.ts'
import type { Question } from './questions.ts'

const EVERYBODY = ['supervisor1', 'housing']

type Values = { bodies: string[]; replies: string[]; communities: string[]; units: string[]; places: string[] }

async function valuesIn(url: string): Promise<Values> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query('create extension if not exists tsm_system_rows')
    const column = async (text: string) => (await client.query<{ v: string }>(text)).rows.map(({ v }) => v)
    return {
      bodies: await column('select body as v from order_text tablesample system_rows(3000)'),
      replies: await column('select body as v from reply_text tablesample system_rows(1000)'),
      communities: await column('select region as v from work_order group by 1 order by count(*) desc'),
      units: await column('select unit as v from assignment group by 1 order by count(*) desc'),
      places: await column(`select split_part(body, E'\\n', 4) as v from order_text tablesample system_rows(500)`),
    }
  } finally {
    await client.end()
  }
}

const HAN_NAME = /^\p{Script=Han}{4,8}/u

/** Names with one character changed for another of the same name, as a hand slips. */
const slipped = (name: string): string => `${name.slice(0, 1)}${name.slice(2, 3)}${name.slice(2)}`

/** The mix of questions of the search: words frequent and rare, long and several, with filters, within a unit's reach. */
export async function searchQuestions(url: string, times: number): Promise<Question[]> {
  const { bodies, replies, communities, units, places } = await valuesIn(url)
  const random = randomOf(7, 'search')
  const pick = <T>(list: readonly T[], otherwise: T): T => list[Math.floor(random() * list.length)] ?? otherwise
  const ask = (q: string, more: object = {}) => ({ path: '/api/search/all', body: JSON.stringify({ q, ...more }) })
  const question = (name: string, qs: readonly string[], more: () => object = () => ({})): Question => ({
    name,
    who: EVERYBODY,
    asks: qs.filter((q) => q.length > 1).map((q) => ask(q, more())),
  })
  const [common, hundredth, thousandth, once, absent] = pairAsks(bodies, times)
  const phrases = phraseAsks(bodies, random, times)
  const [answered] = pairAsks(replies, times)
  const names = places.flatMap((place) => HAN_NAME.exec(place)?.[0] ?? [])
  const some = (list: readonly string[]) => Array.from({ length: times }, () => pick(list, '路灯'))
  const words = (list: { words: readonly string[] } | undefined) => list?.words ?? []
  const filtered = (filters: () => object) => () => ({ filters: filters() })
  return [
    question('2 characters, common', words(common)),
    question('2 characters, 1 in 100', words(hundredth)),
    question('2 characters, 1 in 1,000', words(thousandth)),
    question('2 characters, seen once', words(once)),
    question('2 characters, absent', words(absent)),
    ...phrases.map(({ name, words: asked }) => question(name, asked)),
    question(
      'initials of a place',
      Array.from({ length: times }, (_, i) => ['fdhy', 'ygxq', 'zgjd', 'hrtpz'][i % 4] ?? ''),
    ),
    question('a place by name', some(names)),
    question('a place misspelt', some(names).map(slipped)),
    question('orders alone, common', words(common), () => ({ kinds: ['orders'] })),
    question('replies alone, common', words(answered), () => ({ kinds: ['replies'] })),
    question('knowledge alone', words(hundredth), () => ({ kinds: ['knowledge'] })),
    question('second page', words(common), () => ({ offset: 20 })),
    question(
      'common, open',
      words(common),
      filtered(() => ({ open: 'yes' })),
    ),
    question(
      'common, community',
      words(common),
      filtered(() => ({ region: pick(communities, '990101') })),
    ),
    question(
      '1 in 100, district',
      words(hundredth),
      filtered(() => ({ region: '990102' })),
    ),
    question(
      '1 in 100, unit',
      words(hundredth),
      filtered(() => ({ unit: pick(units, 'housing') })),
    ),
    question(
      'common, channel and type',
      words(common),
      filtered(() => ({ channel: 'wechat', type: 'complaint' })),
    ),
    question(
      'common, last year',
      words(common),
      filtered(() => ({ to: '2025-11-01' })),
    ),
  ]
}
