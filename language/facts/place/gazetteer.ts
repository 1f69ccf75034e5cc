/** One name of the city: a region of some level, or a place within one. */
export type GazetteerEntry = {
  name: string
  /** other names the city gives for it; those of its form (小区 left out, 村委会 for 村) are derived */
  aliases: readonly string[]
  /** estate, road, school …: the city's own words; a region's level */
  kind: string
  /** code of the region it is or lies in: an outer region's code is the beginning of an inner one's */
  region: string
  /** districts, towns and communities are regions themselves */
  isRegion: boolean
}

/** How a character is said, without tone (`jian`); characters that are said alike are mistaken for each other. */
export type SoundOf = (character: string) => string

/** A way of writing a name, and how much it means that name. */
export type Spelling = {
  text: string
  /** which names it may mean */
  names: readonly number[]
  typed: 'exact' | 'alias'
  weight: number
}

/** What all entries of one name share; a road has an entry in every community it runs through. */
export type Name = { text: string; entries: readonly GazetteerEntry[] }
