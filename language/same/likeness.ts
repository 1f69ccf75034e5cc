import { comparePlaces, type Placed, type Whereabouts } from './compare-places.ts'
import { otherName } from './other-name.ts'
import { placeNames } from './place-names.ts'
import { cosineOf, type Signature, signatureOfPart } from './signature.ts'
import { type MatterText, readPart, textGrams, titleGrams } from './terms.ts'
import { cosine, type Vector, vectorOf } from './vector.ts'
import type { WordTable } from './word-table.ts'

/** A text made ready for comparing; some 0.1 ms for a hundred characters. */
export type Matter = {
  text: MatterText
  signature: Signature
  placed: Placed
  grams: Vector
  title: Vector
}

/** `signature`: if it is stored, the text need not be cut into words again. */
export function matterOf(text: MatterText, table: WordTable, signature?: Signature): Matter {
  const part = readPart(text)
  return {
    text: part,
    signature: signature ?? signatureOfPart(part, table),
    placed: { names: placeNames(part.title, part.content), text: `${part.title}\n${part.content}` },
    grams: vectorOf(textGrams(part, 3), table),
    title: vectorOf(titleGrams(part), table),
  }
}

function withoutNames({ text: { title, content } }: Matter, names: readonly string[], table: WordTable): Vector {
  let [head, rest] = [title, content]
  for (const name of names) {
    head = head.replaceAll(name, ' ')
    rest = rest.replaceAll(name, ' ')
  }
  return vectorOf(textGrams({ title: head, content: rest }, 2), table)
}

/** What is said when the places are left out: two troubles of one estate share its name and nothing else. */
function matterCosine(a: Matter, b: Matter, table: WordTable): number {
  const names = [...new Set([...a.placed.names, ...b.placed.names].map(({ whole }) => whole))].sort(
    (one, other) => other.length - one.length || (one < other ? -1 : 1),
  )
  return cosine(withoutNames(a, names, table), withoutNames(b, names, table))
}

type Likeness = {
  /** probability that the two are one matter, by their words alone */
  score: number
  places: Whereabouts
}

/** From here on the two are said to be one matter: precision .97, recall .9 on the labelled pairs. */
export const SAME_AT = 0.5
/** Two places, two matters: however alike the words, the score stays below. */
const ELSEWHERE = 0.49

const logistic = (z: number): number => 1 / (1 + Math.exp(-z))

/**
 * Weights fitted by logistic regression on the labelled pairs, 13 dev events and their nearest strangers of the shared
 * data, rounded; words, pairs of characters and the title each bring what the other two miss. A place in common counts
 * as much as there is in common beside it.
 */
export function likenessOf(a: Matter, b: Matter, table: WordTable): Likeness {
  const places = placesOf(a, b)
  const text = cosine(a.grams, b.grams)
  const title = a.text.title === '' || b.text.title === '' ? text : cosine(a.title, b.title)
  const beside = places.stand === 'same' ? Math.min(0.4, matterCosine(a, b, table)) : 0
  const z = 3 * cosineOf(a.signature, b.signature) + 2 * text + 4 * title + 4 * beside
  const score = logistic(SLOPE * (z - MIDDLE))
  return { score: places.stand === 'different' ? score * ELSEWHERE : score, places }
}
const MIDDLE = 2.9
const SLOPE = 1.6

function placesOf(a: Matter, b: Matter): Whereabouts {
  const places = comparePlaces(a.placed, b.placed)
  const titled = ({ placed }: Matter) => placed.names.some(({ whole, inTitle }) => inTitle && whole === places.mine)
  if (places.stand === 'different' || (places.stand === 'same' && titled(a) && titled(b))) return places
  const other = otherName(a.text, b.text)
  return other === null ? places : { stand: 'different', ...other }
}
