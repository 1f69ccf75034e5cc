import type { VersionView } from '#contract/city-versions.ts'
import { Steps } from '../admin/Steps.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { pageWords } from './page-words.ts'
import { useDraftDeeds } from './use-draft-deeds.ts'

/** One's draft while it waits: what it would change can be looked at, and it can be taken back. */
export function HandedInBar({ state, draft, go }: { state: PartState; draft: VersionView; go: Go }) {
  const words = useWords(adoptWords)
  const page = useWords(pageWords)
  const publishes = useMay('adoptCityVersion')
  const deed = useDraftDeeds(state, draft)
  return (
    <>
      {deed.no !== null && <RefusalNote no={deed.no} />}
      <div className="bar admin-path">
        <Steps at={3} {...(publishes ? {} : { last: words.submit })} />
        <Button onClick={() => go({ view: 'preview' })}>{page.look}</Button>
        <Button busy={deed.busy} onClick={() => void deed.takeBack()}>
          {words.takeBack}
        </Button>
        <WhyNot>{words.yours}</WhyNot>
      </div>
    </>
  )
}
