import { CLEAR, LIKELY, POSSIBLE } from '../given-names.ts'
import { COMPOUND_NAMES, FREQUENT, RARE, USUAL, WORDS } from '../surnames.ts'
import { USUAL_GIVEN, USUAL_SINGLE } from '../usual-given-names.ts'

export type Dice = () => number

const one = (list: readonly string[], dice: Dice): string => list[Math.floor(dice() * list.length)] ?? ''
const [frequent, usual, words, rare, compound] = [FREQUENT, USUAL, WORDS, RARE, COMPOUND_NAMES].map((set) => [...set])
const [clear, likely, possible] = [CLEAR, LIKELY, POSSIBLE].map((set) => [...set])

/** The first of the list are the most frequent: as in life, one in twelve is called 王. */
function ofRank(list: readonly string[], dice: Dice): string {
  const rank = Math.floor(list.length ** dice() * 3) - 3
  return list[Math.max(0, Math.min(list.length - 1, rank))] ?? ''
}

/** A family name that keeps the length of another. Rare ones more often than in life: each must have been met. */
export function madeFamily(length: number, dice: Dice): string {
  if (length === 2) return one(compound ?? [], dice)
  const share = dice()
  if (share < 0.5) return ofRank(frequent ?? [], dice)
  if (share < 0.7) return one(frequent ?? [], dice)
  if (share < 0.87) return one(usual ?? [], dice)
  return share < 0.96 ? one(words ?? [], dice) : one(rare ?? [], dice)
}

/** How often a given name is one that many people have: chance puts together 浩珠, and never 大海. */
const USUALLY = 0.5
/** The same of a given name alone. */
const USUALLY_ALONE = 0.3

const SINGLES = [...USUAL_SINGLE]

export function madeGiven(length: number, dice: Dice): string {
  if (length === 2 && dice() < USUALLY) return one(USUAL_GIVEN, dice)
  if (length === 1 && dice() < USUALLY) return one(SINGLES, dice)
  let given = ''
  for (let i = 0; i < length; i++) {
    const share = dice()
    given += one((share < 0.5 ? clear : share < 0.88 ? likely : possible) ?? [], dice)
  }
  return given
}

/** A name as friends and neighbours say it: 建国, 小芳, 豆豆; `like`: of the same shape as this one. */
export const madeGivenAlone = (dice: Dice, like = ''): string =>
  like === '' && dice() < USUALLY_ALONE ? one(USUAL_GIVEN, dice) : madeAlone(dice, like)

function madeAlone(dice: Dice, like: string): string {
  const [a = '', b = ''] = like
  const share = like === '' ? dice() : a === b ? 0 : '阿小大老'.includes(a) ? 0.2 : 1
  const c = madeGiven(1, dice)
  if (share < 0.15) return c + c
  if (share < 0.35) return (like === '' ? (dice() < 0.6 ? '小' : '阿') : a) + c
  return one(clear ?? [], dice) + c
}
