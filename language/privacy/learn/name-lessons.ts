import { MARK } from '../blanked.ts'
import { isGivenAlone } from '../name-candidates.ts'
import type { Personal } from '../personal.ts'
import { COMPOUND_NAMES, familyClass, surnameWeight } from '../surnames.ts'
import { type Dice, madeFamily, madeGiven, madeGivenAlone } from './made-names.ts'

export type Marked = { text: string; finds: readonly Personal[] }
/** A text in which only names are left, and where they are. */
export type Lesson = { text: string; names: readonly { from: number; to: number }[] }

/** Another name of the same shape: 王 → 赵, 张伟 → 林静, 李某刚 → 陈某梅; what is no such name stays. */
function madeLike(name: string, dice: Dice): string {
  if (/[·•xX×*＊○〇]/.test(name) || name.length > 4) return name
  const family = COMPOUND_NAMES.has(name.slice(0, 2)) ? 2 : 1
  if (family === 1 && surnameWeight(name[0] ?? '') === 0)
    return isGivenAlone(name) && name.length === 2 ? madeGivenAlone(dice, name) : name
  const given = name.slice(family)
  if (given.length > 2) return name
  if (given === '') return madeFamily(family, dice)
  const rest = given.startsWith('某')
    ? given.length === 2 && given !== '某某'
      ? `某${madeGiven(1, dice)}`
      : given
    : madeGiven(given.length, dice)
  return madeFamily(family, dice) + rest
}

/** 阿 of 阿强 where 强 may be a family name: the candidate is 强 then, and the finder takes 阿 along. */
const littleOf = (name: string): number =>
  Number(name.length === 2 && '阿小老'.includes(name[0] ?? '-') && familyClass(name, 1) > 0)

/** The text with each find replaced by what `word` makes of it; null keeps it as a name. */
function told({ text, finds }: Marked, word: (find: Personal, i: number) => { said: string; isName: boolean }): Lesson {
  let [said, at] = ['', 0]
  const names: { from: number; to: number }[] = []
  finds.forEach((find, i) => {
    said += text.slice(at, find.from)
    const made = word(find, i)
    if (made.isName) names.push({ from: said.length + littleOf(made.said), to: said.length + made.said.length })
    said += made.said
    at = find.to
  })
  return { text: said + text.slice(at), names }
}

/** A sentence without a name is told once more and again, as one with a name is told with others in its places. */
const NOBODY = 2

/**
 * What a sentence teaches: itself with everything but names taken out, each of its names alone beside the marks of the
 * others (as the second look sees them), and the same with other names.
 */
export function lessonsOf(marked: Marked, times: number, dice: Dice): Lesson[] {
  const lessons: Lesson[] = []
  const count = marked.finds.filter(({ kind }) => kind === 'name').length
  for (let n = 0; n <= (count === 0 ? NOBODY : times); n++) {
    const words = marked.finds.map(({ kind, from, to }) => {
      const name = marked.text.slice(from, to)
      return kind !== 'name' ? MARK : n === 0 ? name : madeLike(name, dice)
    })
    lessons.push(told(marked, ({ kind }, i) => ({ said: words[i] ?? MARK, isName: kind === 'name' })))
    if (count < 2) continue
    const shown = Math.floor(dice() * marked.finds.length)
    lessons.push(
      told(marked, ({ kind }, i) => {
        const isName = kind === 'name' && i === shown
        return { said: isName ? (words[i] ?? MARK) : MARK, isName }
      }),
    )
  }
  return lessons
}
