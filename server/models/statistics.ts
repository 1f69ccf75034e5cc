import type { Handlers } from '#contract/api.ts'
import {
  type SignalSpan,
  signalBands,
  signalCorrections,
  signalsBy,
  signalsByChoice,
  signalTotals,
} from '#db/suggestion-signals.ts'
import { VerdictDesk } from '#domain/accept/verdicts.ts'
import { type Day, dayOf, type Instant, instantOf, type OrderId } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'

const DAY = 86_400_000
/** China keeps one time zone: a day begins at 16:00 UTC of the day before. */
const beginOf = (day: Day): Instant => instantOf(Date.parse(`${day}T00:00:00+08:00`))

type Tallied = { of: number; adopted: number; silent: number; left: number }
const tally = ({ of, adopted, silent, left }: Tallied) => ({ of, adopted, silent, left })

export const statisticsHandlers = {
  /** Every suggestion is measured afterwards: counts, never shares, so that ten cases do not look like a thousand. */
  suggestionStatistics: async ({ db, at }, { query }) => {
    const until = query.until ?? dayOf(at)
    const from = query.from ?? dayOf(instantOf(Date.parse(beginOf(until)) - 89 * DAY))
    const end = instantOf(Date.parse(beginOf(until)) + DAY)
    const span: SignalSpan = { kind: query.kind, version: query.version ?? null, from: beginOf(from), until: end }
    const [totals, versions, months, desks, bands, values, corrections] = await Promise.all([
      signalTotals(db, span),
      signalsBy(db, span, 'version'),
      signalsBy(db, span, 'month'),
      signalsBy(db, span, 'desk'),
      signalBands(db, span),
      signalsByChoice(db, span),
      signalCorrections(db, span),
    ])
    return {
      ok: true,
      reply: {
        from,
        until,
        all: { ...tally(totals), sure: { of: totals.sure, adopted: totals.sure_adopted } },
        versions: versions.map((row) => ({ version: row.key, ...tally(row) })),
        months: months.map((row) => ({ month: row.key, ...tally(row) })),
        desks: desks.map((row) => ({ desk: VerdictDesk.parse(row.key), ...tally(row) })),
        bands: bands.map(({ band, of, right, claimed }) => ({
          from: band / 10,
          to: (band + 1) / 10,
          of,
          right,
          claimed: Math.round(claimed * 1e4) / 1e4,
        })),
        values: values.map((row) => ({ value: row.key, ...tally(row) })),
        corrections: corrections.map(({ suggested, chosen, times, ids, nos }) => ({
          from: suggested,
          to: chosen,
          times,
          orders: ids.map((id, i) => ({ id: id as OrderId, no: nos[i] ?? '' })),
        })),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
