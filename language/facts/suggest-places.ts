import type { FieldSpan } from '../text/span.ts'
import type { PlaceFind } from './place/find-places.ts'
import type { GazetteerEntry } from './place/gazetteer.ts'

export type PlaceSuggestion = FieldSpan & {
  entry: GazetteerEntry
  probability: number
  /** what to put down as the address: the name as the gazetteer has it, with crossing or house as said */
  address: string
  typed: PlaceFind['typed']
  /** how many places of the city bear the name */
  namesakes: number
}

type FieldText = { field: FieldSpan['field']; text: string; places: readonly PlaceFind[] }

/** The finer the place, the more it is where the matter is: districts are said to tell which 建设路 is meant. */
function fineness({ entry, house, crossing }: PlaceFind): number {
  if (entry.isRegion) return entry.region.length <= 6 ? 0.3 : entry.region.length <= 9 ? 0.45 : 0.7
  return house !== null || crossing !== null ? 1.2 : 1
}

type Mention = { find: PlaceFind; field: FieldText; score: number }

/** Places said once more count more; those before others count a little more. */
function rankedMentions(fields: readonly FieldText[]): Mention[] {
  const best = new Map<string, Mention>()
  let order = 0
  for (const field of fields)
    for (const find of field.places) {
      const score = find.likelihood * fineness(find) * find.placed * (1 - Math.min(order, 8) * 0.025)
      order += 1
      const known = best.get(find.entry.name)
      if (known === undefined) best.set(find.entry.name, { find, field, score })
      else
        best.set(find.entry.name, {
          ...(score > known.score ? { find, field } : known),
          score: Math.max(score, known.score) * 1.1,
        })
    }
  return [...best.values()].toSorted((a, b) => b.score - a.score)
}

function addressOf({ find, field }: Mention): string {
  const { entry, crossing, house, to } = find
  if (crossing !== null) return entry.name + field.text.slice(to, crossing)
  return house === null ? entry.name : entry.name + field.text.slice(house.from, house.to).replace(/^[\s,，、]+/u, '')
}

/** Regions that hold another mention only say where that is; they do not compete with it. */
const competes = (one: Mention, best: Mention): boolean =>
  !(one.find.entry.isRegion && best.find.entry.region.startsWith(one.find.entry.region))

/**
 * Where the matter is, at most `top`, best first: the likelihood that the words mean the name, times the share of this
 * entry among its namesakes, times how far it leads before other places of the text.
 */
export function suggestPlaces(fields: readonly FieldText[], top = 3): PlaceSuggestion[] {
  const mentions = rankedMentions(fields)
  const [best] = mentions
  if (best === undefined) return []
  const rivals = mentions.filter((one) => one === best || competes(one, best))
  const sum = rivals.reduce((total, { score }) => total + score ** 4, 0)
  // The mention that leads stays first even where it is open which of many communities its road is meant in.
  const isFirst = ({ entry }: PlaceSuggestion) => entry === best.find.shares[0]?.entry
  return rivals
    .flatMap((mention) => {
      const { find, field, score } = mention
      const lead = score ** 4 / sum
      return find.shares.slice(0, top).map(
        ({ entry, share }): PlaceSuggestion => ({
          entry,
          field: field.field,
          from: find.from,
          to: find.house?.to ?? find.crossing ?? find.to,
          probability: find.likelihood * share * Math.sqrt(lead) * 0.99,
          address: addressOf(mention),
          typed: find.typed,
          namesakes: find.shares.length,
        }),
      )
    })
    .toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)) || b.probability - a.probability)
    .slice(0, top)
}
