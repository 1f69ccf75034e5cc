import type { ReplyFinding, ReplyScore } from '#contract/reply-check.ts'
import { faultWords, markWords, reasonWords } from '#contract/reply-check-words.ts'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { replyCheckWords } from './reply-check-words.ts'
import type { ReplyCheck } from './use-reply-check.ts'
import './reply-check.css'

type Texts = Partial<Record<ReplyFinding['field'], string>>

function Mark({ name, mark }: { name: keyof ReplyScore; mark: ReplyScore[keyof ReplyScore] }) {
  const words = useWords(replyCheckWords)
  const say = useSay()
  return (
    <details className="rc-mark">
      <summary>
        <span>{say(markWords[name])}</span>
        <meter min={0} max={100} value={mark.score} aria-label={say(markWords[name])} />
        <b className="num">{mark.score}</b>
      </summary>
      <ul className="xs m2">
        {mark.evidence.length === 0 && <li>{words.nothing}</li>}
        {mark.evidence.map(({ reason, points }) => (
          <li key={reason}>
            {say(reasonWords[reason])} <span className="num">{words.points(Math.round(points))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const NAMES = ['relevance', 'logic', 'solution', 'timeliness', 'attitude'] as const

function Finding(props: {
  finding: ReplyFinding
  text: string
  onLocate?: (() => void) | undefined
  onDefect?: (() => void) | undefined
}) {
  const { finding, text, onLocate, onDefect } = props
  const words = useWords(replyCheckWords)
  const say = useSay()
  const quote = text.length > 40 ? `${text.slice(0, 40)}…` : text
  const isOfRequest = finding.field === 'demand' || finding.field === 'content'
  return (
    <li>
      <Icon name="shield" size={14} />{' '}
      <b className={finding.weight === 'strong' ? 'c-red' : 'c-amber'}>{say(faultWords[finding.code].name)}</b>{' '}
      {isOfRequest && <span className="xs m3">{words.inRequest} </span>}
      {onLocate === undefined ? (
        <q>{quote}</q>
      ) : (
        <button type="button" className="link" onClick={onLocate}>
          “{quote}”
        </button>
      )}
      <span className="xs m2"> {say(faultWords[finding.code].mend)}</span>
      {onDefect !== undefined && (
        <button type="button" className="link xs" onClick={onDefect}>
          {words.asDefect}
        </button>
      )}
    </li>
  )
}

/** What stands out in a reply, sentence by sentence, and five marks with what they rest on. It bars nothing. */
export function ReplyCheckBox(props: {
  check: ReplyCheck
  texts: Texts
  note: 'stays' | 'noted'
  onLocate?: (finding: ReplyFinding) => void
  onDefect?: (words: string) => void
}) {
  const { check, texts, onLocate, onDefect } = props
  const words = useWords(replyCheckWords)
  const say = useSay()
  if (check.state === 'empty') return null
  return (
    <section className="rc" aria-label={words.title}>
      <h3 className="s">{words.title}</h3>
      {check.state === 'checking' && <p className="xs m3">{words.checking}</p>}
      {check.state === 'failed' && <p className="xs c-amber">{words.failed}</p>}
      {check.state === 'checked' && (
        <>
          {check.findings.length === 0 ? (
            <p className="xs c-green">
              <Icon name="check" size={14} /> {words.none}
            </p>
          ) : (
            <ul className="rc-findings s">
              {check.findings.map((finding) => (
                <Finding
                  key={`${finding.code} ${finding.field} ${finding.from}`}
                  finding={finding}
                  text={(texts[finding.field] ?? '').slice(finding.from, finding.to)}
                  onLocate={finding.field === 'publicReply' && onLocate ? () => onLocate(finding) : undefined}
                  onDefect={onDefect ? () => onDefect(say(faultWords[finding.code].defect)) : undefined}
                />
              ))}
            </ul>
          )}
          {check.score !== null && (
            <div className="rc-marks" role="group" aria-label={words.marks}>
              {NAMES.map((name) =>
                check.score === null ? null : <Mark key={name} name={name} mark={check.score[name]} />,
              )}
            </div>
          )}
          <p className="xs m3">{words[props.note]}</p>
        </>
      )}
    </section>
  )
}
