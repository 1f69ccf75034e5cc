import { ulid } from 'ulid'
import type { Handlers } from '#contract/api.ts'
import type { Refusal } from '#contract/endpoint.ts'
import type { changeKnowledge, KnowledgeRow, KnowledgeView } from '#contract/knowledge.ts'
import { rights } from '#contract/rights.ts'
import {
  countCitation,
  countItems,
  findItem,
  findVersion,
  type KnowledgeRow as KeptRow,
  keepItem,
  listItems,
  lockItem,
  titleTaken,
  versionsOf,
} from '#db/knowledge.ts'
import type { Db } from '#db/sql.ts'
import { type Day, dayOf, type Instant, msOf } from '#domain/ids.ts'
import { changeItem, createItem, type Kept, putInForce, withdrawItem } from '#domain/knowledge/change-item.ts'
import {
  answersOn,
  type KeptState,
  KnowledgeId,
  type KnowledgeItem,
  KnowledgeText,
  stateOn,
} from '#domain/knowledge/item.ts'
import { plainLine } from '#language/search/needle.ts'
import { refusedBy } from './http.ts'
import { categoryName, unitName } from './order-view.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

export const today = (shell: Pick<Shell, 'at'>): Day => dayOf(shell.at)

export const keepsKnowledge = (shell: Shell): boolean => refusedBy(rights.changeKnowledge, shell.caller) === null

/** The row as the domain reads it; what was checked when it was written is not checked again. */
const itemOf = (row: KeptRow): KnowledgeItem => ({
  id: row.item_id as KnowledgeId,
  version: row.version,
  state: row.state as KeptState,
  category: row.category as KnowledgeItem['category'],
  title: row.title,
  content: row.content,
  material: row.material as KnowledgeItem['material'],
  issuer: row.issuer,
  docNo: row.doc_no,
  keywords: row.keywords,
  ownerUnit: row.owner_unit as KnowledgeItem['ownerUnit'],
  validFrom: row.valid_from as Day,
  validTo: row.valid_to as Day | null,
})

export function knowledgeRow(shell: Shell, row: KeptRow): KnowledgeRow {
  const { content: _content, ...item } = itemOf(row)
  return {
    ...item,
    state: stateOn(item, today(shell)),
    categoryName: categoryName(shell.city, row.category) ?? row.category,
    ownerUnitName: unitName(shell.city, row.owner_unit),
    hits: row.hits,
    changedAt: row.changed_at as Instant,
    changedBy: row.changed_by,
  }
}

/** One line each, so that a word is found in a field and never across two. */
export const searchBody = ({
  title,
  keywords,
  content,
}: Pick<KnowledgeText, 'title' | 'keywords' | 'content'>): string =>
  [title, keywords.join(' '), content].map(plainLine).join('\n')

async function viewed(shell: Shell, db: Db, row: KeptRow): Promise<KnowledgeView> {
  const versions = await versionsOf(db, row.item_id)
  return {
    ...knowledgeRow(shell, row),
    content: row.content,
    mayEdit: keepsKnowledge(shell),
    versions: versions.map(({ version, at, by_name }) => ({ version, at: at as Instant, by: by_name })),
  }
}

/** A draft and what was withdrawn are the keepers' own business. */
const isReadable = (shell: Shell, row: KeptRow): boolean =>
  keepsKnowledge(shell) || (row.state === 'in-force' && row.valid_from <= today(shell))

type ChangeRefusal = Refusal<typeof changeKnowledge>

const NOT_FOUND = { ok: false, refusal: 'not-found' } as const
const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** Locks the item, decides, keeps the new version; a change made meanwhile is told before anything is decided. */
const changing = <R extends string>(
  shell: Shell,
  id: string,
  decide: (item: KnowledgeItem, db: Db) => Kept<R> | Promise<Kept<R>>,
) =>
  shell.db.tx(async (db) => {
    const row = await lockItem(db, id)
    if (row === undefined) return NOT_FOUND
    if (row.version !== shell.expected) return no('stale-version')
    const decided = await decide(itemOf(row), db)
    if (!decided.ok) return decided
    return kept(shell, db, decided.item)
  })

async function kept(shell: Shell, db: Db, item: KnowledgeItem) {
  await keepItem(db, item, searchBody(item), staffOf(shell), shell.at)
  const row = await findItem(db, item.id)
  if (row === undefined) throw new Error(`knowledge item ${item.id} was not kept`)
  return { ok: true as const, reply: await viewed(shell, db, row) }
}

export const knowledgeHandlers = {
  listKnowledge: async (shell, { query: { offset, limit, ...asked } }) => {
    const filter = { ...asked, today: today(shell), answering: !keepsKnowledge(shell) }
    const [rows, count] = await Promise.all([listItems(shell.db, filter, offset, limit), countItems(shell.db, filter)])
    return { ok: true, reply: { items: rows.map((row) => knowledgeRow(shell, row)), count } }
  },

  getKnowledge: async (shell, { params }) => {
    const row = await findItem(shell.db, params.itemId)
    return row === undefined || !isReadable(shell, row)
      ? NOT_FOUND
      : { ok: true, reply: await viewed(shell, shell.db, row) }
  },

  knowledgeVersion: async (shell, { params }) => {
    const row = await findItem(shell.db, params.itemId)
    if (row === undefined || !isReadable(shell, row)) return NOT_FOUND
    const found = await findVersion(shell.db, params.itemId, params.version)
    const text = KnowledgeText.safeParse(found?.item)
    if (found === undefined || !text.success) return NOT_FOUND
    const { state } = found.item as KnowledgeItem
    // Who does not keep it reads what stood in force at some time, never a draft.
    if (state !== 'in-force' && !keepsKnowledge(shell)) return NOT_FOUND
    return {
      ok: true,
      reply: { ...text.data, version: found.version, state, at: found.at as Instant, by: found.by_name },
    }
  },

  createKnowledge: (shell, { body }) =>
    shell.db.tx(async (db) => {
      const created = createItem(KnowledgeId.parse(`k-${ulid(msOf(shell.at)).toLowerCase()}`), body, shell.city)
      if (!created.ok) return created
      return (await titleTaken(db, body.title, null)) ? no('knowledge-title-taken') : kept(shell, db, created.item)
    }),

  changeKnowledge: (shell, { params, body }) =>
    changing<ChangeRefusal>(shell, params.itemId, async (item, db) =>
      (await titleTaken(db, body.title, params.itemId))
        ? no('knowledge-title-taken')
        : changeItem(item, body, shell.city),
    ),

  putKnowledgeInForce: (shell, { params }) => changing(shell, params.itemId, (item) => putInForce(item, today(shell))),

  withdrawKnowledge: (shell, { params }) => changing(shell, params.itemId, (item) => withdrawItem(item, today(shell))),
} satisfies Partial<Handlers<Shell>>

/** Whether an answer may rest on this item today; an answer that names none always may. */
export async function mayCite(shell: Pick<Shell, 'db' | 'at'>, id: string | null): Promise<boolean> {
  const row = id === null ? undefined : await findItem(shell.db, id)
  return id === null || (row !== undefined && answersOn(itemOf(row), today(shell)))
}

/** After the answer was kept: a count that a fault loses is no harm. */
export async function wasCited({ db }: Pick<Shell, 'db'>, id: string | null): Promise<void> {
  if (id !== null) await countCitation(db, id)
}
