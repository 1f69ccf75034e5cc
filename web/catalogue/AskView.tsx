import { useState } from 'react'
import { type ReadField, whyThere } from '#contract/catalogue.ts'
import type { VersionView } from '#contract/city-versions.ts'
import type { Names } from '../admin/cell-words.ts'
import type { PartState } from '../admin/use-part.ts'
import { useVersionName } from '../admin/VersionsPane.tsx'
import { useSay, useWords } from '../language.ts'
import { type No, type ReplyOf, type Sendable, send } from '../send.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Select } from '../ui/Select.tsx'
import { Empty } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { AskForm, EMPTY_QUESTION, type Question } from './AskForm.tsx'
import { askWords } from './ask-words.ts'
import type { CatalogueSearch } from './catalogue-search.ts'
import { listOf } from './rule-line.ts'
import { TraceView } from './TraceView.tsx'

type Answer = { reply: ReplyOf<typeof whyThere>; version: VersionView | null; faulty: boolean }
type Body = Sendable<typeof whyThere>['body']

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** Hours are the city's own, wherever the browser stands. */
const instantAt = (local: string): string | null => (local === '' ? null : new Date(`${local}:00+08:00`).toISOString())

const bodyOf = (question: Question, version: number | null): Body =>
  ({
    content: question.content,
    region: question.place?.region ?? null,
    category: orNull(question.category),
    requestType: orNull(question.requestType),
    kind: orNull(question.kind),
    placeType: orNull(question.placeType),
    ownership: orNull(question.ownership),
    respondentType: orNull(question.respondentType),
    respondentName: orNull(question.respondentName),
    tags: listOf(question.tags),
    at: instantAt(question.at),
    version,
  }) as Body

function Read({ read }: { read: readonly ReadField[] }) {
  const words = useWords(askWords)
  const say = useSay()
  return (
    <section className="sec" aria-label={words.read}>
      <header>
        <h2>{words.read}</h2>
      </header>
      <dl className="dl ask-read">
        {read.map((one) => (
          <div key={one.field}>
            <dt>{words.field[one.field]}</dt>
            <dd>
              {one.value === null ? <span className="m3">{words.source.missing}</span> : say(one.words)}{' '}
              {one.value !== null && one.source !== 'given' && (
                <span className="xs m3" title={one.why === null ? undefined : say(one.why)}>
                  {words.source[one.source]}
                  {one.probability !== null && ` ${Math.round(one.probability * 100)} %`}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Answered({ answer }: { answer: Answer }) {
  const words = useWords(askWords)
  const versionName = useVersionName()
  const { choice, other, read } = answer.reply
  const name = answer.version === null ? '' : answer.version.mine ? words.yours : versionName(answer.version)
  const lead = (one: typeof choice) => one.lead?.name ?? words.nobody
  return (
    <>
      <Read read={read} />
      {answer.faulty && (
        <div className="pad" role="status">
          <Note tone="a">{words.faulty(name)}</Note>
        </div>
      )}
      {other !== null && (
        <div className="pad" role="status">
          <Note tone={lead(choice) === lead(other) ? 'b' : 'a'}>
            {lead(choice) === lead(other) ? words.same(name) : words.differs(name, lead(choice), lead(other))}
          </Note>
        </div>
      )}
      <div className={other === null ? undefined : 'ask-both'}>
        <section className="sec" aria-label={words.inForce}>
          <header>
            <h2>{words.inForce}</h2>
          </header>
          <TraceView choice={choice} />
        </section>
        {other !== null && (
          <section className="sec" aria-label={name}>
            <header>
              <h2>{name}</h2>
            </header>
            <TraceView choice={other} />
          </section>
        )}
      </div>
    </>
  )
}

type Props = { state: PartState; names: Names; search: CatalogueSearch }

/** 为什么派到这里: any text and place against the catalogue in force, and against a draft or an older version if asked. */
export function AskView({ state, names, search }: Props) {
  const words = useWords(askWords)
  const versionName = useVersionName()
  const own = state.draft
  const [question, setQuestion] = useState<Question>({ ...EMPTY_QUESTION, category: search.category ?? '' })
  const [version, setVersion] = useState<string>(own !== null && state.changed ? String(own.id) : '')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  const asked = state.versions.find(({ id }) => String(id) === version) ?? null
  const whyNot = question.content.trim() === '' && question.category === '' ? words.needed : null
  const ask = async () => {
    if (whyNot !== null || busy) return
    setBusy(true)
    const sent = await send(whyThere, { body: bodyOf(question, asked?.id ?? null) })
    // A draft with faults answers nothing; what is in force still does.
    const faulty = !sent.ok && sent.no.code === 'city-version-faulty'
    const told = faulty ? await send(whyThere, { body: bodyOf(question, null) }) : sent
    setBusy(false)
    setNo(told.ok ? null : told.no)
    if (told.ok) setAnswer({ reply: told.reply, version: asked, faulty })
  }
  useKeys({ 'Ctrl+Enter': () => void ask() })
  const nameOf = (one: VersionView) => (one.state === 'draft' && one.mine ? words.yours : versionName(one))
  return (
    <div className="ask">
      <section className="col ask-form" aria-label={words.title}>
        <div className="fill pad">
          <p className="s m2">{words.told}</p>
          <AskForm question={question} names={names} change={(patch) => setQuestion((old) => ({ ...old, ...patch }))} />
          <div className="form ask-version">
            <Field label={words.also}>
              {(field) => (
                <Select
                  {...field}
                  value={version}
                  choices={[
                    { value: '', label: words.onlyNow },
                    ...state.versions
                      .filter((one) => !one.inForce)
                      .map((one) => ({ value: String(one.id), label: nameOf(one) })),
                  ]}
                  onChange={setVersion}
                />
              )}
            </Field>
          </div>
        </div>
        <div className="bar">
          <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} busy={busy} onClick={() => void ask()}>
            {words.ask}
          </Button>
          {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
          {no !== null && <RefusalNote no={no} />}
        </div>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling answer must be reachable by keyboard */}
      <section className="fill ask-answer" aria-live="polite" aria-busy={busy} tabIndex={0} aria-label={words.answer}>
        {answer === null ? <Empty title={words.nothing}>{words.nothingTold}</Empty> : <Answered answer={answer} />}
      </section>
    </div>
  )
}
