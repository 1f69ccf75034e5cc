import type { VersionView } from '#contract/city-versions.ts'
import type { Names } from '../admin/cell-words.ts'
import { Stale } from '../admin/Stale.tsx'
import type { PartState } from '../admin/use-part.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/States.tsx'
import { momentWords } from '../words/time.ts'
import { AdoptPane } from './AdoptPane.tsx'
import { adoptWords } from './adopt-words.ts'
import type { CatalogueSearch, Go } from './catalogue-search.ts'

type Props = { state: PartState; names: Names; search: CatalogueSearch; go: Go }

/** One's own draft on its way, or those that others handed in. */
export function AdoptView({ state, names, search, go }: Props) {
  const words = useWords(adoptWords)
  const done = () => go({ view: 'versions', row: undefined, draft: undefined })
  const { draft } = state
  const chosen = state.versions.find(({ id, state: at }) => id === search.draft && at === 'draft')
  const own = chosen?.mine === true ? chosen : search.view === 'preview' && search.draft === undefined ? draft : null
  if (own !== null)
    return (
      <>
        {own.id === draft?.id && <Stale state={state} names={names} />}
        <AdoptPane
          {...{ state, names, go, draft: own }}
          back={words.back}
          onBack={() => go({ view: undefined, draft: undefined })}
          onDone={done}
        />
      </>
    )
  if (chosen !== undefined)
    return (
      <AdoptPane
        {...{ state, names, go }}
        draft={chosen}
        back={words.backDrafts}
        onBack={() => go({ draft: undefined, view: 'drafts' })}
        onDone={done}
      />
    )
  if (search.draft !== undefined) return <Empty title={words.gone}>{words.noneTold}</Empty>
  return <Drafts versions={state.versions} go={go} />
}

/** Those that wait come first, the longest waiting on top; what is still being written may be looked at. */
function Drafts({ versions, go }: { versions: readonly VersionView[]; go: Go }) {
  const words = useWords(adoptWords)
  const language = useLanguage()
  const now = useNow()
  const drafts = versions
    .filter((version) => version.state === 'draft' && !version.mine)
    .toSorted((a, b) => (a.handedIn?.at ?? '~').localeCompare(b.handedIn?.at ?? '~'))
  if (drafts.length === 0) return <Empty title={words.none}>{words.noneTold}</Empty>
  return (
    <section className="fill" aria-label={words.drafts}>
      <ul className="drafts">
        {drafts.map(({ id, madeBy, handedIn, changedAt }) => {
          const at = handedIn?.at ?? changedAt
          return (
            <li key={id}>
              <span>
                <b>{madeBy}</b> <span className="xs m3">{at === null ? '' : momentWords(at, now, language)}</span>
              </span>
              <span className={handedIn === null ? 's m3' : 's'}>{handedIn?.note ?? words.writing}</span>
              <Button size="sm" onClick={() => go({ view: 'drafts', draft: id })}>
                {words.open}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
