import { type Outcome, type Outgoing, outcomeOf } from '#domain/grid/outbox.ts'
import { callOf, type GridAction, photosOf, withPhotos } from './grid-actions.ts'

/** One request on its way, however it travels: `status` null where no answer came. */
export type Line = {
  upload(photo: string): Promise<{ status: number | null; file: string | null; code: string; words: string }>
  post(path: string, body: unknown, key: string): Promise<{ status: number | null; code: string; words: string }>
}

/**
 * Sends one entry of the outbox: its photos first, each kept as uploaded at once, then the action under the entry's key.
 * A photo the server has forgotten meanwhile (after a day unattached) is uploaded again the next time.
 */
export async function postGridAction(
  one: Outgoing<GridAction>,
  keep: (action: GridAction) => Promise<void>,
  line: Line,
): Promise<Outcome> {
  let { action } = one
  for (const photo of photosOf(action)) {
    if (photo.file !== null) continue
    const sent = await line.upload(photo.id)
    const outcome = outcomeOf(sent.status, sent.code, sent.words)
    if (outcome.kind !== 'done') return outcome
    action = withPhotos(
      action,
      photosOf(action).map((known) => (known.id === photo.id ? { ...known, file: sent.file } : known)),
    )
    await keep(action)
  }
  const { path, body } = callOf(action)
  const answer = await line.post(path, body, one.key)
  if (answer.code === 'unknown-file' && photosOf(action).length > 0 && one.tries < 5) {
    await keep(
      withPhotos(
        action,
        photosOf(action).map((photo) => ({ ...photo, file: null })),
      ),
    )
    return { kind: 'later', code: answer.code, words: answer.words }
  }
  return outcomeOf(answer.status, answer.code, answer.words)
}
