import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { listModels, type TrainingView, trainModel, uploadModel } from '#contract/models.ts'
import { uploadTable } from '../admin/upload-table.ts'
import { useWords } from '../language.ts'
import { type No, type ReplyOf, send } from '../send.ts'
import { useHasRole } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { isRunning, modelsWords, stepWords } from './models-words.ts'
import { whole } from './rate.ts'

type Listed = ReplyOf<typeof listModels>

/** How far it is, or how it ended; a finished one says where its draft lies. */
function Progress({ training, models }: { training: TrainingView; models: Listed['models'] }) {
  const words = useWords(modelsWords)
  if (training.state === 'running') {
    const step = stepWords[training.step]
    return (
      <p role="status" className="models-running">
        <span className="models-pulse" aria-hidden="true" />
        <b>{words.training}</b> {step === undefined ? words.reading(whole(training.done)) : words[step]}
      </p>
    )
  }
  if (training.state === 'done') {
    const draft = models.find(({ number }) => number === training.model)?.state === 'draft'
    return draft ? (
      <p role="status" className="s m2">
        {words.trained(String(training.model))}
      </p>
    ) : null
  }
  return (
    <Note tone="a">
      {training.state === 'cut-off' ? words.trainingCut : words.trainingFailed}{' '}
      {training.fault !== null && words.fault(training.fault)}
    </Note>
  )
}

/** Training begins here and goes on without the page; a file from elsewhere comes in beside it. Both end as drafts. */
export function Training({ listed, onMade }: { listed: Listed; onMade: (number: number) => void }) {
  const words = useWords(modelsWords)
  const cache = useQueryClient()
  const mayAct = useHasRole('administrator')
  const file = useRef<HTMLInputElement>(null)
  const [no, setNo] = useState<No | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const { training, learnable, models } = listed
  const again = () => cache.invalidateQueries({ queryKey: [listModels.path] })
  const train = async () => {
    const sent = await send(trainModel, {})
    setNo(sent.ok ? null : sent.no)
    await again()
  }
  const upload = async (chosen: File) => {
    setRefused(null)
    const sent = await uploadTable(uploadModel, chosen, {})
    if (!sent.ok) return setRefused(sent.words)
    await again()
    toast(words.uploaded(String(sent.reply.number)))
    onMade(sent.reply.number)
  }
  const orders = whole(learnable.orders)
  const most = learnable.orders >= learnable.mostOrders ? words.moreThan(orders) : orders
  return (
    <div className="models-training">
      {mayAct && (
        <div className="flex wrap">
          <Button busy={isRunning(training)} onClick={() => void train()}>
            <Icon name="plus" size={16} /> {words.train}
          </Button>
          <Button onClick={() => file.current?.click()}>
            <Icon name="upload" size={16} /> {words.upload}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".model"
            className="sr"
            tabIndex={-1}
            aria-label={words.upload}
            onChange={(event) => {
              const [chosen] = event.target.files ?? []
              if (chosen !== undefined) void upload(chosen)
              event.target.value = ''
            }}
          />
        </div>
      )}
      <p className="xs m3">{words.trainTold(most, whole(learnable.phrases))}</p>
      {training !== null && <Progress training={training} models={models} />}
      {no !== null && <RefusalNote no={no} />}
      {refused !== null && (
        <div role="alert">
          <Note tone="r">
            <b>{refused}</b>
          </Note>
        </div>
      )}
    </div>
  )
}
