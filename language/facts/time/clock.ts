import { numberOf } from '../numbers.ts'

/** Parts of the day with the hour they begin where no hour is said. */
const PARTS: Record<string, number> = {
  凌晨: 0,
  清晨: 6,
  早晨: 7,
  早上: 7,
  一早: 7,
  大清早: 6,
  早: 7,
  上午: 8,
  中午: 12,
  午间: 12,
  正午: 12,
  午休: 12,
  下午: 14,
  傍晚: 18,
  晚间: 19,
  晚上: 19,
  夜间: 22,
  夜里: 22,
  夜晚: 20,
  深夜: 23,
  半夜: 23,
  后半夜: 1,
  大半夜: 23,
  晚: 19,
  夜: 22,
}
export const PART = `(?:${Object.keys(PARTS)
  .filter((part) => part.length > 1)
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`

const HOUR = '(?:[01]?\\d|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九零])'
const MINUTE = '(?:半|一刻|三刻|[0-5]?\\d分?|[二三四五]?十[一二三四五六七八九]?分?|零?[一二三四五六七八九]分)'
/** 十点半, 22:30, 3时20分; 时 of 小时 and 点 of 一点问题 are none. */
const CLOCK = `(?:${HOUR}[:：][0-5]\\d|${HOUR}(?:点钟?|时(?!间|候|常|不|代|段|长|期|限|效|刻))(?!多?(?:问题|小|用|效果|作用|意见|办法|都|也|儿|没|责任|了解|建议|钱|水|东西))${MINUTE}?(?:钟)?)`

/** A part of the day, an hour, or both: 晚上十点, 凌晨, 22:30. */
export const MOMENT = `(?:${PART}的?(?:大约|大概|约)?${CLOCK}?|${CLOCK})(?:左右|前后|多|许)?`
/** 十点到凌晨, 晚上7点至第二天早上6点 */
export const THROUGH = '(?:一直|持续|直)?(?:到|至|-|—|~|～|–)(?:第二天|次日|翌日)?'

const partAtStart = new RegExp(`^${PART}`, 'u')
const clockIn = new RegExp(`(${HOUR})(?:[:：]([0-5]\\d)|(?:点钟?|时)(${MINUTE})?)`, 'u')

function minutesOf(said: string | undefined): number {
  if (said === undefined || said === '') return 0
  if (said.startsWith('半')) return 30
  if (said.startsWith('一刻')) return 15
  if (said.startsWith('三刻')) return 45
  return numberOf(said.replace(/[分零]/gu, '')) ?? 0
}

/** Twelve hours are said, and the part of the day says which half; 晚上两点 is after midnight. */
function hourIn(hour: number, part: string): number {
  if (hour > 12 || part === '') return hour
  const from = PARTS[part] ?? 0
  if (from === 12) return hour < 6 ? hour + 12 : hour
  if (from < 12) return hour === 12 && from < 2 ? 0 : hour
  if (hour === 12) return from >= 18 ? 24 : 12
  return from >= 18 && hour < 5 ? hour : hour + 12
}

/** A moment of the day in minutes from midnight, 0–1440; null: the words say none. `part`: of the day, said before. */
function minuteOf(said: string, part = ''): number | null {
  const own = partAtStart.exec(said)?.[0] ?? ''
  const known = own === '' ? part : own
  const clock = clockIn.exec(said)
  if (clock === null) return own === '' ? null : (PARTS[own] ?? 0) * 60
  const hour = numberOf(clock[1] ?? '')
  return hour === null ? null : Math.min(1440, hourIn(hour, known) * 60 + minutesOf(clock[2] ?? clock[3]))
}

const two = (value: number): string => String(value).padStart(2, '0')
/** 22:00; midnight as the end of a day is 24:00 */
export const clockText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** The part of the day a time is said in, for the end of a range that does not say it again. */
const partOf = (said: string): string => partAtStart.exec(said)?.[0] ?? ''

const RANGE = new RegExp(`^(${MOMENT})${THROUGH}(${MOMENT})$`, 'u')

/** 早上八点到五点 ends in the afternoon, 晚上八点到五点 in the morning. */
function endOf(said: string, from: number, first: string): number | null {
  const plain = minuteOf(said)
  if (plain === null) return null
  const inPart = minuteOf(said, first) ?? plain
  if (inPart > from) return inPart
  return first !== '' && from < 720 ? plain + 720 : plain
}

/** 十点到凌晨, 晚上7点至早上6点, 半夜: from and, for a range, to. `part`: 晚 of 每晚. */
export function hoursOf(said: string, part = ''): { from: number; to: number | null } | null {
  const range = RANGE.exec(said)
  const first = range?.[1] ?? said
  const from = minuteOf(first, part)
  if (from === null) return null
  return { from, to: range === null ? null : endOf(range[2] ?? '', from, partOf(first) || part) }
}
