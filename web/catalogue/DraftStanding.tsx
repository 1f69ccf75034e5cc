import type { VersionView } from '#contract/city-versions.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Note } from '../ui/Note.tsx'
import { momentWords } from '../words/time.ts'
import { adoptWords } from './adopt-words.ts'

/** Whether a draft waits for approval or was sent back: who, when, and the words that came with it. */
export function DraftStanding({ draft: { handedIn, sentBack } }: { draft: VersionView }) {
  const words = useWords(adoptWords)
  const language = useLanguage()
  const now = useNow()
  const when = (at: string) => momentWords(at, now, language)
  if (handedIn === null && sentBack === null) return null
  return (
    <div className="pad" role="status">
      {handedIn !== null && (
        <Note tone="b">
          <b>{words.handedIn(handedIn.by, when(handedIn.at))}</b> {handedIn.note}
        </Note>
      )}
      {sentBack !== null && (
        <Note tone="a">
          <b>{words.sentBack(sentBack.by, when(sentBack.at))}</b> {sentBack.reason}
        </Note>
      )}
    </div>
  )
}
