import type { Language } from '../language.ts'
import { spanWords } from '../words/time.ts'

/** A span by its greatest unit alone, where there is room for no more: 43 天, 1 小时. */
export const roughly = (ms: number, language: Language): string =>
  spanWords(ms, language).split(' ').slice(0, 2).join(' ')
