import { useState } from 'react'
import type { Today } from '#contract/today.ts'
import type { Light } from '#domain/city/vocabulary.ts'
import { useSay, useWords } from '../language.ts'
import { LightDot } from '../ui/Light.tsx'
import { lightWords } from '../words/light.ts'
import { boardWords } from './board-words.ts'
import { count } from './change.ts'
import { OrdersLink } from './OrdersLink.tsx'
import type { Filters } from './scope.ts'

type Unit = Today['units'][number]

/** Eight rows fit the card, twelve on a wide screen; the rest is one click away. */
const [SHOWN, WIDE] = [8, 12]

function Row({ unit, most, place, className }: { unit: Unit; most: number; place: Filters; className: string }) {
  const words = useWords(boardWords)
  const say = useSay()
  const all = unit.red + unit.amber + unit.green
  const cell = (light: Light, n: number, className: string) => (
    <td className={`r ${className}`}>
      {n === 0 ? (
        <span className="m3">0</span>
      ) : (
        <OrdersLink
          filters={{ ...place, lead: unit.unit, light, open: 'yes' }}
          about={`${unit.name} ${say(lightWords[light])}`}
        >
          {count(n)}
        </OrdersLink>
      )}
    </td>
  )
  return (
    <tr className={className}>
      <th scope="row" className="cut" title={unit.name}>
        <OrdersLink filters={{ ...place, lead: unit.unit, open: 'yes' }} about={`${unit.name} ${words.inHand}`}>
          {unit.name}
        </OrdersLink>
      </th>
      <td>
        <span className="stack" style={{ width: `${(all / most) * 100}%` }} aria-hidden="true">
          {unit.red > 0 && <i style={{ flex: unit.red, background: 'var(--bar-red)' }} />}
          {unit.amber > 0 && <i style={{ flex: unit.amber, background: 'var(--bar-amber)' }} />}
          {unit.green > 0 && <i style={{ flex: unit.green, background: 'var(--bar-green)' }} />}
        </span>
      </td>
      {cell('red', unit.red, unit.red > 0 ? 'red' : '')}
      {cell('yellow', unit.amber, '')}
      {cell('green', unit.green, 'm2')}
    </tr>
  )
}

export function UnitsCard({ board, place }: { board: Today; place: Filters }) {
  const words = useWords(boardWords)
  const say = useSay()
  const [all, setAll] = useState(false)
  const shown = all ? board.units : board.units.slice(0, WIDE)
  const most = Math.max(1, ...board.units.map((unit) => unit.red + unit.amber + unit.green))
  const head = (light: Light) => (
    <th scope="col" className="r">
      <span className="flex lighthead">
        <LightDot light={light} />
        <span aria-hidden="true">{say(lightWords[light])}</span>
      </span>
    </th>
  )
  return (
    <section className="card units" aria-label={words.units}>
      <header>
        <h2>{words.units}</h2>
        <span className="end xs m3">
          {words.unitsBy}
          {board.units.length > SHOWN && (
            <>
              {' · '}
              <button type="button" className="link xs" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? words.fewer : words.allUnits(board.units.length)}
              </button>
            </>
          )}
        </span>
      </header>
      {board.units.length === 0 ? (
        <p className="m3 s">{words.noUnits}</p>
      ) : (
        <div className={all ? 'scrolled' : 'clipped'}>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.inHand}</th>
                {head('red')}
                {head('yellow')}
                {head('green')}
              </tr>
            </thead>
            <tbody>
              {shown.map((unit, i) => (
                <Row key={unit.unit} unit={unit} most={most} place={place} className={all || i < SHOWN ? '' : 'wide'} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
