import { useWords } from '../language.ts'
import type { MapPin, MapPlace } from './pin.ts'
import type { MapShares } from './shares.ts'
import { mapWords } from './words.ts'

type Props = {
  label: string
  main: MapPlace | null
  pins: readonly MapPin[]
  shares: MapShares | null
  onChoose: ((id: string) => void) | null
}

/** The same as the map, in words: for whoever hears the page, and for browsers that cannot draw it. */
export function MapList({ label, main, pins, shares, onChoose }: Props) {
  const words = useWords(mapWords)
  if (main === null && pins.length === 0 && shares === null) return <p>{words.empty}</p>
  return (
    <>
      {main !== null && (
        <p>
          {words.here} {main.label}
        </p>
      )}
      {pins.length > 0 && (
        <ul aria-label={label}>
          {pins.map((pin) => (
            <li key={pin.id}>
              {onChoose === null ? (
                `${pin.n} ${pin.label}`
              ) : (
                <button type="button" className="btn sm quiet" onClick={() => onChoose(pin.id)}>
                  {pin.n} {pin.label}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shares !== null && <Regions shares={shares} />}
    </>
  )
}

function Regions({ shares: { title, rows } }: { shares: MapShares }) {
  const words = useWords(mapWords)
  return (
    <table className="tbl">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.region}</th>
          <th scope="col" className="r">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows
          .toSorted((a, b) => b.value - a.value)
          .map(({ code, name, value }) => (
            <tr key={code}>
              <td>{name}</td>
              <td className="r num">{value.toLocaleString('en')}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
