import { useWords } from '../language.ts'
import { CLASSES, classWords, type MapShares } from './shares.ts'
import { mapWords } from './words.ts'

export function MapLegend({ shares }: { shares: MapShares }) {
  const words = useWords(mapWords)
  const bounds = classWords(shares.breaks)
  return (
    <figure className="maplegend" aria-label={words.legend}>
      <figcaption>{shares.title}</figcaption>
      <ul>
        {CLASSES.map((n, i) => (
          <li key={n}>
            <i style={{ background: `var(--seq-${n})` }} />
            {bounds[i]}
          </li>
        ))}
      </ul>
    </figure>
  )
}
