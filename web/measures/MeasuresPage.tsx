import { getRouteApi } from '@tanstack/react-router'
import { type DispatchMeasuresQuery, dispatchMeasures } from '#contract/dispatch-measures.ts'
import { type Day, dayOf, instantOf } from '#domain/ids.ts'
import { periodRefused } from '#domain/measures/period.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import type { ListSearch } from '../list/list-search.ts'
import { useNow } from '../now.ts'
import { Note } from '../ui/Note.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { Choices } from './Choices.tsx'
import { DaysCard } from './DaysCard.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { groupName } from './group-name.ts'
import { type MeasuresSearch, queryOf } from './measures-search.ts'
import { measuresWords } from './measures-words.ts'
import { Tiles } from './Tiles.tsx'
import './measures.css'

const route = getRouteApi('/measures')

/** A number's orders, as the list is asked for them. */
function filtersOf(query: DispatchMeasuresQuery, { from, to }: { from: Day; to: Day }): ListSearch {
  return {
    firstFrom: from,
    firstTo: to,
    ...(query.region === undefined ? {} : { region: query.region }),
    ...(query.of === undefined ? {} : { firstIn: `${query.of}:${query.key ?? ''}` }),
  }
}

function Figures({
  query,
  onChange,
}: {
  query: DispatchMeasuresQuery
  onChange: (to: Partial<MeasuresSearch>) => void
}) {
  const words = useWords(measuresWords)
  const language = useLanguage()
  const now = useNow()
  const { sort = 'dispatched' } = route.useSearch()
  const { data, error, refetch } = useApi(dispatchMeasures, { query }, { keep: true })
  if (data === undefined)
    return error === null ? (
      <Loading rows={8} />
    ) : (
      <Failed no={error.no} what={words.what} again={() => void refetch()} />
    )
  const filters = filtersOf(query, query)
  return (
    <>
      <p className="xs m3">
        {words.of(query.from, query.to)} · {words.cutoff(momentWords(data.cutoff, now, language))}
        {query.of !== undefined && (
          <>
            {' · '}
            <b>{words.only(groupName(query.of, query.key ?? '', query.key ?? '', language))}</b>{' '}
            <button type="button" className="link" onClick={() => onChange({ of: undefined, key: undefined })}>
              {words.all}
            </button>
          </>
        )}
      </p>
      {data.counting && <Note tone="a">{words.counting}</Note>}
      <Tiles measures={data} filters={filters} filtersBefore={filtersOf(query, data.before)} />
      {data.whole.dispatched === 0 ? (
        <Empty title={words.none}>{words.noneWhy}</Empty>
      ) : (
        <>
          <DaysCard measures={data} filters={filters} />
          <GroupsCard
            measures={data}
            by={query.by}
            sort={sort}
            filters={filters}
            onSort={(to) => onChange({ sort: to })}
            onOnly={(key) => onChange({ of: query.by, key, by: query.by === 'category' ? 'unit' : 'category' })}
          />
        </>
      )}
    </>
  )
}

/** 派单质量: how right dispatch is, by rule, kind, unit, person and model; every number opens its orders. */
export function MeasuresPage() {
  const words = useWords(measuresWords)
  const now = useNow()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const today = dayOf(instantOf(now))
  const query = queryOf(search, now)
  const change = (to: Partial<MeasuresSearch>) => void navigate({ search: (last) => ({ ...last, ...to }) })
  return (
    <Work layout="board measures" label={words.page}>
      <div className="flex boardhead">
        <h2 className="t2">{words.page}</h2>
        <span className="grow" />
        <Choices query={query} today={today} onChange={change} />
      </div>
      {periodRefused(query) === null ? <Figures query={query} onChange={change} /> : <Note tone="a">{words.bad}</Note>}
    </Work>
  )
}
