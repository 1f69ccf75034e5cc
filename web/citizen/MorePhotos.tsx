import { useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { ask, type Ticket, upload } from './ask.ts'
import { newKey } from './draft.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import type { View } from './use-progress.ts'

/** Photos for a request that has its number already go at once. */
export function MorePhotos({ ticket, onSent }: { ticket: Ticket; onSent: (view: View) => void }) {
  const words = useCitizenWords()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState('')
  const sendAll = async (files: readonly File[]) => {
    setBusy(true)
    setFault('')
    for (const file of files) {
      const shrunk = await shrinkPhoto(file)
      if (typeof shrunk === 'string') {
        setFault(words.photoFaults[shrunk])
        continue
      }
      const sent = await upload(ticket, `${newKey().slice(0, 8)}.jpg`, shrunk)
      if (!sent.ok) {
        setFault(sent.no.words === '' ? words.noLine : sent.no.words)
        break
      }
    }
    const seen = await ask('citizenFollow', ticket)
    if (seen.ok) onSent(seen.reply)
    setBusy(false)
  }
  return (
    <>
      <ul className="photos">
        <li>
          <label className="add" aria-busy={busy || undefined}>
            <Icon name="camera" size={26} />
            {busy ? words.sending : words.addPhoto}
            <input
              type="file"
              accept="image/*"
              multiple
              className="sr"
              disabled={busy}
              onChange={(event) => {
                const files = [...(event.target.files ?? [])]
                event.target.value = ''
                if (files.length > 0) void sendAll(files)
              }}
            />
          </label>
        </li>
      </ul>
      <p className="hint fault" role="status">
        {fault}
      </p>
    </>
  )
}
