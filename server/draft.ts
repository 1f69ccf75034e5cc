import type { Handlers } from '#contract/api.ts'
import { type DraftKey, dropDraft, findDraft, keepDraft } from '#db/drafts.ts'
import type { Shell } from './shell.ts'
import { staffId, staffOf } from './staff-caller.ts'
import type { Vault } from './vault.ts'

type Params = { kind: string; key: string }
type Place = { staff: string; kind: string; key: string }

/** Bound to its row: a sealed text moved to another person's row does not open. */
const context = ({ staff, kind, key }: Place): string => `draft ${staff} ${kind}/${key}`
export const sealDraft = (vault: Vault, text: string, place: Place): Buffer => vault.seal(text, context(place))
export const openDraft = (vault: Vault, sealed: Buffer, place: Place): string => vault.open(sealed, context(place))

/** Nobody can name another's draft: whose it is comes from the session. */
const ownKey = (shell: Shell, { kind, key }: Params): DraftKey => ({ staff: staffId(staffOf(shell)), kind, key })

export const draftHandlers = {
  getDraft: async (shell, { params }) => {
    const place = ownKey(shell, params)
    const row = await findDraft(shell.db, place)
    const draft = row === undefined ? null : { text: openDraft(shell.vault, row.sealed, place), savedAt: row.saved_at }
    return { ok: true, reply: { draft } }
  },

  putDraft: async (shell, { params, body }) => {
    const place = ownKey(shell, params)
    await keepDraft(shell.db, place, sealDraft(shell.vault, body.text, place), shell.at)
    return { ok: true, reply: { savedAt: shell.at } }
  },

  dropDraft: async (shell, { params }) => {
    await dropDraft(shell.db, ownKey(shell, params))
    return { ok: true, reply: {} }
  },
} satisfies Partial<Handlers<Shell>>
