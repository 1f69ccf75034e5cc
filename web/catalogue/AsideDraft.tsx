import type { VersionView } from '#contract/city-versions.ts'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { DraftStanding } from './DraftStanding.tsx'
import { useDraftDeeds } from './use-draft-deeds.ts'

/** One's own drafts that others decide on, or that came back while another was begun; the table does not show them. */
export const asideDrafts = ({ versions }: PartState): readonly VersionView[] =>
  versions.filter(({ mine, aside }) => mine && aside)

type Props = { state: PartState; draft: VersionView; go: Go; keys: string | null }

/** What became of a draft handed in, and the ways on: look at it, take it back, or go on with something else. */
export function AsideDraft({ state, draft, go, keys }: Props) {
  const words = useWords(adoptWords)
  const deed = useDraftDeeds(state, draft)
  const whyNot = state.draft === null ? null : words.finishFirst
  const take = () => void (whyNot === null && !deed.busy && deed.takeBack())
  useKeys(keys === null ? {} : { [keys.toLowerCase()]: take })
  return (
    <section className="aside-draft" aria-label={draft.handedIn === null ? words.cameBack : words.waits}>
      <DraftStanding draft={draft} />
      <div className="flex">
        <Button size="sm" onClick={() => go({ view: 'preview', draft: draft.id })}>
          {words.open}
        </Button>
        <Button size="sm" {...(keys === null ? {} : { keys })} busy={deed.busy} whyNot={whyNot} onClick={take}>
          {draft.handedIn === null ? words.goOn : words.takeBack}
        </Button>
        <WhyNot>{whyNot ?? words.asideTold}</WhyNot>
      </div>
      {deed.no !== null && <RefusalNote no={deed.no} />}
    </section>
  )
}
