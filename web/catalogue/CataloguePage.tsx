import type { Names } from '../admin/cell-words.ts'
import { useGo } from '../admin/use-go.ts'
import { isFailure, type PartState, usePart } from '../admin/use-part.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useNarrow } from '../list/use-narrow.ts'
import { Failed, Loading } from '../ui/States.tsx'
import { AdoptView } from './AdoptView.tsx'
import { AskView } from './AskView.tsx'
import { CatalogueHead } from './CatalogueHead.tsx'
import { CategoryTree } from './CategoryTree.tsx'
import { CatalogueSearch, type Go } from './catalogue-search.ts'
import { pageWords } from './page-words.ts'
import { RulesView } from './RulesView.tsx'
import { useCatalogue } from './use-catalogue.ts'
import { useRuleNames } from './use-rule-names.ts'
import { VersionsView } from './VersionsView.tsx'
import { YearView } from './YearView.tsx'
import '../admin/admin.css'
import '../list/orders.css'
import './catalogue.css'

const PANEL = 'catalogue-panel'

/** 派单目录: the rules of the city as a table, their checks, versions and reasons; one editor for all who keep them. */
export function CataloguePage() {
  const words = useWords(pageWords)
  const names = useRuleNames()
  const [search, go] = useGo(CatalogueSearch)
  const state = usePart('rules')
  if (state === null)
    return (
      <Work label={words.page}>
        <Loading rows={10} />
      </Work>
    )
  if (isFailure(state))
    return (
      <Work label={words.page}>
        <Failed no={state.error} what={words.page} again={state.retry} />
      </Work>
    )
  return <Opened state={state} names={names} search={search} go={go} />
}

type OpenedProps = { state: PartState; names: Names; search: CatalogueSearch; go: Go }

function Opened({ state, names, search, go }: OpenedProps) {
  const words = useWords(pageWords)
  const narrow = useNarrow()
  const catalogue = useCatalogue(state)
  const view = search.view ?? 'rules'
  const panel = view === 'rules' && search.row !== undefined
  const tree = view === 'rules' && !panel && !narrow
  const layout = panel ? 'catalogue opened' : tree ? 'catalogue treed' : 'catalogue'
  const inner = () => {
    if (view === 'preview' || view === 'drafts') return <AdoptView {...{ state, names, search, go }} />
    if (view === 'versions') return <VersionsView {...{ state, names, search, go }} />
    if (view === 'ask') return <AskView {...{ state, names, search, go }} />
    return <YearView names={names} go={go} />
  }
  return (
    <Work layout={`admin ${layout}`} label={words.page} marked={view === 'ask'}>
      {tree && (
        <CategoryTree
          lines={catalogue.lines}
          chosen={search.category}
          onChoose={(category) => go({ category }, true)}
        />
      )}
      {view === 'rules' ? (
        <RulesView {...{ state, names, search, go, catalogue }} panelId={PANEL} />
      ) : (
        <div className="col">
          <CatalogueHead {...{ state, search, go }} panel={PANEL} />
          <section id={PANEL} role="tabpanel" aria-label={words.page} className="catalogue-view">
            {inner()}
          </section>
        </div>
      )}
    </Work>
  )
}
