import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  getKnowledge,
  type KnowledgeView,
  knowledgeVersion,
  listKnowledge,
  putKnowledgeInForce,
  withdrawKnowledge,
} from '#contract/knowledge.ts'
import type { KnowledgeText } from '#domain/knowledge/item.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { type No, send } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { knowledgeStateWords, knowledgeWords, materialWords } from './knowledge-words.ts'

/** One item to be read, and for its keepers to be put in force, changed or withdrawn. */
export function ItemView({ id, onEdit, onBack }: { id: string; onEdit: () => void; onBack: () => void }) {
  const words = useWords(knowledgeWords)
  const asked = useApi(getKnowledge, { params: { itemId: id } } as never)
  const [shown, show] = useState<number | null>(null)
  if (asked.data === undefined)
    return (
      <section className="col" aria-label={words.what}>
        {asked.isError ? (
          <Failed no={asked.error.no} what={words.what} again={() => void asked.refetch()} />
        ) : (
          <Loading />
        )}
      </section>
    )
  const item = asked.data
  return (
    <section className="col itemview" aria-label={words.what}>
      <div className="fill scrolls pad">
        <h1>{item.title}</h1>
        <Keeping item={item} />
        {shown === null || shown === item.version ? (
          <Text text={item} />
        ) : (
          <OldVersion id={id} version={shown} onPresent={() => show(null)} />
        )}
        <Versions item={item} shown={shown ?? item.version} onShow={show} />
      </div>
      <Foot item={item} onEdit={onEdit} onBack={onBack} />
    </section>
  )
}

function Keeping({ item }: { item: KnowledgeView }) {
  const words = useWords(knowledgeWords)
  const say = useSay()
  return (
    <p className="flex facts">
      <Tag tone="b">{say(knowledgeStateWords[item.state])}</Tag>
      <Tag>{say(materialWords[item.material])}</Tag>
      <Tag>{item.categoryName}</Tag>
      <Tag>{item.ownerUnitName}</Tag>
      <span className="m3 s">{words.cited(item.hits.toLocaleString())}</span>
    </p>
  )
}

function Text({ text }: { text: KnowledgeText }) {
  const words = useWords(knowledgeWords)
  const facts = [
    [words.issuer, text.issuer],
    [words.docNo, text.docNo],
    [words.keywords, text.keywords.join('、')],
  ] as const
  return (
    <>
      <p className="saytext prewrap">{text.content}</p>
      <p className="m3 s">{words.validity(text.validFrom, text.validTo)}</p>
      <Facts of={facts} />
    </>
  )
}

function OldVersion({ id, version, onPresent }: { id: string; version: number; onPresent: () => void }) {
  const words = useWords(knowledgeWords)
  const asked = useApi(knowledgeVersion, { params: { itemId: id, version } } as never)
  if (asked.isError) return <Failed no={asked.error.no} what={words.what} />
  if (asked.data === undefined) return <Loading rows={3} />
  return (
    <>
      <Note tone="a">
        {words.shownVersion(version)}{' '}
        <button type="button" className="link" onClick={onPresent}>
          {words.present}
        </button>
      </Note>
      <h2>{asked.data.title}</h2>
      <Text text={asked.data} />
    </>
  )
}

function Versions(props: { item: KnowledgeView; shown: number; onShow: (version: number) => void }) {
  const words = useWords(knowledgeWords)
  const language = useLanguage()
  const now = useNow()
  return (
    <section className="versions" aria-label={words.versions}>
      <h2>{words.versions}</h2>
      <ul>
        {props.item.versions.map(({ version, at, by }) => (
          <li key={version}>
            <button
              type="button"
              className="link s"
              aria-current={version === props.shown || undefined}
              onClick={() => props.onShow(version)}
            >
              {words.version(version, by, momentWords(at, now, language))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Foot({ item, onEdit, onBack }: { item: KnowledgeView; onEdit: () => void; onBack: () => void }) {
  const words = useWords(knowledgeWords)
  const queries = useQueryClient()
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  useKeys({ e: () => item.mayEdit && item.state !== 'withdrawn' && onEdit() })
  const move = async (endpoint: typeof putKnowledgeInForce | typeof withdrawKnowledge, done: string) => {
    setBusy(true)
    const sent = await send(endpoint, { params: { itemId: item.id } } as never, { version: item.version })
    setBusy(false)
    setNo(sent.ok ? null : sent.no)
    if (sent.ok) toast(done)
    await queries.invalidateQueries({ queryKey: [getKnowledge.path] })
    await queries.invalidateQueries({ queryKey: [listKnowledge.path] })
  }
  const isDraft = item.state === 'draft'
  return (
    <footer className="bar">
      <Button className="backto" onClick={onBack}>
        {words.back}
      </Button>
      {item.mayEdit && (
        <>
          {item.state !== 'withdrawn' && (
            <Button look={isDraft ? 'plain' : 'go'} keys="E" onClick={onEdit}>
              {words.change}
            </Button>
          )}
          {(isDraft || item.state === 'withdrawn') && (
            <Button look="go" busy={busy} onClick={() => void move(putKnowledgeInForce, words.inForce)}>
              {words.putInForce}
            </Button>
          )}
          {(item.state === 'in-force' || item.state === 'expired') && (
            <Button busy={busy} onClick={() => void move(withdrawKnowledge, words.withdrawn)}>
              {words.withdraw}
            </Button>
          )}
        </>
      )}
      {no !== null && <RefusalNote no={no} />}
    </footer>
  )
}
