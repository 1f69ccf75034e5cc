import { useSyncExternalStore } from 'react'
import { kept } from './kept.ts'

export type Language = 'zh' | 'en'

/** Which language this browser reads: chosen once, kept, and told to the screen reader and the server. */
export const language = kept<Language>('jiesu-language', ['zh', 'en'], 'zh', (chosen) => {
  document.documentElement.lang = chosen === 'zh' ? 'zh-CN' : 'en'
})

export const useLanguage = (): Language => useSyncExternalStore(language.listen, language.get)

/** A page's own sentences: both languages of one shape, so that a missing one does not compile. */
export function useWords<const Zh>(words: { zh: Zh; en: Same<Zh> }): Zh {
  const chosen = useLanguage()
  return chosen === 'zh' ? words.zh : (words.en as Zh)
}

/** The same shape, other words. */
export type Same<T> = T extends string
  ? string
  : T extends (...args: infer A) => unknown
    ? (...args: A) => string
    : T extends object
      ? { [K in keyof T]: Same<T[K]> }
      : T

export type Words = { zh: string; en: string }
/** The one of two sentences that is read here. */
export function useSay(): (words: Words) => string {
  const chosen = useLanguage()
  return (words) => words[chosen]
}
