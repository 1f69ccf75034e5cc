import type { ReactNode } from 'react'
import type { PartState } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { Tabs } from '../ui/Tabs.tsx'
import type { CatalogueSearch, Go } from './catalogue-search.ts'
import { pageWords } from './page-words.ts'
import { useYearFigure } from './use-year-figure.ts'

type Props = { state: PartState; search: CatalogueSearch; go: Go; panel: string; children?: ReactNode }

/** Rules, the question, versions, and the figure of the year's corrections; the tools of the view at the right. */
export function CatalogueHead({ state, search, go, panel, children }: Props) {
  const words = useWords(pageWords)
  const figure = useYearFigure()
  const waiting = state.versions.filter(
    (version) => version.state === 'draft' && !version.mine && version.handedIn !== null,
  ).length
  const view = search.view ?? 'rules'
  const tabs = [
    { value: 'rules' as const, label: words.rules, count: state.rows.length.toLocaleString('en') },
    { value: 'ask' as const, label: words.ask },
    { value: 'drafts' as const, label: words.drafts, count: waiting },
    { value: 'versions' as const, label: words.versions },
    {
      value: 'year' as const,
      label: words.year(figure.year),
      ...(figure.count === null ? {} : { count: figure.count }),
    },
  ]
  return (
    <div className="viewline">
      <Tabs
        label={words.page}
        value={view === 'preview' ? 'rules' : view}
        panel={panel}
        tabs={tabs.filter(({ value }) => value !== 'drafts' || waiting > 0 || view === 'drafts')}
        onChange={(next) =>
          go({
            view: next === 'rules' ? undefined : next,
            row: undefined,
            draft: undefined,
            a: undefined,
            b: undefined,
          })
        }
      />
      {children !== undefined && <span className="end flex">{children}</span>}
    </div>
  )
}
