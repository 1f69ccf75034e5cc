import { givenWeight } from './given-names.ts'
import type { Ground } from './name-ground.ts'
import { isOrdinaryAt } from './ordinary-words.ts'
import { OF_GRAMMAR, RARE } from './surnames.ts'

/** What may stand right before a form of address without being part of it. */
export const FREE_LEFT =
  /(?:^|[^\u4e00-\u9fff]|[的和与跟找由向给被叫替让请问代及是姓对同位说日号天系复知谢]|业主|居民|市民|村民|住户|物业|社区|尊敬的|邻居|负责人|老板|司机|房东)$/
/** Forms of address that follow names and little else; before all others a frequent family name is asked for. */
const STRONG =
  /^(?:老?先生|女士|小姐|太太|夫人|阿姨|叔叔|大叔|大爷|大妈|大娘|大伯|大哥|大姐|大嫂|大婶|奶奶|爷爷|婆婆|伯伯|婶婶|师傅|老师|医生|大夫|医师|护士|律师|教授|警官|同志|经理|主任|书记|局长|厅长|科长|处长|部长|院长|校长|园长|所长|队长|站长|镇长|乡长|区长|县长|市长|老板|副主任|副书记|副局长|副校长|副院长|总经理|老师傅|老太太|老奶奶|先生)$/

/** What one works at or with stands before 师傅 and 经理 too: 开车师傅, 施工方经理. */
const OF_TRADE = new Set(
  '方车门房花水管包商计单连关台时位强保项言念班宿干图风火空养须双通别充终广东相公正原师赏区线过初酒玉学才信回开法海春南西北户见况但零母修战占国满红步库铁羊鱼索印居能英展练',
)
const STARTS = /(?:^|[^\u4e00-\u9fff]|业主|居民|市民|村民|住户|邻居|尊敬的|房东|来电人|诉求人|称呼)$/

const POLITE = /^(?:先生|女士|小姐|太太)$/

function couldBeFamily(ground: Ground, from: number, honorific: string, isFree: boolean): boolean {
  const weight = Math.max(1, ground.familyWeight(from))
  if (!STRONG.test(honorific) && !isFree && (weight < 2 || ground.isInWord(from))) return false
  const c = ground.text[from] ?? ''
  if (weight === 1 && OF_GRAMMAR.has(c))
    return POLITE.test(honorific) && STARTS.test(ground.text.slice(Math.max(0, from - 4), from))
  if (isFree || weight >= 3) return true
  return !ground.isInWord(from) && (weight === 2 || !OF_TRADE.has(c))
}

function couldBeWhole(ground: Ground, from: number, at: number, isFree: boolean, isPolite: boolean): boolean {
  const family = ground.family(from)
  const weight = ground.familyWeight(from)
  const givens = ground.givens(from + family, at)
  if (at - from - family > 2 || givens === 0) return false
  if (weight === 1 && !(isFree || givens >= 5)) return false
  return givens + weight >= (at - from - family === 1 ? 4 : 5) && (isPolite || ground.lie(from, at) !== 'word')
}

function couldBegin(ground: Ground, from: number, at: number, honorific: string): boolean {
  const { text } = ground
  const length = at - from
  const isRare = length === 1 && RARE.has(text[from] ?? '')
  const family = from < 0 ? 0 : ground.family(from) || Number(isRare)
  if (family === 0 || family > length) return false
  const isClear = length > 2 && givenWeight(text[at - 1]) >= 2 && givenWeight(text[at - 2]) >= 2
  const isFree = FREE_LEFT.test(text.slice(Math.max(0, from - 4), from))
  // 高峰女士 is a person all the same.
  const isPolite = isFree && POLITE.test(honorific)
  if (length > 1 && !isClear && !isPolite && isOrdinaryAt(text, from)) return false
  if (!isFree && ground.isCut(from)) return false
  return length === family
    ? couldBeFamily(ground, from, honorific, isFree)
    : couldBeWhole(ground, from, at, isFree, isPolite)
}

/** Where the name begins that ends at a form of address: of 王 (先生), 欧阳, 张伟, 陈晓红; null where none does. */
export function addressedFrom(ground: Ground, at: number, honorific: string): number | null {
  const length = [4, 3, 2, 1].find((n) => couldBegin(ground, at - n, at, honorific))
  return length === undefined ? null : at - length
}
