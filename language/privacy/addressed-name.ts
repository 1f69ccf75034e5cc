import { givenWeight } from './given-names.ts'
import type { Ground } from './name-ground.ts'
import { isOrdinaryAt } from './ordinary-words.ts'

/** What may stand right before a form of address without being part of it. */
const FREE_LEFT =
  /(?:^|[^\u4e00-\u9fff]|[的和与跟找由向给被叫替让请问代及是姓对同位说]|业主|居民|市民|村民|住户|物业|社区|尊敬的|邻居|负责人|老板|司机|房东)$/
/** What people are as well as what they are called. */
const WEAK =
  /^(?:业主|房东|租客|租户|司机|员工|户主|保安|教练|顾问|管家|护工|秘书|干事|委员|会计|主席|社工|服务员|快递员|售货员|工作人员|负责人|警察|姐姐|哥哥|班主任|理发师|设计师|会计师|网格员|消防员|辅导员|老人)$/

function couldBeFamily(ground: Ground, from: number, isWeak: boolean, isFree: boolean): boolean {
  const weight = ground.familyWeight(from)
  if (isWeak && weight < 3) return false
  return isFree || weight >= 3 || (weight === 2 && !ground.isInWord(from))
}

function couldBeWhole(ground: Ground, from: number, at: number, isFree: boolean): boolean {
  const family = ground.family(from)
  const weight = ground.familyWeight(from)
  const givens = ground.givens(from + family, at)
  if (at - from - family > 2 || givens === 0) return false
  if (weight === 1 && !(isFree && givens >= 3)) return false
  return givens + weight >= (at - from - family === 1 ? 4 : 5) && ground.lie(from, at) !== 'word'
}

function couldBegin(ground: Ground, from: number, at: number, honorific: string): boolean {
  const { text } = ground
  const family = from < 0 ? 0 : ground.family(from)
  const length = at - from
  if (family === 0 || family > length) return false
  const isClear = length > 2 && givenWeight(text[at - 1]) >= 2 && givenWeight(text[at - 2]) >= 2
  if (length > 1 && !isClear && isOrdinaryAt(text, from)) return false
  const isFree = FREE_LEFT.test(text.slice(Math.max(0, from - 4), from))
  if (!isFree && ground.isCut(from)) return false
  return length === family
    ? couldBeFamily(ground, from, WEAK.test(honorific), isFree)
    : couldBeWhole(ground, from, at, isFree)
}

/** Where the name begins that ends at a form of address: of 王 (先生), 欧阳, 张伟, 陈晓红; null where none does. */
export function addressedFrom(ground: Ground, at: number, honorific: string): number | null {
  const length = [4, 3, 2, 1].find((n) => couldBegin(ground, at - n, at, honorific))
  return length === undefined ? null : at - length
}
