import type { Handlers } from '#contract/api.ts'
import type { Compare, Today } from '#contract/today.ts'
import type { Figure } from '#db/figures.ts'
import { logsOf } from '#db/supervision.ts'
import { type Board, type BoardAsk, readBoard } from '#db/today.ts'
import type { City } from '#domain/city/city.ts'
import { Channel } from '#domain/city/vocabulary.ts'
import type { CategoryCode, OrderId, RegionCode, UnitId } from '#domain/ids.ts'
import { type DaySpan, daySpan } from '#domain/measures/day-span.ts'
import { Rate } from '#domain/measures/rates.ts'
import { replay } from '#domain/order/fold.ts'
import { categoryName, unitName } from './order-view.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'
import { causesOf, longAgo } from './supervision.ts'
import { todayFile } from './today-file.ts'

const daysBack: Record<Compare, number> = { 'last-week': 7, yesterday: 1 }

type Wish = { region?: RegionCode | undefined; compare: Compare }

/** The part of the city that is shown: what was asked for within reach; undefined where it lies outside. */
function placeOf(shell: Shell, wish: Wish): RegionCode | null | undefined {
  const own = reachOf(shell).region as RegionCode | null
  const asked = wish.region ?? own
  if (asked === null) return null
  const known = shell.city.regions.get(asked)
  const fits = known !== undefined && (known.level === 'district' || known.level === 'town')
  return fits && (own === null || asked.startsWith(own)) ? asked : undefined
}

const sumOf = (figures: readonly Figure[], measure: string): number =>
  figures.filter((row) => row.measure === measure).reduce((all, row) => all + row.n, 0)

const rateOf = (figures: readonly Figure[], rate: Rate) => ({
  right: sumOf(figures, `${rate}-right`),
  of: sumOf(figures, `${rate}-of`),
  partly: rate === 'resolution' ? sumOf(figures, 'resolution-partly') : 0,
})

/** Districts and towns that the caller may choose. */
function choices(city: City, own: string | null): Today['regions'] {
  return [...city.regions.values()].flatMap(({ code, name, level }) =>
    (level === 'district' || level === 'town') && (own === null || code.startsWith(own)) ? [{ code, name, level }] : [],
  )
}

function townsOf(city: City, board: Board): Today['towns'] {
  return board.intake
    .filter((row) => row.dim === 'town' && row.key.length === 9)
    .map(({ key, today, before, top }) => {
      const region = city.regions.get(key as RegionCode)
      const district = region?.parent == null ? undefined : city.regions.get(region.parent)
      const name = categoryName(city, top)
      return {
        region: key as RegionCode,
        name: region?.name ?? key,
        district: district?.name ?? '',
        today,
        before,
        top: top === null || name === null ? null : { category: top as CategoryCode, name },
      }
    })
    .sort((a, b) => b.today - a.today || b.before - a.before || (a.region < b.region ? -1 : 1))
}

/** Inside the city nobody says its name: of 某某市教育局 the board shows 市教育局. */
const withinCity = ({ policy }: City, name: string): string =>
  name.startsWith(policy.name) ? name.slice(policy.name.length - 1) : name

function unitsOf(city: City, board: Board): Today['units'] {
  const lights = new Map<string, { red: number; amber: number; green: number }>()
  for (const { unit, light, n } of board.units) {
    const row = lights.get(unit) ?? { red: 0, amber: 0, green: 0 }
    lights.set(unit, { ...row, [light === 'yellow' ? 'amber' : light]: n })
  }
  return [...lights]
    .filter(([unit]) => unit !== '')
    .map(([unit, row]) => ({ unit: unit as UnitId, name: withinCity(city, unitName(city, unit)), ...row }))
    .sort((a, b) => b.red - a.red || b.amber - a.amber || b.green - a.green || (a.unit < b.unit ? -1 : 1))
}

function intakeOf(city: City, board: Board) {
  const rows = (dim: string) => board.intake.filter((row) => row.dim === dim)
  const one = (dim: string) => rows(dim)[0] ?? { today: 0, before: 0, before_day: 0 }
  const hours = new Map(rows('hour').map((row) => [Number(row.key), row]))
  const byCount = (a: { today: number; before: number }, b: { today: number; before: number }) =>
    b.today - a.today || b.before - a.before
  return {
    accepted: { today: one('all').today, before: one('all').before, beforeDay: one('all').before_day },
    answered: { today: one('direct').today, before: one('direct').before },
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      today: hours.get(hour)?.today ?? 0,
      before: hours.get(hour)?.before_day ?? 0,
    })),
    categories: rows('category')
      .map(({ key, today, before }) => ({
        code: key === '' ? null : (key as CategoryCode),
        name: categoryName(city, key) ?? '',
        today,
        before,
      }))
      .sort(byCount),
    channels: rows('channel')
      .map(({ key, today, before }) => ({ channel: Channel.parse(key), today, before }))
      .sort(byCount),
  }
}

async function decisionsOf(shell: Shell, board: Board): Promise<Today['decisions']> {
  const logs = await logsOf(
    shell.db,
    board.longest.map((row) => row.order_id),
  )
  return board.longest.map((row) => {
    const events = logs.get(row.order_id) ?? []
    const id = row.order_id as OrderId
    const cause = events.length === 0 ? null : (causesOf(replay(id, events), events, shell.city)[0] ?? null)
    return { id, no: row.order_no, title: row.title, receivedAt: row.received_at as Today['cutoff'], cause }
  })
}

async function todayOf(shell: Shell, wish: Wish): Promise<Today | null> {
  const { city, at } = shell
  const reach = reachOf(shell)
  const code = placeOf(shell, wish)
  if (code === undefined) return null
  const [today, before]: [DaySpan, DaySpan] = [daySpan(at, 0), daySpan(at, daysBack[wish.compare])]
  const long = longAgo(at)
  const ask: BoardAsk = { today, before, region: code, units: reach.units, longAgo: long }
  const board = await readBoard(shell.db, ask)
  const { flow } = board
  const of = (light: string) => board.units.filter((row) => row.light === light)
  const sum = (rows: Board['units'], what: 'n' | 'due_today' | 'long_ago') =>
    rows.reduce((all, row) => all + row[what], 0)
  return {
    cutoff: at,
    compare: wish.compare,
    region: code === null ? null : { code, name: city.regions.get(code)?.name ?? code },
    regions: choices(city, reach.region),
    today,
    before,
    ...intakeOf(city, board),
    dispatched: {
      today: flow.dispatched,
      before: flow.dispatched_before,
      pending: flow.pending,
      pendingSince: flow.pending_since as Today['cutoff'] | null,
    },
    closed: { today: flow.closed, before: flow.closed_before },
    red: { open: sum(of('red'), 'n'), longOpen: sum(of('red'), 'long_ago'), longAgo: long },
    amber: { open: sum(of('yellow'), 'n'), dueToday: sum(of('yellow'), 'due_today') },
    units: unitsOf(city, board),
    rates: Rate.options.map((rate) => ({
      rate,
      ...rateOf(board.rates.today, rate),
      before: rateOf(board.rates.before, rate),
    })),
    satisfaction: board.levels.map(({ level, n }) => ({ level, n })).sort((a, b) => b.level - a.level),
    towns: townsOf(city, board),
    decisions: await decisionsOf(shell, board),
  }
}

const UNKNOWN = { ok: false, refusal: 'unknown-region' } as const

export const todayHandlers = {
  getToday: async (shell, { query }) => {
    const reply = await todayOf(shell, query)
    return reply === null ? UNKNOWN : { ok: true, reply }
  },

  exportToday: async (shell, { query }) => {
    const board = await todayOf(shell, query)
    return board === null ? UNKNOWN : { ok: true, reply: await todayFile(shell, board, query) }
  },
} satisfies Partial<Handlers<Shell>>
