import type { Category, City } from '#domain/city/city.ts'
import type { CategoryCode } from '#domain/ids.ts'

const indexes = new WeakMap<City, ReadonlyMap<string, readonly Category[]>>()

function namesOf(city: City) {
  const known = indexes.get(city)
  if (known !== undefined) return known
  const names = new Map<string, Category[]>()
  for (const category of city.categories.values())
    names.set(category.name, [...(names.get(category.name) ?? []), category])
  indexes.set(city, names)
  return names
}

/** A code, a name, or a path of names such as 民生保障/社会救助/低保申请与审核; null when unknown or when several fit. */
export function findCategory(city: City, text: string): CategoryCode | null {
  const code = text.toUpperCase() as CategoryCode
  if (city.categories.has(code)) return code
  const names = namesOf(city)
  const whole = names.get(text)
  if (whole?.length === 1) return whole[0]?.code ?? null
  let found: readonly Category[] = []
  for (const [i, name] of text.split(/\s*[/>＞|→—]+\s*/).entries()) {
    const named = names.get(name) ?? []
    found = i === 0 ? named : named.filter((inner) => found.some((outer) => inner.code.startsWith(outer.code)))
  }
  return found.length === 1 ? (found[0]?.code ?? null) : null
}
