import type { Dice } from './made-names.ts'

/**
 * Words of the segmenter's dictionary (`word frequency tag` a line), frequent ones more often, but not as often as in
 * life: 的 would be half of everything. Names of people are left out.
 */
export function wordStock(lines: readonly string[], size: number, dice: Dice): string[] {
  const words: string[] = []
  const sums: number[] = []
  let sum = 0
  for (const line of lines) {
    const [word = '', count, tag = ''] = line.split(' ')
    if (Number(count) < 100 || word.length > 4 || tag.startsWith('nr') || !/^[\u4e00-\u9fff]+$/.test(word)) continue
    sum += Number(count) ** 0.45
    words.push(word)
    sums.push(sum)
  }
  return Array.from({ length: size }, () => {
    const at = dice() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  })
}

const BETWEEN = ['，', '，', '、', '、', '和', '的', '，由', '，在']

/** Words in no order, as clauses in which nobody is named: of many more words than examples have, what two side by side look like. */
export function saladOf(words: readonly string[], times: number, dice: Dice): string[] {
  return Array.from({ length: times }, () => {
    let clause = ''
    for (let n = 3 + Math.floor(dice() * 8); n > 0; n--) {
      clause += words[Math.floor(dice() * words.length)] ?? ''
      if (dice() < 0.2) clause += BETWEEN[Math.floor(dice() * BETWEEN.length)] ?? ''
    }
    return clause
  })
}
