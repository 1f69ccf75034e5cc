import { ulid } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import { type SavedView, ViewPage, ViewQuery } from '#contract/saved-views.ts'
import { addView, changeView, dropView, lockView, nameTaken, type ViewRow, viewsFor } from '#db/saved-views.ts'
import type { Shell } from './shell.ts'
import { staffId, staffOf } from './staff-caller.ts'

/** More tabs than that nobody finds their way in; it also bounds what one person can fill the table with. */
const VIEWS_EACH = 30

/** A filter whose value the vocabulary has lost is left out; the rest of the view still serves. */
function known(query: ViewRow['query']): ViewQuery {
  const whole = ViewQuery.safeParse(query)
  if (whole.success) return whole.data
  const lost = new Set(whole.error.issues.map((issue) => String(issue.path[0])))
  return ViewQuery.catch({}).parse(Object.fromEntries(Object.entries(query).filter(([key]) => !lost.has(key))))
}

const told = (shell: Shell, row: ViewRow): SavedView => ({
  id: row.view_id,
  page: ViewPage.parse(row.page),
  name: row.name,
  query: known(row.query),
  columns: row.columns,
  shared: row.shared,
  position: row.position,
  mine: row.staff_id === staffOf(shell).id,
  owner: row.owner,
  version: row.version,
})

const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

export const savedViewHandlers = {
  listViews: async (shell, { query }) => {
    const me = staffOf(shell)
    const rows = await viewsFor(shell.db, staffId(me), me.unit, query.page)
    return { ok: true, reply: { views: rows.map((row) => told(shell, row)) } }
  },

  createView: (shell, { body }) =>
    shell.db.tx(async (db) => {
      const me = staffOf(shell)
      const own = (await viewsFor(db, staffId(me), me.unit, body.page)).filter((row) => row.staff_id === me.id)
      if (own.length >= VIEWS_EACH) return no('too-many-views')
      const added = await addView(db, ulid(Date.parse(shell.at)), staffId(me), body.page, body)
      return added === undefined ? no('view-name-taken') : { ok: true, reply: told(shell, added) }
    }),

  updateView: (shell, { params, body }) =>
    shell.db.tx(async (db) => {
      const view = await lockView(db, params.viewId, staffId(staffOf(shell)))
      if (view === undefined) return no('not-found')
      if (view.version !== shell.expected) return no('stale-version')
      if (body.name !== undefined && (await nameTaken(db, view, body.name))) return no('view-name-taken')
      const changed = await changeView(db, view.view_id, {
        name: body.name ?? view.name,
        query: body.query ?? view.query,
        columns: body.columns === undefined ? view.columns : body.columns,
        shared: body.shared ?? view.shared,
        position: body.position ?? view.position,
      })
      return changed === undefined ? no('not-found') : { ok: true, reply: told(shell, changed) }
    }),

  deleteView: (shell, { params }) =>
    shell.db.tx(async (db) => {
      const view = await lockView(db, params.viewId, staffId(staffOf(shell)))
      if (view === undefined) return no('not-found')
      if (view.version !== shell.expected) return no('stale-version')
      await dropView(db, view.view_id)
      return { ok: true, reply: { id: view.view_id } }
    }),
} satisfies Partial<Handlers<Shell>>
