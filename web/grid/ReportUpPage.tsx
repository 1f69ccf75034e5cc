import { useState } from 'react'
import type { PhonePhoto } from '#contract/grid-actions.ts'
import { useLanguage, useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Choice } from './Choice.tsx'
import { GridHead } from './GridHead.tsx'
import { gridOutbox } from './grid-outbox.ts'
import { UP_GROUNDS, upWords, wordsOf } from './grid-words.ts'
import { MissingTask } from './MissingTask.tsx'
import { NoteField } from './NoteField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { useLocalTask } from './use-tasks.ts'
import { go } from './way.ts'

/** 上报, which is also how a worker refuses: one reason, a photo if there is one, and it is a department's. */
export function ReportUpPage({ orderId, n }: { orderId: string; n: number }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const task = useLocalTask(orderId, n)
  const [ground, setGround] = useState<(typeof UP_GROUNDS)[number] | null>(null)
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<readonly PhonePhoto[]>([])
  if (task === undefined) return <MissingTask />
  const submit = async () => {
    if (ground === null) return
    const { title } = task
    await gridOutbox.act({ kind: 'report-up', orderId, n, title, ground, note: note.trim() || null, photos })
    go('mine')
  }
  const whyNot = ground === null ? words.needWhy : null
  return (
    <div className="phone grid-phone">
      <GridHead title={words.upTitle} back={`task/${orderId}/${n}`} />
      <main>
        <section>
          <p className="hint">{words.upHint}</p>
          <Choice
            name="ground"
            label={words.upWhy}
            value={ground}
            onChange={setGround}
            options={UP_GROUNDS.map((value) => ({ value, words: upWords(value, language) }))}
          />
          <NoteField label={words.note} value={note} onChange={setNote} max={300} />
        </section>
        <section>
          <PhotoField photos={photos} onChange={setPhotos} />
        </section>
      </main>
      <footer className="dock">
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        <Button look="go" className="wide" whyNot={whyNot} onClick={() => void submit()}>
          {words.upSubmit}
        </Button>
      </footer>
    </div>
  )
}
