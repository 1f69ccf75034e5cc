import { returnReasonWords } from '#contract/return-words.ts'
import type { ReturnView } from '#contract/returns.ts'
import { FileList, type ListedFile } from '../files/FileList.tsx'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Tag } from '../ui/Tag.tsx'
import { leftWords, momentWords } from '../words/time.ts'
import { returnWords } from './return-words.ts'
import './returns.css'

const TONE = { approved: 'g', rejected: 'r', adjudication: 'a' } as const

/** What became of it, or by when it is to be decided. */
export function ReturnStanding({ request }: { request: ReturnView }) {
  const words = useWords(returnWords)
  const language = useLanguage()
  const now = useNow()
  const { outcome, due } = request
  if (outcome !== null) return <Tag tone={TONE[outcome.verdict]}>{words.verdict[outcome.verdict]}</Tag>
  return (
    <Tag tone={request.late ? 'r' : 'b'}>
      {due === null ? words.open : words.decideBy(leftWords(due, now, language))}
    </Tag>
  )
}

/** One request whole: reason, facts, basis, papers, whom it suggests and who signed. */
export function Grounds(props: { request: ReturnView; orderId: string; files: readonly ListedFile[] }) {
  const { request } = props
  const words = useWords(returnWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const files = props.files.filter((file) => request.evidence.some((hash) => hash === file.file))
  const lines: readonly (readonly [string, string | null])[] = [
    [words.basis, request.basis],
    [words.document, request.document],
    [words.suggested, request.suggested?.name ?? null],
    [words.signer, request.signer],
  ]
  return (
    <article className="grounds">
      <div className="flex wrap">
        <b>
          {request.unitName} · {say(returnReasonWords[request.reason])}
        </b>
        <ReturnStanding request={request} />
        <span className="xs m3">
          {words.role[request.role]} · {words.at(momentWords(request.at, now, language))}
        </span>
      </div>
      <p className="said">{request.explanation}</p>
      <dl>
        {lines.map(([name, text]) =>
          text === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      {files.length > 0 && <FileList orderId={props.orderId} files={files} />}
      {request.outcome !== null && <p className="s m2">{request.outcome.finding}</p>}
    </article>
  )
}
