import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'

const wordsOf = { zh: { older: '更早的', newest: '回到最新' }, en: { older: 'Older', newest: 'Back to the newest' } }

type Props = {
  /** the last entry shown, where older ones follow it */
  last: number | undefined
  /** the entry the page shown begins after */
  before: number | undefined
  go: (to: { before: number | undefined }) => void
}

/** A log is read backwards, a page at a time. */
export function LogPager({ last, before, go }: Props) {
  const words = useWords(wordsOf)
  return (
    <div className="pad flex">
      {last !== undefined && <Button onClick={() => go({ before: last })}>{words.older}</Button>}
      {before !== undefined && <Button onClick={() => go({ before: undefined })}>{words.newest}</Button>}
    </div>
  )
}
