import { addressedFrom } from './addressed-name.ts'
import { givenWeight, soundShare } from './given-names.ts'
import { BUSINESS_AFTER, HONORIFIC, PLACE_AFTER } from './name-cues.ts'
import { type Ground, groundOf } from './name-ground.ts'
import type { Personal } from './personal.ts'
import { isFamiliar, isShortlyAddressed, unsaidLength } from './short-name.ts'
import { wholeNameTo } from './whole-name.ts'

const ADDRESS = new RegExp(HONORIFIC, 'g')
const DOTTED = /([\u4e00-\u9fff]{1,10})[·•‧∙・]([\u4e00-\u9fff]{1,8})(?:[·•‧∙・]([\u4e00-\u9fff]{1,8}))?/g
const SURNAMED = /姓([\u4e00-\u9fff]{1,2})/g
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

/** 王先生, 张伟老师; not 陈医生口腔诊所. */
function addressed(ground: Ground): Name[] {
  return [...ground.text.matchAll(ADDRESS)].flatMap(({ 0: honorific, index }) => {
    const end = index + honorific.length
    if (BUSINESS_AFTER.test(ground.text.slice(end, end + 12))) return []
    const from = addressedFrom(ground, index, honorific)
    return from === null ? [] : [{ from, to: index }]
  })
}

/** 免贵姓陈 */
function surnamed({ text, family }: Ground): Name[] {
  if (!text.includes('姓')) return []
  return [...text.matchAll(SURNAMED)].flatMap(({ 1: said = '', index }) => {
    const length = family(index + 1)
    const isOther = /^[名氏别]/.test(said) || /[百同]/.test(text[index - 1] ?? '') || OF_FAMILY.test(said)
    return length === 0 || isOther ? [] : [{ from: index + 1, to: index + 1 + length }]
  })
}

/** The end of the name that begins at a place, by everything but a form of address; null where none does. */
function nameAt(ground: Ground, at: number, isListed: boolean): number | null {
  const to = at + ground.family(at)
  if (ground.text[to] === '姓' && OF_FAMILY.test(ground.text.slice(to + 1, to + 5))) return to
  const unsaid = unsaidLength(ground, at, (c) => givenWeight(c) === 3)
  if (unsaid > 0) return to + unsaid
  if (isShortlyAddressed(ground, at) || isFamiliar(ground, at)) return to
  return wholeNameTo(ground, at, isListed)
}

/** Names of people in a narrowed text: by form of address, by what is said before, by what a name is made of. */
export function findNames(text: string): Personal[] {
  const ground = groundOf(text)
  const names = [...dotted(ground), ...addressed(ground), ...surnamed(ground)]
  const taken = new Map(names.map(({ from, to }) => [from, to]))
  let last = -1
  for (let i = 0; i < text.length; i++) {
    const known = taken.get(i)
    const isListed = last >= 0 && i === last + 1 && /[、和与及]/.test(text[last] ?? '')
    const to = known ?? (ground.familyWeight(i) === 0 ? null : nameAt(ground, i, isListed))
    if (to === null) continue
    if (known === undefined) names.push({ from: i, to })
    last = to
    i = to - 1
  }
  return names.map((name) => ({ kind: 'name', ...name }))
}
