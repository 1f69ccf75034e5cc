import type { Handlers } from '#contract/api.ts'
import type { DispatchCounts, DispatchMeasuresQuery, DispatchRow } from '#contract/dispatch-measures.ts'
import { type DispatchCohort, type DispatchMeasure, dispatchMeasures } from '#db/dispatch-measures.ts'
import { refillIsDue } from '#db/first-dispatches.ts'
import { Day, type RegionCode } from '#domain/ids.ts'
import type { DispatchGroup } from '#domain/measures/dispatch-group.ts'
import { type PeriodRefusal, periodBefore, periodRefused } from '#domain/measures/period.ts'
import { groupNames } from './dispatch-group-names.ts'
import { dispatchFile } from './dispatch-measures-file.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'

const ROWS = 500

const NONE: DispatchMeasure = {
  ...{ key: '*', dispatched: 0, wrong: 0, assigned: 0, returns: 0, approved: 0, returned: 0, return_approved: 0 },
  ...{ unclear: 0, unclear_returns: 0, adjudicated: 0, moved: 0, units: 0, hanging: 0, straight: 0, overridden: 0 },
  ...{ no_rule: 0, median: null, p95: null },
}

const countsOf = ({ key: _, return_approved, unclear_returns, no_rule, ...row }: DispatchMeasure): DispatchCounts => ({
  ...row,
  returnApproved: return_approved,
  unclearReturns: unclear_returns,
  noRule: no_rule,
})

/** The part of the city that is counted: what was asked for, within the caller's own. */
function placeOf(shell: Shell, asked: RegionCode | undefined): string | null | undefined {
  const own = reachOf(shell).region
  if (asked === undefined) return own
  return shell.city.regions.has(asked) && (own === null || asked.startsWith(own)) ? asked : undefined
}

type Refusal = PeriodRefusal | 'unknown-region'

async function measured(
  shell: Shell,
  query: DispatchMeasuresQuery,
): Promise<Refusal | Awaited<ReturnType<typeof read>>> {
  const refused = periodRefused(query)
  if (refused !== null) return refused
  const region = placeOf(shell, query.region)
  if (region === undefined) return 'unknown-region'
  return read(shell, query, region)
}

async function read(shell: Shell, { from, to, by, of, key }: DispatchMeasuresQuery, region: string | null) {
  const { db, at } = shell
  const within = of === undefined ? null : { group: of, key: key ?? '' }
  const now: DispatchCohort = { from, to, region, within }
  const before: DispatchCohort = { ...now, ...periodBefore({ from, to }) }
  const ask = (cohort: DispatchCohort, group: DispatchGroup) => dispatchMeasures(db, cohort, group, at)
  const [whole] = await ask(now, 'none')
  const [wholeBefore] = await ask(before, 'none')
  const days = await ask(now, 'day')
  const groups = await ask(now, by)
  const earlier = new Map((await ask(before, by)).map((row) => [row.key, countsOf(row)]))
  const shown = groups.slice(0, ROWS)
  const nameOf = await groupNames(
    shell,
    by,
    shown.map((row) => row.key),
  )
  const rows: DispatchRow[] = shown.map((row) => ({
    ...countsOf(row),
    key: row.key,
    name: nameOf(row.key),
    before: earlier.get(row.key) ?? null,
  }))
  return {
    cutoff: at,
    before: periodBefore({ from, to }),
    whole: countsOf(whole ?? NONE),
    wholeBefore: countsOf(wholeBefore ?? NONE),
    days: days
      .map((row) => ({ ...countsOf(row), key: Day.parse(row.key) }))
      .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    rows,
    groups: groups.length,
    target: shell.city.policy.dispatchTarget,
    counting: await refillIsDue(db),
  }
}

export const dispatchMeasuresHandlers = {
  dispatchMeasures: async (shell, { query }) => {
    const reply = await measured(shell, query)
    return typeof reply === 'string' ? { ok: false, refusal: reply } : { ok: true, reply }
  },

  exportDispatchMeasures: async (shell, { query }) => {
    const reply = await measured(shell, query)
    if (typeof reply === 'string') return { ok: false, refusal: reply }
    return { ok: true, reply: await dispatchFile(shell, reply, query) }
  },
} satisfies Partial<Handlers<Shell>>
