import { normalise } from '../text/normalise.ts'
import { wordsOf } from '../text/words.ts'

type DutyText = { unit: string; name: string; duty: string }

/** Which units say a word in their duty text, and how telling that is: a word of one unit says more than one of twenty. */
export type DutyIndex = { units: ReadonlyMap<string, readonly string[]>; count: number }

type DutyFound = { unit: string; match: number; words: readonly string[] }

const HAN = /^\p{Script=Han}{2,}$/u
/** What every duty text says, whatever the duty. */
const EMPTY = new Set(
  '要求 投诉 反映 居民 市民 全市 负责 办理 管理 工作 落实 组织 监督 指导 协调 处理 开展 承担 受理 建设 相关 问题 情况 服务 单位 维护'.split(
    ' ',
  ),
)
const MOST_CHARACTERS = 1000

/** The words that can say what a text is about, each once. */
export const tellingWords = (text: string): string[] => [
  ...new Set(wordsOf(normalise(text.slice(0, MOST_CHARACTERS))).filter((word) => HAN.test(word) && !EMPTY.has(word))),
]

export function dutyIndex(texts: readonly DutyText[]): DutyIndex {
  const units = new Map<string, string[]>()
  for (const { unit, name, duty } of texts)
    for (const word of tellingWords(`${name}。${duty}`)) units.set(word, [...(units.get(word) ?? []), unit])
  return { units, count: texts.length }
}

/** So much rarity in common makes half a match: about one word that a single unit of a hundred says. */
const HALF = 6
const FOUND = 8

/**
 * The units whose duty text says words of the request, most telling first; `match` 0–1. A district's offices have like
 * texts: they share a word and each gets little of it. Some 0.5 ms for a city's three thousand duty words.
 */
export function dutiesFor({ units, count }: DutyIndex, text: string): DutyFound[] {
  const found = new Map<string, { weight: number; words: string[] }>()
  const said = normalise(text.slice(0, MOST_CHARACTERS))
  // Looked for as they stand: a citizen's 路灯不亮 is cut elsewhere than the duty's 路灯.
  for (const [word, holders] of units) {
    if (!said.includes(word)) continue
    const rarity = Math.log((count + 1) / (holders.length + 0.5))
    for (const unit of holders) {
      const known = found.get(unit) ?? { weight: 0, words: [] }
      known.weight += rarity
      known.words.push(word)
      found.set(unit, known)
    }
  }
  return [...found]
    .map(([unit, { weight, words }]) => ({ unit, match: weight / (weight + HALF), words }))
    .toSorted((a, b) => b.match - a.match || (a.unit < b.unit ? -1 : 1))
    .slice(0, FOUND)
}
