import type { Handlers } from '#contract/api.ts'
import { adminLogBefore } from '#db/admin-log.ts'
import { instantOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { cityTableHandlers } from './city-tables.ts'
import { cityVersionHandlers } from './city-versions.ts'
import { tokenHandlers } from './machine-tokens.ts'
import { roleHandlers } from './roles.ts'
import { ruleDraftHandlers } from './rule-drafts.ts'
import type { Shell } from './shell.ts'
import { staffHandlers } from './staff.ts'
import { staffTableHandlers } from './staff-table.ts'

/** The moment a civil day begins in Shanghai, `plus` days on. */
const beginOf = (day: string, plus = 0) => instantOf(Date.parse(day) - SHANGHAI_OFFSET_MS + plus * 86_400_000)

/** What only an administrator may do; each change writes its line of the log in its own transaction. */
export const adminHandlers = {
  ...staffHandlers,
  ...staffTableHandlers,
  ...roleHandlers,
  ...tokenHandlers,
  ...cityVersionHandlers,
  ...ruleDraftHandlers,
  ...cityTableHandlers,

  listAdminLog: async ({ db }, { query }) => {
    const { before, actor, action, target, from, to, limit } = query
    const filter = {
      actor,
      actions: action?.split(','),
      target,
      from: from === undefined ? undefined : beginOf(from),
      until: to === undefined ? undefined : beginOf(to, 1),
    }
    const rows = await adminLogBefore(db, before, limit, filter)
    const entries = rows.map(({ actor_name: actorName, target_name: targetName, ...row }) => ({
      ...row,
      actorName,
      targetName,
    }))
    return { ok: true, reply: { entries } }
  },
} satisfies Partial<Handlers<Shell>>
