import pg from 'pg'
import { type Random, randomOf } from '#sim/random.ts'
import { pairAsks, phraseAsks } from './phrases.ts'

type Ask = { path: string; body?: string }
/** One kind of question, asked again and again with other values, by these log-ins. */
export type Question = { name: string; who: readonly string[]; asks: readonly Ask[] }

const EVERYBODY = ['supervisor1', 'housing']
const AGENT = ['agent1']

type Values = Record<string, string[]>

/** Values as they lie in the data, the commonest first: a bench that asks only for common ones hides what is slow. */
const VALUES: Readonly<Record<string, string>> = {
  domain: 'select left(category, 1) as v from work_order group by 1 order by count(*) desc',
  item: 'select left(category, 3) as v from work_order group by 1 order by count(*) desc',
  scene: 'select category as v from work_order group by 1 order by count(*) desc',
  district: 'select left(region, 6) as v from work_order group by 1 order by count(*) desc',
  town: 'select left(region, 9) as v from work_order group by 1 order by count(*) desc',
  community: 'select region as v from work_order group by 1 order by count(*) desc',
  unit: 'select unit as v from assignment group by 1 order by count(*) desc',
  state: 'select state as v from work_order group by 1 order by count(*) desc',
  light: `select unnest(array['red', 'yellow']) as v`,
  channel: 'select channel as v from work_order group by 1 order by count(*) desc',
  type: 'select request_type as v from work_order group by 1 order by count(*) desc',
  day: `select distinct (received_at + interval '8 hours')::date::text as v from work_order tablesample system_rows(2000)`,
  number: 'select order_no as v from work_order tablesample system_rows(200)',
  cursor: 'select order_id as v from work_order tablesample system_rows(200)',
}

async function valuesIn(client: pg.Client): Promise<Values> {
  await client.query('create extension if not exists tsm_system_rows')
  const values: Values = {}
  for (const [name, text] of Object.entries(VALUES)) {
    const { rows } = await client.query<{ v: string }>(text)
    values[name] = rows.map((row) => row.v).filter((v) => v !== '')
  }
  return values
}

const nth = (values: Values, name: string, i: number): string => {
  const known = values[name] ?? []
  return known[i % known.length] ?? ''
}

/** Spread over common and rare: the i-th of `times` values, evenly over the whole list. */
const spread = (values: Values, name: string, i: number, times: number): string => {
  const known = values[name] ?? []
  return known[Math.floor((i * known.length) / times) % known.length] ?? ''
}

const list = (query: Readonly<Record<string, string>>): Ask => ({
  path: `/api/orders${Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
})

function filters(values: Values, random: Random, times: number): Question[] {
  const each = (name: string, queryOf: (i: number) => Record<string, string>): Question => ({
    name,
    who: EVERYBODY,
    asks: Array.from({ length: times }, (_, i) => list(queryOf(i))),
  })
  const of = (name: string, i: number) => spread(values, name, i, times)
  const any = (name: string) => nth(values, name, Math.floor(random() * 1000))
  return [
    each('newest', () => ({})),
    each('page from anywhere', () => ({ cursor: any('cursor') })),
    each('state', (i) => ({ state: of('state', i) })),
    each('open states', () => ({ state: 'pending-review,pending-dispatch,in-handling,pending-reply-review,rework' })),
    each('state nobody is in', () => ({ state: 'in-adjudication' })),
    each('light', (i) => ({ light: of('light', i) })),
    each('unit', (i) => ({ unit: of('unit', i) })),
    each('category, domain', (i) => ({ category: of('domain', i) })),
    each('category, item', (i) => ({ category: of('item', i) })),
    each('category, scene', (i) => ({ category: of('scene', i) })),
    each('region, district', (i) => ({ region: of('district', i) })),
    each('region, town', (i) => ({ region: of('town', i) })),
    each('region, community', (i) => ({ region: of('community', i) })),
    each('channel', (i) => ({ channel: of('channel', i) })),
    each('channel nobody uses', () => ({ channel: 'leader-box' })),
    each('type', (i) => ({ type: of('type', i) })),
    each('one day', () => {
      const day = any('day')
      return { from: day, to: day }
    }),
    each('day and district', () => {
      const day = any('day')
      return { from: day, to: day, region: any('district') }
    }),
    each('scene and community', () => ({ category: any('scene'), region: any('community') })),
    each('item and town', () => ({ category: any('item'), region: any('town') })),
    each('state and item', () => ({ state: any('state'), category: any('item') })),
    each('light and district', () => ({ light: any('light'), region: any('district') })),
    each('channel and type', () => ({ channel: any('channel'), type: any('type') })),
    each('unit and state', () => ({ unit: any('unit'), state: any('state') })),
    each('unit and community', () => ({ unit: any('unit'), region: any('community') })),
    each('five filters', () => ({
      state: any('state'),
      channel: any('channel'),
      type: any('type'),
      category: any('domain'),
      region: any('district'),
    })),
    each('five filters, no hit', () => ({
      state: 'withdrawn',
      channel: 'upstream',
      type: 'praise',
      category: any('item'),
      region: any('town'),
    })),
    each('type and day long ago', () => ({ type: 'praise', from: any('day'), category: any('domain') })),
    each('urgency', (i) => ({ urgency: i % 2 === 0 ? 'critical' : 'urgent' })),
    each('hazard', () => ({ hazard: 'yes' })),
    each('hazard and town', () => ({ hazard: 'yes', region: any('town') })),
    each('kind', (i) => ({ kind: i % 2 === 0 ? 'urgent' : 'complex' })),
    each('reworked', () => ({ reworked: 'yes' })),
    each('reworked and scene', () => ({ reworked: 'yes', category: any('scene') })),
    each('urged', () => ({ urged: 'yes' })),
    each('overdue', () => ({ overdue: 'yes' })),
    each('due by a day', () => ({ dueTo: any('day') })),
    each('by due moment', () => ({ sort: 'due' })),
    each('by due moment, unit', () => ({ sort: 'due', unit: any('unit') })),
    each('by due moment, no hit', () => ({ sort: 'due', channel: 'leader-box' })),
    each('ended on a day', () => {
      const day = any('day')
      return { endedFrom: day, endedTo: day }
    }),
    each('ended until long ago', () => ({ endedTo: any('day') })),
    each('ended on a day, scene', () => ({ endedFrom: any('day'), endedTo: '2099-01-01', category: any('scene') })),
    each('number', () => ({ no: any('number') })),
    each('start of a number', () => ({ no: any('number').slice(0, 8) })),
    each('number of nobody', (i) => ({ no: `XYZ-${i}-0000` })),
  ]
}

const phones = (random: Random, times: number): Question => ({
  name: 'phone',
  who: AGENT,
  asks: Array.from({ length: times }, () => ({
    path: '/api/orders/find-by-phone',
    body: JSON.stringify({ phone: `199${10_000_000 + Math.floor(random() * 400_000)}` }),
  })),
})

/** The one box: whatever is typed there is looked for in all its meanings at once. */
const box = (values: Values, random: Random, times: number): Question[] => {
  const asked = (name: string, q: (i: number) => string): Question => ({
    name,
    who: EVERYBODY,
    asks: Array.from({ length: times }, (_, i) => ({ path: '/api/search', body: JSON.stringify({ q: q(i) }) })),
  })
  const number = () => nth(values, 'number', Math.floor(random() * 1000))
  return [
    asked('box, last five digits', () => number().slice(-5)),
    asked('box, number', number),
    asked('box, words', (i) => ['路灯', '井盖', '停水', '物业', '望江街道'][i % 5] ?? ''),
  ]
}

/** How many there are of what people look at most, up to a thousand. */
const counts = (values: Values, random: Random, times: number): Question => ({
  name: 'count',
  who: EVERYBODY,
  asks: Array.from({ length: times }, (_, i) => {
    const query = [
      {},
      { open: 'yes' },
      { unit: nth(values, 'unit', Math.floor(random() * 1000)) },
      { region: nth(values, 'town', Math.floor(random() * 1000)) },
    ][i % 4]
    return { path: `/api/orders/count?${new URLSearchParams(query as Record<string, string>)}` }
  }),
})

/** Every kind of question the order list is asked, with values from the loaded data. */
export async function questionsFor(url: string, times: number): Promise<Question[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const random = randomOf(7, 'questions')
    const values = await valuesIn(client)
    const { rows } = await client.query<{ v: string }>('select body as v from order_text tablesample system_rows(3000)')
    const bodies = rows.map((row) => row.v)
    const texts = [...pairAsks(bodies, times), ...phraseAsks(bodies, random, times)]
    const asked = texts.flatMap(({ name, words, more }) => [
      { name, who: EVERYBODY, asks: words.map((text) => list({ text, ...more })) },
    ])
    return [
      ...filters(values, random, times),
      counts(values, random, times),
      ...box(values, random, times),
      phones(random, times),
      ...asked,
    ]
  } finally {
    await client.end()
  }
}
