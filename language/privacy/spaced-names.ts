import { isHan } from './clauses.ts'
import { givenWeight } from './given-names.ts'
import { type Least, namesBy, type Weights } from './name-model.ts'
import { familyClass } from './surnames.ts'

type Name = { from: number; to: number }

/** One blank or several between two characters, and the same before a third. */
const SPACED = /[\u4e00-\u9fff]( {1,3})[\u4e00-\u9fff](?:\1[\u4e00-\u9fff](?![\u4e00-\u9fff]))?/y
/** What the model is shown on either side. */
const BESIDE = 12

/** 张 伟, 欧 阳 敏: names that forms set apart by blanks; judged as if there were none. */
export function spacedNames(text: string, weights: Weights, least: Least): Name[] {
  const names: Name[] = []
  for (let gap = text.indexOf(' '); gap > 0; gap = text.indexOf(' ', gap + 1)) {
    const from = gap - 1
    if (!isHan(text[from]) || isHan(text[from - 1]) || from < (names.at(-1)?.to ?? 0)) continue
    SPACED.lastIndex = from
    const spaced = SPACED.exec(text)?.[0]
    if (spaced === undefined) continue
    const name = spaced.replaceAll(' ', '')
    if (familyClass(name, 0) < 2 || givenWeight(name.at(-1)) === 0) continue
    const before = text.slice(Math.max(0, from - BESIDE), from)
    const shown = before + name + text.slice(from + spaced.length, from + spaced.length + BESIDE)
    const isName = namesBy(shown, weights, least).some(
      (found) => found.from === before.length && found.to === before.length + name.length,
    )
    if (isName) names.push({ from, to: from + spaced.length })
  }
  return names
}
