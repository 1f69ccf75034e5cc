import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { getCity } from '#contract/city.ts'
import type { Today } from '#contract/today.ts'
import { useLanguage, useWords } from '../language.ts'
import { CityMap, type MapPin, type MapShares } from '../map/CityMap.tsx'
import { useApi } from '../use-api.ts'
import { boardWords, earlierDay } from './board-words.ts'
import { breaksFor, changeOf, count } from './change.ts'
import { OrdersLink } from './OrdersLink.tsx'
import type { BoardFilters } from './scope.ts'

type Props = { board: Today; filters: BoardFilters }
type Town = Today['towns'][number]

/** Five rows beside the map, seven on a wide screen; the rest is one click away. */
const [SHOWN, WIDE, NUMBERED] = [5, 7, 3]

/** Places of the numbered streets; the city's regions change seldom. */
function usePins(towns: readonly Town[]): readonly MapPin[] {
  const city = useApi(getCity, {}, { staleTime: Number.POSITIVE_INFINITY })
  const numbered = towns.slice(0, NUMBERED).filter((town) => town.today > 0)
  const key = numbered.map((town) => `${town.region}:${town.today}`).join(' ')
  const regions = city.data?.regions
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the streets, so that a refresh moves no pin
  return useMemo(
    () =>
      numbered.flatMap((town, i) => {
        const at = regions?.find((region) => region.code === town.region)
        return at === undefined
          ? []
          : [{ id: town.region, n: i + 1, lng: at.lng, lat: at.lat, label: `${town.name} ${town.today}` }]
      }),
    [key, regions],
  )
}

function Row({ town, n, filters, className }: { town: Town; n: number; filters: BoardFilters; className: string }) {
  const change = changeOf(town.today, town.before)
  const accepted = { ...filters.accepted, region: town.region }
  return (
    <tr className={className}>
      <td className="m3">{n <= NUMBERED && town.today > 0 ? n : ''}</td>
      <th scope="row" title={`${town.district} ${town.name}`}>
        {town.name}
      </th>
      <td className="r">
        <OrdersLink filters={accepted} about={town.name}>
          <b>{count(town.today)}</b>
        </OrdersLink>
      </td>
      <td className="cut m2">
        {town.top !== null && (
          <OrdersLink filters={{ ...accepted, category: town.top.category }} about={town.name}>
            {town.top.name}
          </OrdersLink>
        )}
      </td>
      <td className={`r ${change.strong ? 'strong' : ''}`}>{change.words}</td>
    </tr>
  )
}

/** Streets coloured by how much came in, the first three numbered, and the list beside it. */
export function TownsCard({ board, filters }: Props) {
  const words = useWords(boardWords)
  const day = earlierDay(board, useLanguage())
  const navigate = useNavigate()
  const [all, setAll] = useState(false)
  const { towns } = board
  const pins = usePins(towns)
  const values = towns.map((town) => `${town.region}:${town.today}`).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew only where a number has changed
  const shares = useMemo<MapShares>(
    () => ({
      level: 'town',
      breaks: breaksFor(Math.max(0, ...towns.map((town) => town.today))),
      rows: towns.map(({ region, name, today }) => ({ code: region, name, value: today })),
      title: words.mapTitle,
    }),
    [values, words],
  )
  const open = (region: string) => void navigate({ to: '/orders', search: { ...filters.accepted, region } })
  return (
    <section className="card towns" aria-label={words.towns}>
      <header>
        <h2>{words.towns}</h2>
        <span className="end xs m3">
          {words.townsHead(board.regions.filter((region) => region.level === 'town').length)}
          {towns.length > WIDE && (
            <>
              {' · '}
              <button type="button" className="link xs" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? words.fewer : words.allTowns}
              </button>
            </>
          )}
        </span>
      </header>
      <div className="townmap">
        <CityMap
          label={words.mapLabel}
          pins={pins}
          shares={shares}
          onRegion={open}
          outline={board.region?.code ?? null}
        />
      </div>
      {towns.length === 0 ? (
        <p className="s m3">{words.noTowns}</p>
      ) : (
        <div className={`townlist ${all ? 'scrolled' : ''}`}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr">#</span>
                </th>
                <th scope="col">{words.town}</th>
                <th scope="col" className="r">
                  {words.mapTitle}
                </th>
                <th scope="col">{words.top}</th>
                <th scope="col" className="r">
                  {words.comparedWith(day)}
                </th>
              </tr>
            </thead>
            <tbody>
              {(all ? towns : towns.slice(0, WIDE)).map((town, i) => (
                <Row
                  key={town.region}
                  town={town}
                  n={i + 1}
                  filters={filters}
                  className={!all && i >= SHOWN ? 'wide' : ''}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
