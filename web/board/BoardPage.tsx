import { useNavigate, useSearch } from '@tanstack/react-router'
import { exportToday, getToday, type Today } from '#contract/today.ts'
import { type RegionCode, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import { AlertsLine } from '../alerts/AlertsLine.tsx'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { addressOf } from '../send.ts'
import { useMay } from '../session/use-may.ts'
import { useMe } from '../session/use-me.ts'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { boardWords, dayInFull, earlierDay } from './board-words.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { HoursCard } from './HoursCard.tsx'
import { KindsCard } from './KindsCard.tsx'
import { RatesCard } from './RatesCard.tsx'
import { type BoardSearch, filtersOf } from './scope.ts'
import { Totals } from './Totals.tsx'
import { TownsCard } from './TownsCard.tsx'
import { UnitsCard } from './UnitsCard.tsx'
import './board.css'

const timeOf = (at: string) => new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(11, 19)

function Choices({ board, search }: { board: Today; search: BoardSearch }) {
  const words = useWords(boardWords)
  const language = useLanguage()
  const me = useMe()
  const navigate = useNavigate()
  const go = (change: Partial<BoardSearch>) => void navigate({ to: '/board', search: { ...search, ...change } })
  const exportNo = useMay('exportToday') ? null : words.exportNo
  const districts = board.regions.filter((region) => region.level === 'district')
  return (
    <>
      <select
        className="btn sm choice"
        aria-label={words.area}
        value={board.region?.code ?? ''}
        onChange={(event) => go({ region: event.target.value === '' ? undefined : (event.target.value as RegionCode) })}
      >
        {me.region === null && <option value="">{words.city}</option>}
        {districts.map((district) => (
          <optgroup key={district.code} label={district.name}>
            <option value={district.code}>{district.name}</option>
            {board.regions
              .filter((town) => town.level === 'town' && town.code.startsWith(district.code))
              .map((town) => (
                <option key={town.code} value={town.code}>
                  {town.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <select
        className="btn sm choice"
        aria-label={words.against}
        value={board.compare}
        onChange={(event) => go({ compare: event.target.value === 'yesterday' ? 'yesterday' : undefined })}
      >
        <option value="last-week">
          {board.compare === 'last-week' ? words.sameTime(earlierDay(board, language)) : words.lastWeek}
        </option>
        <option value="yesterday">{words.yesterday}</option>
      </select>
      <ExportMenu
        whyNot={exportNo}
        address={(format) => addressOf(exportToday, { query: { ...search, format, language } })}
      />
    </>
  )
}

function Cards({ board }: { board: Today }) {
  const me = useMe()
  const ofUnit = me.roles.every((role) => role === 'liaison' || role === 'unit-leader')
  const filters = filtersOf(board, ofUnit)
  return (
    <>
      <Totals board={board} filters={filters} />
      <div className="boardgrid">
        <HoursCard board={board} filters={filters} />
        <KindsCard board={board} filters={filters} />
        <TownsCard board={board} filters={filters} />
        <UnitsCard board={board} place={filters.place} />
        <RatesCard board={board} filters={filters} />
      </div>
    </>
  )
}

const MINUTE_MS = 60_000

/** 今日: one moment of the city, set against an earlier day. Read anew every minute; the last board stays while it is. */
export function BoardPage() {
  const words = useWords(boardWords)
  const language = useLanguage()
  const search = useSearch({ from: '/board' })
  const query = { ...search, compare: search.compare ?? ('last-week' as const) }
  const { data, error, refetch } = useApi(getToday, { query }, { refetchInterval: MINUTE_MS, keep: true })
  if (data === undefined)
    return (
      <Work layout="board" label={words.what}>
        {error === null ? (
          <Loading rows={8} />
        ) : (
          <Failed no={error.no} what={words.what} again={() => void refetch()} />
        )}
      </Work>
    )
  return (
    <Work layout="board" label={words.what}>
      <div className="flex boardhead">
        <h2 className="t2">{words.today}</h2>
        <span className="m2">{dayInFull(data.today.day, language)}</span>
        <span className="grow" />
        <span className="xs m3">{words.cutoff(timeOf(data.cutoff))}</span>
        <Choices board={data} search={search} />
      </div>
      {error !== null && <Note tone="a">{words.stale(timeOf(data.cutoff))}</Note>}
      <AlertsLine />
      <Cards board={data} />
    </Work>
  )
}
