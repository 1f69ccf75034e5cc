import { useState } from 'react'
import type { GridAction, PhonePhoto } from '#contract/grid-actions.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Choice } from './Choice.tsx'
import { GridHead } from './GridHead.tsx'
import { gridOutbox } from './grid-outbox.ts'
import { wordsOf } from './grid-words.ts'
import { MissingTask } from './MissingTask.tsx'
import { NoteField } from './NoteField.tsx'
import { PhotoField } from './PhotoField.tsx'
import { useLocalTask } from './use-tasks.ts'
import { go } from './way.ts'

type Result = Extract<GridAction, { kind: 'result' }>

/** Photo, told, send: three taps; everything else has the usual answer in it already. */
export function ResultPage({ orderId, n }: { orderId: string; n: number }) {
  const words = useWords(wordsOf)
  const task = useLocalTask(orderId, n)
  const [photos, setPhotos] = useState<readonly PhonePhoto[]>([])
  const [result, setResult] = useState<Result['result']>('solved')
  const [told, setTold] = useState<Result['told']>(null)
  const [note, setNote] = useState('')
  if (task === undefined) return <MissingTask />
  const owed = task.contactOwed && told === null
  const whyNot = photos.length === 0 ? words.needPhoto : owed ? words.needTold : null
  const submit = async () => {
    const { title } = task
    await gridOutbox.act({ kind: 'result', orderId, n, title, result, told, note: note.trim() || null, photos })
    go('mine')
  }
  return (
    <div className="phone grid-phone">
      <GridHead title={words.result} back={`task/${orderId}/${n}`} />
      <main>
        <section>
          <p className="hint">{task.title}</p>
          <PhotoField photos={photos} onChange={setPhotos} />
        </section>
        <section>
          {task.contactOwed ? (
            <Choice
              name="told"
              label={words.told}
              value={told}
              onChange={setTold}
              options={(['visit', 'phone'] as const).map((value) => ({ value, words: words.told2[value] }))}
            />
          ) : (
            <p className="hint">{words.noTold}</p>
          )}
        </section>
        <section>
          <Choice
            name="result"
            label={words.how}
            value={result}
            onChange={setResult}
            options={(['solved', 'partly', 'explained'] as const).map((value) => ({ value, words: words.how3[value] }))}
          />
          <NoteField label={words.note} value={note} onChange={setNote} max={300} />
        </section>
      </main>
      <footer className="dock">
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
        <Button look="go" className="wide" whyNot={whyNot} onClick={() => void submit()}>
          {words.submit}
        </Button>
      </footer>
    </div>
  )
}
