import type { Handlers } from '#contract/api.ts'
import { adminLogBefore } from '#db/admin-log.ts'
import { tokenHandlers } from './machine-tokens.ts'
import type { Shell } from './shell.ts'
import { staffHandlers } from './staff.ts'

/** What only an administrator may do; each change writes its line of the log in its own transaction. */
export const adminHandlers = {
  ...staffHandlers,
  ...tokenHandlers,

  listAdminLog: async ({ db }, { query }) => ({
    ok: true,
    reply: { entries: await adminLogBefore(db, query.before, query.limit) },
  }),
} satisfies Partial<Handlers<Shell>>
