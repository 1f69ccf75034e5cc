import { useState } from 'react'
import type { PhonePhoto } from '#contract/grid-actions.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { GridHead } from './GridHead.tsx'
import { gridOutbox } from './grid-outbox.ts'
import { wordsOf } from './grid-words.ts'
import { NoteField } from './NoteField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { placeNow } from './place-now.ts'
import { usePlace } from './use-place.ts'
import { go } from './way.ts'

const TITLE_CHARS = 20

/** 吹哨: a photo and a sentence; the place is the phone's, and its own clock is kept beside the server's. */
export function WhistlePage() {
  const words = useWords(wordsOf)
  const [content, setContent] = useState('')
  const [address, setAddress] = useState('')
  const [photos, setPhotos] = useState<readonly PhonePhoto[]>([])
  const [busy, setBusy] = useState(false)
  const here = usePlace(true)
  const whyNot = content.trim() === '' ? words.needWhat : null
  const submit = async () => {
    setBusy(true)
    const text = content.trim()
    const place = photos.find(({ taken }) => taken?.lng != null)?.taken ?? (await placeNow())
    const where = address.trim() || null
    await gridOutbox.act({
      kind: 'whistle',
      title: text.slice(0, TITLE_CHARS),
      content: text,
      address: where,
      place,
      photos,
    })
    go('whistles')
  }
  return (
    <div className="phone grid-phone">
      <GridHead title={words.whistleTitle} back="mine" />
      <main>
        <section>
          <p className="hint">{words.whistleHint}</p>
          <PhotoField photos={photos} onChange={setPhotos} />
          <NoteField label={words.what} value={content} onChange={setContent} max={500} />
          <NoteField label={words.where} value={address} onChange={setAddress} max={100} />
          <p className="hint" role="status">
            {here === null ? words.whistleUnplaced : words.whistlePlaced}
          </p>
        </section>
      </main>
      <footer className="dock">
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        <Button look="go" className="wide" whyNot={whyNot} busy={busy} onClick={() => void submit()}>
          {words.whistleSubmit}
        </Button>
      </footer>
    </div>
  )
}
