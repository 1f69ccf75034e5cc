import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { momentWords } from '../words/time.ts'
import { deskWords } from './desk-words.ts'
import type { Claim } from './use-claim.ts'

/** Who has the open order, and the button that takes it up or gives it back. */
export function ClaimTag({ claim }: { claim: Claim }) {
  const words = useWords(deskWords)
  const language = useLanguage()
  const now = useNow()
  const at = (moment: string) => momentWords(moment, now, language)
  const { held, theirs } = claim
  if (theirs !== null)
    return (
      <span role="status">
        <Tag tone="a">
          <Icon name="user" size={14} />
          {words.taken(theirs.name, at(theirs.since), at(theirs.until))}
        </Tag>
      </span>
    )
  if (held === null)
    return (
      <Button size="sm" keys="C" aria-keyshortcuts="C" onClick={() => void claim.take()}>
        {words.claim}
      </Button>
    )
  return (
    <span className="flex" role="status">
      <Tag tone="b">
        <Icon name="user" size={14} />
        {words.iHold(at(held.since))}
      </Tag>
      <button type="button" className="link xs" aria-keyshortcuts="C" onClick={() => void claim.release()}>
        {words.release}
      </button>
    </span>
  )
}
