import { type OrderFilter, unitsOf } from './order-list.ts'

/** Lengths of region codes: district and street as in GB/T 2260 and 10114, community. Grids are not in the index. */
const REGION_LENGTHS = [6, 9, 12]

const asUnit = (unit: string): string => `unit ${unit}`
const asRegion = (region: string): string => `region ${region}`
const asCategory = (category: string): string => `category ${category}`
const asChannel = (channel: string): string => `channel ${channel}`
const asType = (type: string): string => `type ${type}`

type Scoped = { units: readonly string[]; region: string; category: string; channel: string; requestType: string }

/**
 * Under which names the text index keeps an order (`scope_keys` makes numbers of them): whatever a filter may ask for and
 * seldom changes. Names as in 0027_scopes_of_texts.sql.
 */
export const scopesOf = ({ units, region, category, channel, requestType }: Scoped): string[] => [
  ...units.map(asUnit),
  ...REGION_LENGTHS.filter((length) => region.length >= length).map((length) => asRegion(region.slice(0, length))),
  ...Array.from(category, (_, i) => asCategory(category.slice(0, i + 1))),
  asChannel(channel),
  asType(requestType),
]

const regionAsked = (region: string | null | undefined): string[][] =>
  region != null && REGION_LENGTHS.includes(region.length) ? [[asRegion(region)]] : []

/** Sets of scopes; what fits the filter has one of each. A filter may ask for more than scopes tell. */
export function scopesAsked(filter: OrderFilter): string[][] {
  const { category, channel, type, region, reach } = filter
  return [
    ...unitsOf(filter).map((units) => units.map(asUnit)),
    ...regionAsked(region),
    ...regionAsked(reach.region),
    ...(category === undefined || category === '' ? [] : [[asCategory(category)]]),
    ...(channel === undefined ? [] : [channel.map(asChannel)]),
    ...(type === undefined ? [] : [type.map(asType)]),
  ]
}
