import type { Handlers } from '#contract/api.ts'
import type { HandOverPreview } from '#contract/city-versions.ts'
import type { HandOverView } from '#contract/hand-over.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import {
  addHandOver,
  countHandOver,
  findHandOver,
  type HandOverRow,
  handOvers,
  noteUndoneBy,
  openOrdersOf,
  takeUndo,
} from '#db/hand-overs.ts'
import { emptyWrite, writeOrders } from '#db/order-write.ts'
import { loadOrders, lockOrders } from '#db/orders.ts'
import type { Unit } from '#domain/city/city.ts'
import type { PartRow } from '#domain/city/part.ts'
import type { RowChanges } from '#domain/city/row-changes.ts'
import { handBack, handOver, openPartOf, type Succession } from '#domain/handling/hand-over.ts'
import type { Instant, OrderId, UnitId } from '#domain/ids.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import type { Order } from '#domain/order/order.ts'
import { unitName } from './order-view.ts'
import { addChange } from './persist.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

/** Orders are read, decided on and written so many at a time, in one transaction. */
const BATCH = 200

/** Units that these changes close or remove. */
const leavingUnits = (changes: RowChanges): ReadonlyMap<string, string> =>
  new Map([
    ...changes.removed.map((row) => [row.id ?? '', row.name ?? ''] as const),
    ...changes.changed
      .filter(({ fields }) => fields.some(({ column, to }) => column === 'active' && to === '0'))
      .map(({ key, name }) => [key, name] as const),
  ])

async function* ordersOf(db: Shell['db'], unit: string): AsyncGenerator<OrderId[]> {
  for (let after = ''; ; ) {
    const ids = await openOrdersOf(db, unit, after, BATCH)
    const last = ids.at(-1)
    if (last === undefined) return
    yield ids as OrderId[]
    after = last
  }
}

type OpenPart = { unit: UnitId; orders: number; lead: number; co: number; sub: number; responsible: number }

/** What a unit has open, as the hand-over would move it. */
async function openPartIn(shell: Pick<Shell, 'db'>, unit: UnitId): Promise<OpenPart> {
  const part = { unit, orders: 0, lead: 0, co: 0, sub: 0, responsible: 0 }
  for await (const ids of ordersOf(shell.db, unit))
    for (const { order } of (await loadOrders(shell.db, ids)).values()) {
      const { assignments, responsible } = openPartOf(order, unit)
      if (assignments.length === 0 && !responsible) continue
      part.orders += 1
      for (const { role } of assignments) part[role] += 1
      if (assignments.length === 0) part.responsible += 1
    }
  return part
}

/** Whether somebody can take over: open in the new tables, a handling unit, and not leaving itself. */
function isFit(to: string, rows: readonly PartRow[], leaving: ReadonlyMap<string, string>): boolean {
  const row = rows.find(({ id }) => id === to)
  const type: Unit['type'] | undefined = row?.type as Unit['type'] | undefined
  return row !== undefined && row.active !== '0' && type !== 'hotline' && !leaving.has(to)
}

type Decide = (order: Order) => readonly OrderEvent[]

/** Every open order of the unit in turn, in key order; returns how many orders and assignments moved. */
async function moveAll(shell: Shell, unit: string, decide: Decide) {
  const moved = { orders: 0, assignments: 0 }
  for await (const ids of ordersOf(shell.db, unit)) {
    const write = emptyWrite()
    for (const [id, stored] of await lockOrders(shell.db, ids)) {
      const events = decide(stored.order)
      if (events.length === 0) continue
      addChange(write, id, stored, events, shell.city)
      moved.orders += 1
      for (const event of events) if (event.kind === 'handed-over') moved.assignments += event.assignments.length
    }
    if (write.events.length > 0) await writeOrders(shell.db, write)
  }
  return moved
}

const logged = (
  shell: Shell,
  action: 'unit-handed-over' | 'hand-over-undone',
  id: number,
  detail: Record<string, unknown>,
) => addToAdminLog(shell.db, { actor: staffOf(shell).id, action, target: `hand-over/${id}`, detail }, shell.at)

/** Within the transaction that adopts the tables: all of a unit's open orders go over, or nothing is adopted. */
export async function handOverUnit(shell: Shell, succession: Succession, reason: string): Promise<void> {
  const { unit, to } = succession
  const id = await addHandOver(shell.db, { from: unit, to, at: shell.at, by: staffOf(shell).id, reason })
  const moved = await moveAll(shell, unit, (order) =>
    handOver(order, succession, { id, reason }, shell.actor, shell.at),
  )
  await countHandOver(shell.db, id, moved.orders, moved.assignments)
  await logged(shell, 'unit-handed-over', id, { from: unit, to, reason, ...moved })
}

export async function previewHandOvers(
  shell: Shell,
  changes: RowChanges,
  successors: readonly Succession[],
  rows: readonly PartRow[],
): Promise<HandOverPreview[]> {
  const leaving = leavingUnits(changes)
  const named = new Map(successors.map(({ unit, to }) => [unit as string, to]))
  const parts = await Promise.all(
    [...leaving].map(async ([unit, name]) => {
      const [open, to] = [await openPartIn(shell, unit as UnitId), named.get(unit) ?? null]
      return { ...open, name, to, fit: to !== null && isFit(to, rows, leaving) }
    }),
  )
  return parts.filter(({ orders }) => orders > 0)
}

const viewOf = ({ city }: Shell, row: HandOverRow): HandOverView => ({
  id: row.id,
  from: row.from_unit as UnitId,
  fromName: unitName(city, row.from_unit),
  to: row.to_unit as UnitId,
  toName: unitName(city, row.to_unit),
  at: row.at as Instant,
  by: row.by_name,
  reason: row.reason,
  orders: row.orders,
  assignments: row.assignments,
  undoneAt: row.undone_at as Instant | null,
})

/** What is still open of one hand-over goes back, as an operation of its own with its own line in the log. */
async function undo(shell: Shell, id: number, reason: string) {
  const row = await findHandOver(shell.db, id)
  if (row === undefined) return { ok: false, refusal: 'not-found' } as const
  const unit = shell.city.units.get(row.from_unit as UnitId)
  if (unit === undefined || !unit.active) return { ok: false, refusal: 'unit-closed' } as const
  const back = { unit: row.to_unit as UnitId, to: row.from_unit as UnitId }
  const by = staffOf(shell).id
  if (!(await takeUndo(shell.db, id, shell.at))) return { ok: false, refusal: 'hand-over-undone' } as const
  const own = await addHandOver(shell.db, { from: back.unit, to: back.to, at: shell.at, by, reason })
  await noteUndoneBy(shell.db, id, own)
  const moved = await moveAll(shell, back.unit, (order) =>
    handBack(order, back, { id: own, reason, of: id }, shell.actor, shell.at),
  )
  await countHandOver(shell.db, own, moved.orders, moved.assignments)
  await logged(shell, 'hand-over-undone', own, { of: id, ...back, reason, ...moved })
  const done = await findHandOver(shell.db, own)
  return done === undefined
    ? ({ ok: false, refusal: 'not-found' } as const)
    : { ok: true as const, reply: viewOf(shell, done) }
}

export const handOverHandlers = {
  listHandOvers: async (shell) => ({
    ok: true,
    reply: { handOvers: (await handOvers(shell.db)).map((row) => viewOf(shell, row)) },
  }),

  undoHandOver: async (shell, { params: { handOverId }, body: { reason } }) => {
    const within = (db: Shell['db']) => undo({ ...shell, db }, handOverId, reason)
    return shell.db.inTx ? within(shell.db) : shell.db.tx(within)
  },
} satisfies Partial<Handlers<Shell>>
