import type { CityNames } from '#contract/rule-words.ts'
import type { City } from '#domain/city/city.ts'
import { categoryName, regionName, unitName } from '../order-view.ts'

export const cityNames = (city: City): CityNames => ({
  category: (code) => categoryName(city, code) ?? code,
  region: (code) => regionName(city, code) || code,
  unit: (id) => unitName(city, id),
})
