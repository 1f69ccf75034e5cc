import type { Handlers } from '#contract/api.ts'
import type { VersionView } from '#contract/city-versions.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import {
  addDraft,
  adoptDraft,
  type CityVersion,
  cityVersions,
  type DraftContent,
  discardDraft,
  draftOf,
  findCityVersion,
  type ListedVersion,
  lockCity,
  saveDraft,
} from '#db/city-versions.ts'
import { type CityPart, type PartRow, wholeRow } from '#domain/city/part.ts'
import { changesBetween, isNoChange, type RowChanges } from '#domain/city/row-changes.ts'
import { mayPublish } from '#domain/dispatch/check-catalogue.ts'
import type { Succession } from '#domain/handling/hand-over.ts'
import { dayOf } from '#domain/ids.ts'
import { keepRuleChanges } from './catalogue/rule-changes.ts'
import { obstaclesTo } from './city-obstacles.ts'
import { cityWith, partInForce, previewRows, rowsOf } from './city-preview.ts'
import { handOverUnit, previewHandOvers } from './hand-over.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

/** The dispatch catalogue is kept by the dispatch desk too; all other tables are the administrators'. */
export const worksOn = (shell: Shell, part: CityPart): boolean =>
  part === 'rules' || staffOf(shell).roles.includes('administrator')

export const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const

/** Where a draft of the rules stands on its way to whoever publishes it. */
function standing({
  step,
  step_at: at,
  step_by,
  step_note,
}: ListedVersion): Pick<VersionView, 'handedIn' | 'sentBack'> {
  const [by, said] = [step_by ?? '', step_note ?? '']
  return {
    handedIn: step === 'handed-in' && at !== null ? { by, at, note: said } : null,
    sentBack: step === 'sent-back' && at !== null ? { by, at, reason: said } : null,
  }
}

export const viewOf = (shell: Shell, row: ListedVersion): VersionView => ({
  id: row.id,
  part: row.part,
  number: row.number,
  state: row.state,
  base: row.base,
  version: row.revision,
  rows: row.rows,
  note: row.note,
  madeBy: row.made_by_name,
  mine: row.made_by === staffOf(shell).id,
  madeAt: row.made_at,
  changedAt: row.changed_at,
  adoptedBy: row.adopted_by_name,
  adoptedAt: row.adopted_at,
  inForce: row.state === 'adopted',
  aside: row.state === 'draft' && row.aside,
  ...standing(row),
})

/** What the city was set up with, as a version that nobody made here. */
const folderView = (part: CityPart, rows: number, inForce: boolean): VersionView => ({
  id: 0,
  part,
  number: 0,
  state: 'folder',
  base: 0,
  version: 1,
  rows,
  note: '',
  madeBy: '',
  mine: false,
  madeAt: null,
  changedAt: null,
  adoptedBy: null,
  adoptedAt: null,
  inForce,
  aside: false,
  handedIn: null,
  sentBack: null,
})

/** One's own draft, made or saved; refused when another window saved it since. What waits for approval is not touched. */
export async function keepDraft(shell: Shell, part: CityPart, draft: DraftContent) {
  const me = staffOf(shell).id
  return shell.db.tx(async (db) => {
    await lockCity(db)
    const known = await draftOf(db, part, me)
    if (known === undefined) await addDraft(db, part, draft, me, shell.at)
    else {
      const seen = shell.expected ?? known.revision
      if (!(await saveDraft(db, known.id, seen, draft, shell.at))) return no('stale-version')
    }
    const kept = await draftOf(db, part, me)
    return kept === undefined ? no('stale-version') : ({ ok: true, reply: viewOf(shell, kept) } as const)
  })
}

const whole = (part: CityPart, rows: readonly PartRow[]) => rows.map((row) => wholeRow(part, row))

export const ownDraft = (shell: Shell, version: CityVersion): boolean =>
  version.state === 'draft' && version.made_by === staffOf(shell).id

type Adoptable = { changes: RowChanges; moves: readonly Succession[] }

/**
 * Whether a draft could be put in force. Looked at again under the lock: between preview and adoption others go on
 * working.
 */
export async function adoptable(shell: Shell, draft: CityVersion, successors: readonly Succession[]) {
  const { part } = draft
  if (shell.expected !== null && shell.expected !== draft.revision) return no('stale-version')
  const inForce = await partInForce(shell, part)
  if (draft.base !== inForce.id) return no('another-version-adopted')
  const rows = whole(part, draft.content)
  const changes = changesBetween(part, inForce.rows, rows)
  if (isNoChange(changes)) return no('nothing-changed')
  const tried = await cityWith(shell.db, shell.cityFolder, part, rows)
  if (!tried.ok) return no('city-version-faulty')
  if (part === 'rules' && !mayPublish(tried.city, dayOf(shell.at))) return no('rules-disagree')
  const handOvers = part === 'units' ? await previewHandOvers(shell, changes, successors, rows) : []
  if (handOvers.some(({ to }) => to === null)) return no('successor-needed')
  if (handOvers.some(({ fit }) => !fit)) return no('successor-unfit')
  const going = new Set<string>(handOvers.map(({ unit }) => unit))
  if ((await obstaclesTo(shell, part, changes, going)).length > 0) return no('still-in-use')
  const moves = handOvers.flatMap(({ unit, to }) => (to === null ? [] : [{ unit, to }]))
  return { ok: true as const, reply: { changes, moves } satisfies Adoptable }
}

/** One's own draft, or one of the rules that was handed in: the catalogue is approved by who answers for it. */
function whyNotAdopted(shell: Shell, version: CityVersion) {
  if (version.state !== 'draft') return 'not-a-draft'
  if (ownDraft(shell, version)) return null
  if (version.part !== 'rules') return 'not-a-draft'
  return version.step === 'handed-in' ? null : 'not-handed-in'
}

/** In the caller's transaction; `takeUpCity` follows once it is committed. */
export async function adopt(shell: Shell, part: CityPart, id: number, note: string, successors: readonly Succession[]) {
  await lockCity(shell.db)
  const draft = await findCityVersion(shell.db, part, id)
  if (draft === undefined) return no('not-found')
  const whyNot = whyNotAdopted(shell, draft)
  if (whyNot !== null) return no(whyNot)
  const looked = await adoptable(shell, draft, successors)
  if (!looked.ok) return looked
  const { changes, moves } = looked.reply
  const actor = staffOf(shell).id
  await adoptDraft(shell.db, draft, note, actor, shell.at)
  if (part === 'rules') await keepRuleChanges(shell.db, id, changes)
  const adopted = await findCityVersion(shell.db, part, id)
  if (adopted === undefined) throw new Error('the adopted version is gone')
  const counts = { added: changes.added.length, removed: changes.removed.length, changed: changes.changed.length }
  const detail = { part, number: adopted.number, note, ...counts }
  await addToAdminLog(shell.db, { actor, action: 'city-version-adopted', target: `${part}/${id}`, detail }, shell.at)
  for (const move of moves) await handOverUnit(shell, move, note)
  return { ok: true as const, reply: viewOf(shell, adopted) }
}

export const cityVersionHandlers = {
  listCityVersions: async (shell, { params: { part } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const listed = await cityVersions(shell.db, part)
    const folder = (await rowsOf(shell, part, 0)) ?? []
    const versions = listed.map((row) => viewOf(shell, row))
    const inForce = versions.every((version) => !version.inForce)
    return { ok: true, reply: { versions: [...versions, folderView(part, folder.length, inForce)] } }
  },

  getCityVersion: async (shell, { params: { part, id } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const content = await rowsOf(shell, part, id)
    if (content === undefined) return no('not-found')
    if (id === 0) {
      const inForce = (await partInForce(shell, part)).id === 0
      return { ok: true, reply: { ...folderView(part, content.length, inForce), content: [...content] } }
    }
    const row = await findCityVersion(shell.db, part, id)
    if (row === undefined) return no('not-found')
    return { ok: true, reply: { ...viewOf(shell, row), content: [...content] } }
  },

  saveCityDraft: async (shell, { params: { part }, body }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    if ((await rowsOf(shell, part, body.base)) === undefined) return no('unknown-base')
    return keepDraft(shell, part, { ...body, rows: whole(part, body.rows) })
  },

  discardCityDraft: async (shell, { params: { part, id } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    return shell.db.tx(async (db) => {
      await lockCity(db)
      const version = await findCityVersion(db, part, id)
      if (version === undefined) return no('not-found')
      if (!ownDraft(shell, version)) return no('not-a-draft')
      if (version.step === 'handed-in') return no('draft-handed-in')
      await discardDraft(db, id)
      return { ok: true, reply: { done: true } }
    })
  },

  previewCityVersion: async (shell, { body: { part, rows, id, successors } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const content = rows ?? (await rowsOf(shell, part, id ?? 0))
    if (content === undefined) return no('not-found')
    return { ok: true, reply: await previewRows(shell, part, whole(part, content), successors) }
  },

  adoptCityVersion: async (shell, { params: { part, id }, body: { note, successors } }) => {
    if (!worksOn(shell, part)) return no('not-allowed')
    const answer = await shell.db.tx((db) => adopt({ ...shell, db }, part, id, note, successors))
    if (answer.ok) await shell.takeUpCity()
    return answer
  },
} satisfies Partial<Handlers<Shell>>
