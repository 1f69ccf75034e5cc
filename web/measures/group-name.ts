import { classedWords } from '#contract/dispatch-measure-words.ts'
import type { DispatchGroup } from '#domain/measures/dispatch-group.ts'
import type { Language } from '../language.ts'
import { measuresWords } from './measures-words.ts'

/** What a row is called: its name in the city, or a word for what has none. */
export function groupName(by: DispatchGroup, key: string, name: string, language: Language): string {
  const words = measuresWords[language]
  if (by === 'classed') return classedWords(key)[language]
  if (by === 'dispatcher' && key === 'straight') return words.straightName
  if (key !== '') return name
  if (by === 'rule') return words.noKey.rule
  return by === 'l1' || by === 'l2' || by === 'category' ? words.noKey.category : words.noKey.other
}
