import type { Spot } from './draft.ts'
import { outbox } from './outbox.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import type { CitizenCity } from './use-city.ts'

/** The way that always works: a place of no known name, no position, no line for the map. */
export function TownChoice({ towns, spot }: { towns: CitizenCity['towns']; spot: Spot | null }) {
  const words = useCitizenWords()
  const districts = [...new Set(towns.map(({ district }) => district))]
  const choose = (code: string) => {
    const town = towns.find((one) => one.code === code)
    if (town === undefined) return
    outbox.change({ spot: { by: 'hand', region: code, path: `${town.district} ${town.name}`, lng: null, lat: null } })
  }
  return (
    <>
      <label htmlFor="town" className="lab">
        {words.town}
      </label>
      <select id="town" className="in" value={spot?.region.slice(0, 9) ?? ''} onChange={(e) => choose(e.target.value)}>
        <option value="" disabled>
          {words.chooseTown}
        </option>
        {districts.map((district) => (
          <optgroup key={district} label={district}>
            {towns
              .filter((town) => town.district === district)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}
