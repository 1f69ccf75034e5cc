import type { Category, ScenePhrase } from '#domain/city/city.ts'
import type { Fault } from './city-fault.ts'
import type { Line } from './read-files.ts'

/**
 * What is wrong with a city's phrases beside their form: a code that is no scene of the taxonomy, and a sentence that
 * stands twice, spaces and marks aside (for two scenes it would teach that neither is meant).
 */
export function phraseFaults(phrases: readonly Line<ScenePhrase>[], categories: readonly Line<Category>[]): Fault[] {
  const levels = new Map(categories.map(({ value }) => [value.code, value.level]))
  const first = new Map<string, Line<ScenePhrase>>()
  return phrases.flatMap((line) => {
    const { code, phrase } = line.value
    const plain = phrase.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
    const earlier = first.get(plain)
    if (earlier === undefined) first.set(plain, line)
    const fault = (column: string, found: string, expected: string): Fault => ({
      file: 'phrases.csv',
      row: line.row,
      column,
      found,
      expected,
    })
    const level = levels.get(code)
    const unknown = level === undefined ? `"${code}"` : `"${code}" of level ${level}`
    return [
      ...(level === 3 ? [] : [fault('code', unknown, 'the code of a scene (level 3) of categories.csv')]),
      ...(earlier === undefined
        ? []
        : [fault('phrase', `"${phrase}" again`, `it once; row ${earlier.row} has it for ${earlier.value.code}`)]),
    ]
  })
}
