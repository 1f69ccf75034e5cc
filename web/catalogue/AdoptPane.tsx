import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type CityPreview, previewCityVersion, type VersionView } from '#contract/city-versions.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { Changes } from '../admin/Changes.tsx'
import type { Names } from '../admin/cell-words.ts'
import { Effect } from '../admin/Effect.tsx'
import { type PartState, useVersion } from '../admin/use-part.ts'
import { useWords } from '../language.ts'
import { Failed, Loading } from '../ui/States.tsx'
import { type Refused, replyOf } from '../use-api.ts'
import { AdoptFoot } from './AdoptFoot.tsx'
import { adoptWords } from './adopt-words.ts'
import type { Go } from './catalogue-search.ts'
import { DraftStanding } from './DraftStanding.tsx'
import { FaultList, orderedFaults } from './FaultList.tsx'
import { freshSearch } from './fresh-search.ts'
import { type RuleCheck, tally, useChecked } from './use-rule-check.ts'
import { useSayCell } from './use-rule-names.ts'

type Props = {
  state: PartState
  names: Names
  draft: VersionView
  go: Go
  back: string
  onBack: () => void
  onDone: () => void
}

/** A kept draft's effect; its revision stands in the key, since the draft goes on changing under its id. */
const usePreview = ({ id, version }: VersionView) =>
  useQuery<CityPreview, Refused>({
    queryKey: [previewCityVersion.path, 'rules', id, version],
    queryFn: ({ signal }) => replyOf(previewCityVersion, { body: { part: 'rules', id } }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

function Checks({ check, children }: { check: RuleCheck; children: ReactNode }) {
  const words = useWords(adoptWords)
  return (
    <section className="sec" aria-label={words.checks}>
      <header>
        <h2>{words.checks}</h2>
      </header>
      <p role="status">
        {check.blocking > 0 ? (
          <b className="c-red">{words.blocking(String(check.blocking))}</b>
        ) : (
          <span>{words.clean}</span>
        )}
        {check.warnings > 0 && <span className="m3"> · {words.warnings(String(check.warnings))}</span>}
      </p>
      {children}
    </section>
  )
}

/** Checks, changes, which orders would move; under them what may be done with the draft now. */
export function AdoptPane(props: Props) {
  const { state, names, draft, go, back, onBack, onDone } = props
  const words = useWords(adoptWords)
  const sayCell = useSayCell(names)
  const preview = usePreview(draft)
  const checked = useChecked(draft.id, draft.version)
  const inHand = draft.id === state.draft?.id
  const other = useVersion('rules', inHand ? undefined : draft.id)
  const rows = inHand ? state.rows : (other.data?.content ?? [])
  if (preview.error !== null)
    return <Failed no={preview.error.no} what={words.title} again={() => void preview.refetch()} />
  if (preview.data === undefined || checked.data === undefined) return <Loading />
  const check = tally(checked.data, rows)
  const { changes, effect, obstacles } = preview.data
  const changed = changes.added.length + changes.removed.length + changes.changed.length > 0 || changes.reordered
  const whyNot = () => {
    if (!changed) return words.nothing
    if (draft.base !== state.inForce.id) return draft.mine ? words.stale : words.staleOther
    if (check.blocking > 0) return words.faulty
    return obstacles.length > 0 ? words.blocked : null
  }
  const known = new Map([...state.inForceRows, ...rows].map((row) => [keyOf('rules', row), row]))
  /** A rule is called by its matter; its basis is a paragraph. */
  const called = (key: string) => {
    const row = known.get(key)
    return row === undefined ? key : sayCell(row, 'category') || words.every
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling page must be reachable by keyboard */}
      <section className="fill" aria-label={words.title} tabIndex={0}>
        <DraftStanding draft={draft} />
        <Checks check={check}>
          {(check.faults?.length ?? 0) > 0 && (
            <FaultList
              faults={orderedFaults(check.faults ?? [])}
              rows={rows}
              sayCell={sayCell}
              onOpen={(row) => go({ view: undefined, draft: undefined, row })}
              onFill={(fresh) => go({ view: undefined, draft: undefined, row: '+', ...freshSearch(fresh) })}
            />
          )}
        </Checks>
        <section className="sec" aria-label={words.changes}>
          <header>
            <h2>{words.changes}</h2>
          </header>
          <Changes part="rules" changes={changes} names={names} called={called} />
        </section>
        {effect !== null && changed && (
          <section className="sec" aria-label={words.means}>
            <header>
              <h2>{words.means}</h2>
            </header>
            <Effect effect={effect} />
          </section>
        )}
      </section>
      <AdoptFoot {...{ state, draft, go, back, onBack, onDone }} whyNot={whyNot()} />
    </>
  )
}
