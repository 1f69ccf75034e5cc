import type { City } from '#domain/city/city.ts'
import type { RegionCode } from '#domain/ids.ts'
import { type Place, type Places, townKey } from '../places.ts'
import { pick, type Random } from '../random.ts'
import { placeKinds, type SlotValue, valueSlots } from './slots.ts'

/** Where a story plays and what its slots have been filled with, so that the title and the text agree. */
export type Setting = {
  city: City
  places: Places
  random: Random
  at: number
  anchor: Place | null
  region: RegionCode
  filled: Map<string, string>
}

export const communityAround = (setting: { city: City; places: Places; random: Random }): RegionCode =>
  pick(setting.random, setting.places.communities).code

/** The first place named decides the region; later ones lie in the same town where it has one of that kind. */
function placeName(setting: Setting, kind: string): string {
  const near = setting.anchor === null ? undefined : setting.places.byTown.get(townKey(kind, setting.region))
  const anywhere = setting.places.byKind.get(kind)
  const candidates = near ?? anywhere
  if (candidates === undefined) return setting.city.regions.get(setting.region)?.name ?? ''
  const place = pick(setting.random, candidates)
  if (setting.anchor === null) {
    setting.anchor = place
    setting.region = place.region
  }
  return place.name
}

const regionDigits: Readonly<Record<string, number>> = { district: 6, town: 9, community: 12 }

function slotValue(setting: Setting, slot: string): string {
  const kind = placeKinds[slot]
  if (kind !== undefined) return placeName(setting, kind)
  const digits = regionDigits[slot]
  if (digits !== undefined) return setting.city.regions.get(setting.region.slice(0, digits) as RegionCode)?.name ?? ''
  const value: SlotValue | undefined = valueSlots[slot]
  if (value === undefined) throw new Error(`no slot {${slot}}`)
  return value(setting.random, setting.at)
}

const isPlace = (slot: string): boolean => placeKinds[slot] !== undefined

/** Fills a line; a slot named again gets the same value, and places come before the regions that follow from them. */
export function fill(line: string, setting: Setting): string {
  const slots = [...line.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? '')
  for (const slot of [...slots.filter(isPlace), ...slots])
    if (!setting.filled.has(slot)) setting.filled.set(slot, slotValue(setting, slot))
  return line.replace(/\{(\w+)\}/g, (_, slot: string) => setting.filled.get(slot) ?? '')
}
