import { useNavigate } from '@tanstack/react-router'
import type { supervisedOrders } from '#contract/supervision.ts'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import type { ReplyOf } from '../send.ts'
import { useMe } from '../session/use-me.ts'
import { Segment } from '../ui/Segment.tsx'
import type { SupervisionSearch } from './search.ts'
import { supervisionWords } from './supervision-words.ts'

type Props = { search: SupervisionSearch; told: ReplyOf<typeof supervisedOrders> | undefined }

/** Which light, whose, where: all of it stands in the address. */
export function SupervisionHead({ search, told }: Props) {
  const words = useWords(supervisionWords)
  const me = useMe()
  const city = useCity()
  const navigate = useNavigate()
  const go = (change: Partial<SupervisionSearch>) =>
    void navigate({ to: '/supervision', search: { ...search, ...change } })
  const light = search.light ?? 'red'
  const { red, yellow, longOpen } = told?.counts ?? { red: 0, yellow: 0, longOpen: 0 }
  const units = told?.units.filter((unit) => unit[light] > 0 || unit.unit === search.unit) ?? []
  const districts = city?.regions.filter((region) => region.level === 'district') ?? []
  const within = me.region
  return (
    <div className="suphead">
      <Segment
        label={words.lights}
        value={light}
        choices={[
          { value: 'red', label: words.red(red.toLocaleString('en')) },
          { value: 'yellow', label: words.yellow(yellow.toLocaleString('en')) },
        ]}
        onChange={(value) => go({ light: value === 'red' ? undefined : value })}
      />
      <select
        className="btn choice"
        aria-label={words.unit}
        value={search.unit ?? ''}
        onChange={(event) =>
          go({ unit: event.target.value === '' ? undefined : (event.target.value as typeof search.unit) })
        }
      >
        <option value="">{words.allUnits}</option>
        {units.map((unit) => (
          <option key={unit.unit} value={unit.unit}>
            {words.unitChoice(unit.name, unit[light])}
          </option>
        ))}
      </select>
      <select
        className="btn choice"
        aria-label={words.region}
        value={search.region ?? ''}
        onChange={(event) =>
          go({ region: event.target.value === '' ? undefined : (event.target.value as typeof search.region) })
        }
      >
        <option value="">{words.allRegions}</option>
        {districts
          .filter((district) => within === null || district.code.startsWith(within))
          .map((district) => (
            <option key={district.code} value={district.code}>
              {district.name}
            </option>
          ))}
      </select>
      <span className="grow" />
      <span className="xs m3">
        {light === 'red' && longOpen > 0 && `${words.longOpen(longOpen.toLocaleString('en'))} · `}
        {words.sorted}
      </span>
    </div>
  )
}
