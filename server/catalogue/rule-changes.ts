import type { Handlers } from '#contract/api.ts'
import { addRuleChanges, type RuleChangeRow, ruleChangesIn, rulesPublished } from '#db/rule-changes.ts'
import type { Db } from '#db/sql.ts'
import { keyOf, nameOf, type RowChanges } from '#domain/city/row-changes.ts'
import { countsAsCorrection } from '#domain/dispatch/rule-corrections.ts'
import { type Day, instantOf, msOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'

/** What a version did to the catalogue, kept beside it. */
export function keepRuleChanges(db: Db, version: number, changes: RowChanges): Promise<unknown> {
  const whole = (what: 'added' | 'removed') => (row: RowChanges['added'][number]) => ({
    rule: keyOf('rules', row),
    what,
    counts: true,
    basis: nameOf('rules', row),
    fields: [],
  })
  const rows: RuleChangeRow[] = [
    ...changes.added.map(whole('added')),
    ...changes.removed.map(whole('removed')),
    ...changes.changed.map(({ key, name, fields }) => ({
      rule: key,
      what: 'changed' as const,
      counts: countsAsCorrection(fields.map(({ column }) => column)),
      basis: name,
      fields: [...fields],
    })),
  ]
  return addRuleChanges(db, version, rows)
}

const midnight = (day: Day, later = 0) => instantOf(msOf(`${day}T00:00:00.000Z` as never) - SHANGHAI_OFFSET_MS + later)
const DAY_MS = 86_400_000

export const ruleChangeHandlers = {
  ruleChanges: async (shell, { query: { from, to, limit } }) => {
    const [since, before] = [midnight(from), midnight(to, DAY_MS)]
    const [versions, changes] = await Promise.all([
      rulesPublished(shell.db, since, before),
      ruleChangesIn(shell.db, since, before, limit),
    ])
    const sum = (key: 'added' | 'removed' | 'changed') => versions.reduce((total, one) => total + one[key], 0)
    const [added, removed, changed] = [sum('added'), sum('removed'), sum('changed')]
    return {
      ok: true,
      reply: {
        count: added + removed + changed,
        added,
        removed,
        changed,
        versions: versions.map((one) => ({
          id: one.id,
          number: one.number,
          note: one.note,
          madeBy: one.made_by,
          approvedBy: one.approved_by,
          adoptedAt: one.adopted_at,
          count: one.added + one.removed + one.changed,
        })),
        changes: changes.map(({ basis, number, adopted_at, ...one }) => ({
          ...one,
          name: basis,
          version: number,
          adoptedAt: adopted_at,
        })),
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
