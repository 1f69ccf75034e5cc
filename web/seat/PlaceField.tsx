import { findPlaces } from '#contract/places.ts'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { PlaceNature } from './Nature.tsx'
import { cut, MAX, placeFound } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import { useDebounced } from './use-debounced.ts'
import type { Seat } from './use-seat.ts'

/**
 * Typing finds places of the city; what is typed after a chosen name (house, staircase) keeps the place. Free words stay
 * as the address and say "not located" until a name or a point on the map is chosen.
 */
export function PlaceField({ seat: { form, change }, invalid }: { seat: Seat; invalid: boolean }) {
  const words = useWords(seatWords)
  const { place, address } = form
  const isMore = place !== null && address.startsWith(place.name)
  const q = useDebounced(isMore ? '' : address.trim().slice(0, 100), 200)
  const found = useApi(findPlaces, { query: { q, limit: 8 } }, { enabled: q !== '', keep: true, staleTime: 300_000 })
  const places = q === '' || isMore ? [] : (found.data?.places ?? [])
  const none = q !== '' && !isMore && found.data !== undefined && places.length === 0
  return (
    <div data-field="D">
      <Field label={words.place} keys="D" required>
        {(field) => (
          <>
            <Combobox
              {...field}
              {...(invalid ? { 'aria-invalid': true as const } : {})}
              placeholder={words.placeHint}
              text={address}
              onText={(typed) => {
                const text = cut(typed, MAX.address)
                change({ address: text, place: place !== null && text.startsWith(place.name) ? place : null })
              }}
              options={places.map((one) => ({
                key: `${one.name}-${one.region}-${one.lng}-${one.lat}`.replace(/[^\w一-鿿-]/g, '_'),
                value: one,
                label: (
                  <>
                    <b>{one.name}</b>
                    <span className="m3 xs cut">{one.path.map(({ name }) => name).join(' › ')}</span>
                  </>
                ),
              }))}
              onChoose={(one) => change({ address: one.name, place: placeFound(one) })}
              unit={
                place === null ? (
                  address.trim() === '' ? undefined : (
                    words.notLocated
                  )
                ) : (
                  <>
                    <Icon name="pin" size={14} /> {words.located}
                  </>
                )
              }
              {...(none ? { foot: words.noPlace } : {})}
            />
            <div className="flex seat-under-place">
              <span className="flex xs m3 seat-path" aria-live="polite">
                {place !== null && <span className="cut">{place.path.map(({ name }) => name).join(' › ')}</span>}
                {place?.grid != null && <Tag>{words.grid(place.grid.name)}</Tag>}
              </span>
              <PlaceNature form={form} change={change} />
            </div>
          </>
        )}
      </Field>
    </div>
  )
}
