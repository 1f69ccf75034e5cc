import type { Light } from '#domain/city/vocabulary.ts'
import type { Words } from '../language.ts'

export const lightWords: Record<Light, Words> = {
  green: { zh: '正常', en: 'On track' },
  yellow: { zh: '预警', en: 'Warning' },
  red: { zh: '督办', en: 'Supervised' },
}
