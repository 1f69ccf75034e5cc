import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { replyWords } from './reply-words.ts'
import type { Finds, Redaction } from './use-redaction.ts'

type Kind = Finds['finds'][number]['kind']

/** Each kind with how often and in which line first: 1 处手机号（第 2 行）. */
function counted({ finds }: Finds): { kind: Kind; n: number; line: number }[] {
  const kinds = [...new Set(finds.map((find) => find.kind))]
  return kinds.map((kind) => {
    const own = finds.filter((find) => find.kind === kind)
    return { kind, n: own.length, line: own[0]?.line ?? 1 }
  })
}

/** What the public reply gives away, where it stands and the way out; a green line when it gives away nothing. */
export function RedactionLine(props: {
  redaction: Redaction
  onLocate: (from: number, to: number) => void
  onMask: (masked: string) => void
}) {
  const { redaction } = props
  const words = useWords(replyWords)
  if (redaction.state === 'empty') return <span />
  if (redaction.state === 'checking') return <span className="m3">{words.checking}</span>
  if (redaction.state === 'failed') return <span className="c-amber">{words.unchecked}</span>
  const { found } = redaction
  const [first] = found.finds
  if (first === undefined)
    return (
      <span className="c-green">
        <Icon name="shield" size={14} /> {words.clean}
      </span>
    )
  const list = counted(found).map(({ kind, n, line }) => words.find(String(n), words.kinds[kind], String(line)))
  return (
    <span className="c-red" role="alert">
      <Icon name="shield" size={14} /> {words.found(list.join(words.sep))}{' '}
      <button type="button" className="link" onClick={() => props.onLocate(first.from, first.to)}>
        {words.locate}
      </button>{' '}
      <button type="button" className="link" onClick={() => props.onMask(found.masked)}>
        {words.maskAll}
      </button>
    </span>
  )
}
