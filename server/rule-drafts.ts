import type { Handlers } from '#contract/api.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import {
  addDraftStep,
  type CityVersion,
  type DraftStep,
  draftOf,
  findCityVersion,
  lockCity,
  putAside,
} from '#db/city-versions.ts'
import { adoptable, no, ownDraft, viewOf } from './city-versions.ts'
import type { Shell } from './shell.ts'
import { staffOf } from './staff-caller.ts'

const LOGGED: Record<DraftStep, string> = {
  'handed-in': 'rules-handed-in',
  'taken-back': 'rules-taken-back',
  'sent-back': 'rules-sent-back',
}

type Refused = { ok: false; refusal: string }

/** Whether the author is writing another draft of the rules than this one. */
async function writesAnother({ db }: Shell, draft: CityVersion): Promise<boolean> {
  const inHand = await draftOf(db, 'rules', draft.made_by)
  return inHand !== undefined && inHand.id !== draft.id
}

/** Handed in it stands aside; taken back it is in hand; sent back it comes to hand unless another is being written. */
const standsAside = async (shell: Shell, draft: CityVersion, step: DraftStep): Promise<boolean> =>
  step === 'handed-in' || (step === 'sent-back' && (await writesAnother(shell, draft)))

/** One step of a draft of the rules, under the lock of adoption: what is published meanwhile cannot be taken back. */
function onDraft<R extends Refused>(
  shell: Shell,
  id: number,
  step: DraftStep,
  note: string,
  refuse: (inside: Shell, draft: CityVersion) => Promise<R | null>,
) {
  return shell.db.tx(async (db) => {
    await lockCity(db)
    const inside = { ...shell, db }
    const draft = await findCityVersion(db, 'rules', id)
    if (draft === undefined) return no('not-found')
    const refused = await refuse(inside, draft)
    if (refused !== null) return refused
    const by = staffOf(shell).id
    await addDraftStep(db, id, { step, note, by }, shell.at)
    await putAside(db, id, await standsAside(inside, draft, step))
    const entry = { actor: by, action: LOGGED[step], target: `rules/${id}`, detail: note === '' ? {} : { note } }
    await addToAdminLog(db, entry, shell.at)
    const after = await findCityVersion(db, 'rules', id)
    if (after === undefined) throw new Error('the draft is gone')
    return { ok: true, reply: viewOf(shell, after) } as const
  })
}

/** 提交审定, its taking back by the author, and its sending back by whoever publishes (docs/decisions/0010). */
export const ruleDraftHandlers = {
  handInRules: (shell, { params: { id }, body: { note } }) =>
    onDraft(shell, id, 'handed-in', note, async (inside, draft) => {
      if (!ownDraft(inside, draft)) return no('not-a-draft')
      if (draft.step === 'handed-in') return no('draft-handed-in')
      const looked = await adoptable(inside, draft, [])
      if (looked.ok) return null
      // Successors are asked for units alone, and this is the catalogue.
      if (looked.refusal === 'successor-needed' || looked.refusal === 'successor-unfit') return no('still-in-use')
      return looked
    }),

  takeBackRules: (shell, { params: { id } }) =>
    onDraft(shell, id, 'taken-back', '', async (inside, draft) => {
      if (!ownDraft(inside, draft)) return no('not-a-draft')
      if (!draft.aside) return no('not-handed-in')
      return (await writesAnother(inside, draft)) ? no('another-draft-open') : null
    }),

  sendBackRules: (shell, { params: { id }, body: { reason } }) =>
    onDraft(shell, id, 'sent-back', reason, async (inside, draft) => {
      if (draft.state !== 'draft') return no('not-a-draft')
      if (draft.step !== 'handed-in') return no('not-handed-in')
      return inside.expected !== null && inside.expected !== draft.revision ? no('stale-version') : null
    }),
} satisfies Partial<Handlers<Shell>>
