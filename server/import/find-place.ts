import type { City, Region } from '#domain/city/city.ts'
import { RegionCode } from '#domain/ids.ts'
import type { Cells } from './fields.ts'

type Names = ReadonlyMap<string, readonly Region[]>
const indexes = new WeakMap<City, Names>()

/** Longer codes lie within shorter ones of the same beginning; a whole city, `990100`, holds all of `9901…`. */
const holds = (outer: string, inner: string): boolean => inner.startsWith(outer.replace(/^(\d{4})00$/, '$1'))

function namesOf(city: City): Names {
  const known = indexes.get(city)
  if (known !== undefined) return known
  const names = new Map<string, Region[]>()
  for (const region of city.regions.values()) names.set(region.name, [...(names.get(region.name) ?? []), region])
  indexes.set(city, names)
  return names
}

/** The names of 甲市/乙区/丙街道 or of the same without strokes, cut at the longest name that is known next. */
function cut(text: string, names: Names): string[] | null {
  const parts: string[] = []
  for (let rest = text.replace(/[\s/>,、\-—]+/g, ''); rest !== ''; ) {
    let length = Math.min(rest.length, 20)
    while (length > 0 && !names.has(rest.slice(0, length))) length -= 1
    if (length === 0) return null
    parts.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return parts
}

/** The place a code or names mean, from the widest to the narrowest; null when unknown or when several fit. */
export function findRegion(city: City, text: string): RegionCode | null {
  const code = RegionCode.safeParse(text)
  if (code.success) return city.regions.has(code.data) ? code.data : null
  const names = namesOf(city)
  let found: readonly Region[] = []
  for (const [i, name] of (cut(text, names) ?? []).entries()) {
    const named = names.get(name) ?? []
    found = i === 0 ? named : named.filter((inner) => found.some((outer) => holds(outer.code, inner.code)))
  }
  return found.length === 1 ? (found[0]?.code ?? null) : null
}

/** One column with code or full name, or a column each for district, town and community. */
export function placeText(cells: Cells): string | undefined {
  if (cells.region !== undefined) return cells.region
  const parts = [cells.district, cells.town, cells.community].filter((part) => part !== undefined)
  const code = parts.findLast((part) => /^\d{6,15}$/.test(part))
  return code ?? (parts.length === 0 ? undefined : parts.join('/'))
}
