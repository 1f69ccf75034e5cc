import { addressedFrom } from './addressed-name.ts'
import { givenWeight, soundedNames, soundShare } from './given-names.ts'
import { BUSINESS_AFTER, HONORIFIC, OF_BUSINESS, PLACE_AFTER } from './name-cues.ts'
import { type Ground, groundOf, isHan } from './name-ground.ts'
import type { Personal } from './personal.ts'
import { isFamiliar, isShortlyAddressed, unsaidLength } from './short-name.ts'
import { RARE } from './surnames.ts'
import { wholeNameTo } from './whole-name.ts'

const ADDRESS = new RegExp(HONORIFIC, 'g')
const DOTTED = /([\u4e00-\u9fff]{1,10})[·•‧∙・]([\u4e00-\u9fff]{1,8})(?:[·•‧∙・]([\u4e00-\u9fff]{1,8}))?/g
const SURNAMED = /姓氏?[：:是为]?([\u4e00-\u9fff]{1,2})/g
const OF_FAMILY =
  /^(?:居民|业主|男子|女子|先生|女士|市民|村民|老板|工作人员|经理|司机|师傅|住户|邻居|租客|房东|老人|同志|负责人|人家|阿姨|保安|民警|医生|老师|物业|男|女|员工|店主|网友|小伙|同学|户主|车主)/

type Name = { from: number; to: number }

const soundsUntil = (text: string): number => {
  let kept = 0
  while (kept < text.length && soundShare(text.slice(kept, kept + 1)) === 1) kept += 1
  return kept
}

/** 买买提·艾力: the stretch around the point that writes sounds; 万科·金色家园 is none. */
function dotted({ text }: Ground): Name[] {
  if (!/[·•‧∙・]/.test(text)) return []
  return [...text.matchAll(DOTTED)].flatMap(({ 0: whole, 1: left = '', 2: right = '', 3: last, index }) => {
    const first = soundsUntil([...left].reverse().join(''))
    const tail = last ?? right
    const kept = soundsUntil(tail)
    if (first === 0 || kept === 0 || PLACE_AFTER.test(tail.slice(kept))) return []
    if (last !== undefined && soundShare(right) < 0.6) return []
    return [{ from: index + left.length - first, to: index + whole.length - (tail.length - kept) }]
  })
}

/** 阿依古丽, 巴特尔; a street or a shop may be called so too. */
const sounded = ({ text }: Ground): Name[] =>
  soundedNames(text).filter(({ to }) => !PLACE_AFTER.test(text.slice(to, to + 8)))

/** 王先生, 张伟老师; not 陈医生口腔诊所. */
function addressed(ground: Ground): Name[] {
  return [...ground.text.matchAll(ADDRESS)].flatMap(({ 0: honorific, index }) => {
    const end = index + honorific.length
    if (OF_BUSINESS.test(honorific) && BUSINESS_AFTER.test(ground.text.slice(end, end + 12))) return []
    // 王副主任, 陈老先生, 王 先生
    const ends = /[副老大 ]/.test(ground.text[index - 1] ?? '') ? [index, index - 1] : [index]
    return ends.flatMap((to) => {
      const from = addressedFrom(ground, to, honorific)
      return from === null ? [] : [{ from, to }]
    })
  })
}

/** 免贵姓陈 */
function surnamed({ text, family }: Ground): Name[] {
  if (!text.includes('姓')) return []
  return [...text.matchAll(SURNAMED)].flatMap(({ 0: whole, 1: said = '', index }) => {
    const from = index + whole.length - said.length
    const length = family(from) || Number(RARE.has(said[0] ?? ''))
    const isOther = /^[名氏别]/.test(said) || /[百同]/.test(text[index - 1] ?? '') || OF_FAMILY.test(said)
    return length === 0 || isOther ? [] : [{ from, to: from + length }]
  })
}

/** 来电人：周，女: a family name in a note, with what kind of person it is. */
const isNoted = ({ text, family, familyWeight }: Ground, at: number): boolean =>
  familyWeight(at) > 1 &&
  !isHan(text[at - 1]) &&
  /^\s?[（(，,、/ ]\s?(?:男|女|先生)(?:[^\u4e00-\u9fff]|$|士)/.test(text.slice(at + family(at), at + family(at) + 6))

/** The end of the name that begins at a place, by everything but a form of address; null where none does. */
function nameAt(ground: Ground, at: number, isListed: boolean): number | null {
  const to = at + ground.family(at)
  if (ground.text[to] === '姓' && OF_FAMILY.test(ground.text.slice(to + 1, to + 5))) return to
  const unsaid = unsaidLength(ground, at, (c) => givenWeight(c) === 3)
  if (unsaid > 0) return to + unsaid
  if (isShortlyAddressed(ground, at) || isNoted(ground, at)) return to
  return wholeNameTo(ground, at, isListed)
}

/** Names of people in a narrowed text: by form of address, by what is said before, by what a name is made of. */
export function findNames(text: string): Personal[] {
  const ground = groundOf(text)
  const names = [...dotted(ground), ...sounded(ground), ...addressed(ground), ...surnamed(ground)]
  const taken = new Map(names.map(({ from, to }) => [from, to]))
  let last = -1
  for (let i = 0; i < text.length; i++) {
    const known = taken.get(i)
    const isListed = last >= 0 && i === last + 1 && /[、和与及]/.test(text[last] ?? '')
    if (known === undefined && isFamiliar(ground, i)) {
      last = i + ground.family(i)
      names.push({ from: i - 1, to: last })
      continue
    }
    const to = known ?? (ground.familyWeight(i) === 0 ? null : nameAt(ground, i, isListed))
    if (to === null) continue
    if (known === undefined) names.push({ from: i, to })
    last = to
    i = to - 1
  }
  return names.map((name) => ({ kind: 'name', ...name }))
}
