import { type Names, resolverWords } from '../admin/cell-words.ts'
import type { Language } from '../language.ts'

/** Who may lead: the rules that find a unit by the place, the trade or the owner first, then every unit by name. */
export const leadOptions = (names: Names, language: Language): ReadonlyMap<string, string> =>
  new Map([...Object.entries(resolverWords).map(([code, words]) => [code, words[language]] as const), ...names.units])
