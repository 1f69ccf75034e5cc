import type { Limit } from '#domain/deadline/limit.ts'
import type { Language } from '../language.ts'

const UNIT: Record<Limit['unit'], { zh: string; en: string }> = {
  minute: { zh: '分钟', en: 'min' },
  hour: { zh: '小时', en: 'h' },
  'working-hour': { zh: '个工作小时', en: 'working hour' },
  'working-day': { zh: '个工作日', en: 'working day' },
}

/** `3 个工作日`, `30 分钟`: a limit as the office says it. */
export const limitWords = ({ amount, unit }: Limit, language: Language): string =>
  `${amount} ${UNIT[unit][language]}${language === 'en' && unit.startsWith('working') && amount !== 1 ? 's' : ''}`
