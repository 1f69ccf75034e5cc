import type { PlaceKind, PlaceName } from './place-names.ts'

/** `unknown`: one of the two names no place, or the two speak of places of kinds that cannot be compared. */
export type Whereabouts = { stand: 'same' | 'different' | 'unknown'; mine: string | null; theirs: string | null }

const FINE: readonly PlaceKind[] = ['estate', 'village', 'site', 'line']
const isFine = ({ kind }: PlaceName) => FINE.includes(kind)

/** A number or a side of the compass is never a slip of the keyboard: 环城南路 and 环城北路 are two. */
const TELLING = /[\p{N}一二三四五六七八九十东西南北中上下前后左右新老大小]/u

/** One character may be mistyped in a name of four or more: in shorter ones it is what tells two estates apart. */
function nearlyEqual(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 4) return false
  const wrong = [...a].flatMap((char, i) => (char === b[i] ? [] : [char + (b[i] ?? '')]))
  return wrong.length <= 1 && !wrong.some((pair) => TELLING.test(pair))
}

/** 人民医院 and 人民公园 share a word and no place; three characters in common are a name. */
const sameKind = (a: PlaceName, b: PlaceName): boolean =>
  a.kind === b.kind && (a.kind !== 'site' || a.end === b.end || a.stem.length > 2)

type Likeness = 'alike' | 'weakly' | 'apart'
function likeness(a: PlaceName, b: PlaceName): Likeness {
  const shorter = a.stem.length <= b.stem.length ? a.stem : b.stem
  if (a.stem.includes(b.stem) || b.stem.includes(a.stem))
    return shorter.length > 2 || sameKind(a, b) ? 'alike' : 'weakly'
  return nearlyEqual(a.stem, b.stem) ? 'alike' : 'apart'
}

/** As people shorten a name: without its end where three characters of it are left. */
function mentioned(name: PlaceName, text: string): Likeness {
  if (text.includes(name.whole)) return 'alike'
  if (!text.includes(name.stem)) return 'apart'
  return name.stem.length > 2 ? 'alike' : 'weakly'
}

/** The names that say what the request is about: those of the title, else the first ones of the text. */
function mainNames(names: readonly PlaceName[], of: (name: PlaceName) => boolean): PlaceName[] {
  const wanted = names.filter(of)
  const titled = wanted.filter(({ inTitle }) => inTitle)
  return titled.length > 0 ? titled : wanted.slice(0, 3)
}

export type Placed = { names: readonly PlaceName[]; text: string }

type Shared = { how: Likeness; name: PlaceName | null }

/** The best that a main name of one finds among the names of the other or anywhere in its text. */
function shared(a: Placed, b: Placed, of: (name: PlaceName) => boolean): Shared {
  let best: Shared = { how: 'apart', name: null }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    for (const name of mainNames(one.names, of)) {
      const found = [...other.names.map((theirs) => likeness(name, theirs)), mentioned(name, other.text)]
      if (found.includes('alike')) return { how: 'alike', name }
      if (found.includes('weakly')) best = { how: 'weakly', name }
    }
  return best
}

const UNKNOWN: Whereabouts = { stand: 'unknown', mine: null, theirs: null }

/** Both name places of these kinds: the same one, another one, or (null) only one of them does. */
function compared(a: Placed, b: Placed, of: (name: PlaceName) => boolean): Whereabouts | null {
  const { how, name } = shared(a, b, of)
  if (how === 'alike' && name !== null) return { stand: 'same', mine: name.whole, theirs: name.whole }
  const [mine, theirs] = [mainNames(a.names, of)[0], mainNames(b.names, of)[0]]
  if (mine === undefined || theirs === undefined) return null
  return how === 'weakly' ? UNKNOWN : { stand: 'different', mine: mine.whole, theirs: theirs.whole }
}

/** Whether two texts speak of one place: estates, villages, sites and lines first, then roads, then towns. */
export function comparePlaces(a: Placed, b: Placed): Whereabouts {
  const town = compared(a, b, ({ kind }) => kind === 'town')
  return (
    compared(a, b, isFine) ??
    compared(a, b, ({ kind }) => kind === 'road') ??
    // A town in common is no place in common, but two towns are two places.
    (town?.stand === 'different' ? town : UNKNOWN)
  )
}
