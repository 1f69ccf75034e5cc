import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { discardModel, downloadModel, listModels, type ModelFaultView, type ModelView } from '#contract/models.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { addressOf, type No, type ReplyOf, send } from '../send.ts'
import { useHasRole } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { toast } from '../ui/Toasts.tsx'
import { dateWords, momentWords } from '../words/time.ts'
import { AdoptDialog } from './AdoptDialog.tsx'
import { Bands } from './Bands.tsx'
import { Figures } from './Figures.tsx'
import { StateTag } from './ModelRows.tsx'
import { faultWords, modelsWords, originWords } from './models-words.ts'
import { bytes, whole } from './rate.ts'
import { Worst } from './Worst.tsx'

type Listed = ReplyOf<typeof listModels>

function Facts({ model }: { model: ModelView }) {
  const words = useWords(modelsWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { learned, scenes, labelSet, seconds } = model.card
  const span = [learned.from, learned.until].flatMap((at) => (at === null ? [] : [dateWords(at, now, language)]))
  return (
    <dl className="dl">
      <dt>{words.learned}</dt>
      <dd>
        {model.origin === 'uploaded' ? (
          words.learnedNothing
        ) : (
          <>
            {words.learnedOrders(whole(learned.orders), whole(learned.corrected))}
            <br />
            {words.learnedPhrases(whole(learned.phrases))}
          </>
        )}
      </dd>
      {span.length > 0 && (
        <>
          <dt>{words.span}</dt>
          <dd>{span.join('–')}</dd>
        </>
      )}
      <dt>{words.scenes}</dt>
      <dd>{words.scenesOf(whole(scenes))}</dd>
      <dt>{words.labelSet}</dt>
      <dd>
        {model.sameLabels ? words.sameLabels : words.otherLabels} <code>{labelSet}</code>
      </dd>
      <dt>{words.file}</dt>
      <dd>
        {say(originWords[model.origin])} · {bytes(model.bytes)}
        {model.origin !== 'uploaded' && ` · ${words.seconds(seconds.toFixed(1))}`}
      </dd>
    </dl>
  )
}

function Warnings({ listed, model, fault }: { listed: Listed; model: ModelView; fault: ModelFaultView | undefined }) {
  const words = useWords(modelsWords)
  const say = useSay()
  const unknown = model.state === 'in-force' ? (listed.inForce?.unknown ?? []) : []
  const working = listed.inForce
  return (
    <>
      {fault !== undefined && (
        <Note tone="r">
          <b>{words.refusedTitle(String(fault.number))}</b> {words.fault(say(faultWords[fault.kind]))}
          {fault.codes.length > 0 && ` (${fault.codes.join(', ')})`}{' '}
          {working !== null && words.refusedStays(String(working.number))}
        </Note>
      )}
      {unknown.length > 0 && (
        <Note tone="a">
          <b>{words.unknownTitle(String(unknown.length))}</b>{' '}
          {unknown
            .slice(0, 8)
            .map(({ code, name }) => `${code} ${name}`)
            .join('、')}
          {unknown.length > 8 && ' …'} {words.unknownTold}
        </Note>
      )}
    </>
  )
}

/** A model's card: who made it from what, how it did, where it errs; and what can be done with it. */
export function Card({ listed, model }: { listed: Listed; model: ModelView }) {
  const words = useWords(modelsWords)
  const language = useLanguage()
  const now = useNow()
  const cache = useQueryClient()
  const mayAct = useHasRole('administrator')
  const [asked, ask] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  const fault = listed.refused.find(({ number }) => number === model.number)
  const inForce = listed.models.find((one) => one.state === 'in-force') ?? null
  const who = (name: string) => (name === 'system' ? words.system : name)
  const discard = async () => {
    const sent = await send(discardModel, { params: { number: model.number } })
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) toast(words.discarded)
    await cache.invalidateQueries({ queryKey: [listModels.path] })
  }
  return (
    <article className="col models-card" aria-label={words.model(String(model.number))}>
      <section className="sec">
        <header>
          <h2 className="models-name">{words.model(String(model.number))}</h2>
          <StateTag state={model.state} />
          {mayAct && (
            <span className="end flex">
              {(model.state === 'draft' || model.state === 'retired') && (
                <Button look={model.state === 'draft' ? 'go' : 'plain'} onClick={() => ask(true)}>
                  {model.adoptions > 0 ? words.back : words.adopt}
                </Button>
              )}
              <a className="btn" href={addressOf(downloadModel, { params: { number: model.number } })}>
                <Icon name="download" size={16} /> {words.download}
              </a>
              {model.state === 'draft' && <Button onClick={() => void discard()}>{words.discard}</Button>}
            </span>
          )}
        </header>
        <p className="s m2">
          {words.by(who(model.madeBy))} {momentWords(model.madeAt, now, language)}
          {model.adoptedAt !== null &&
            ` · ${words.byAdopted(who(model.adoptedBy ?? ''))} ${momentWords(model.adoptedAt, now, language)}`}
          {(model.note ?? '') !== '' && model.note !== 'cold start' && ` · ${model.note}`}
        </p>
        {no !== null && <RefusalNote no={no} />}
        <Warnings listed={listed} model={model} fault={fault} />
        <Facts model={model} />
      </section>
      {model.card.figures === null ? (
        <section className="sec">
          <header>
            <h2>{words.figures}</h2>
          </header>
          <p className="s m2">{words.noFigures}</p>
        </section>
      ) : (
        <>
          <Figures figures={model.card.figures} compared={model.card.compared} />
          <Bands bands={model.card.figures.bands} />
          <Worst worst={model.card.figures.worst} />
        </>
      )}
      {asked && <AdoptDialog model={model} inForce={inForce} onClose={() => ask(false)} />}
    </article>
  )
}
