import { apart, type Found, findAll } from './found.ts'
import { NUMERAL, numberOf } from './numbers.ts'

export type Headcount = { count: number; unit: 'person' | 'household'; about: boolean }

const PEOPLE =
  '人(?!民|行|才|社|大|工|事|家|均|员|为|格|体|力|物|防|流|口普|说|反映|称|次)|居民|业主|村民|工人|学生|老人|老年人|孩子|小孩|儿童|家长|员工|农民工|职工|群众|乘客|同事|租客|市民|患者|病人|顾客|师傅|司机|教师|老师|同学|男子|女子|消费者|投资人|会员|民工|幼儿|旅客|游客'
const HOUSES = '户(?!口|籍|外|型|主)|家商[户铺]|家住户|家农户'
const ABOUT = '(?:大约|大概|约|近|将近|超过|至少|上|好|数|共|有)?'
const COUNTED = new RegExp(
  `(?<![第\\d.栋幢座单元楼层室号\\-]|单元)(${ABOUT})(${NUMERAL}|几|几十|几百|几千|数十|数百|数千)(多|余|来|几)?(?:个|名|位|口|号)?(?:左右的?)?(${PEOPLE}|${HOUSES})(?:家)?`,
  'gu',
)
const FAMILY = new RegExp(`(?:一家|全家|家里|家中)(?:老小)?(${NUMERAL})口(?:人)?`, 'gu')
const SIDE = /^([一二两三四五六七八])([二三四五六七八九])(十|百|千)?$/u
const VAGUE: Record<string, number> = { 几: 3, 几十: 30, 几百: 300, 几千: 3000, 数十: 30, 数百: 300, 数千: 3000 }

function countOf(numeral: string): { count: number; about: boolean } | null {
  const vague = VAGUE[numeral]
  if (vague !== undefined) return { count: vague, about: true }
  const side = SIDE.exec(numeral)
  const count = side === null ? numberOf(numeral) : numberOf(`${side[1]}${side[3] ?? ''}`)
  return count === null ? null : { count, about: side !== null }
}

/** How many people or households a matter concerns: 二十多人, 全村300户, 一家五口. One person alone is not counted. */
export function findHeadcounts(plain: string): Found<Headcount>[] {
  const counted = findAll(plain, COUNTED, ([, about = '', numeral = '', more, who = '']) => {
    const found = countOf(numeral)
    if (found === null || found.count < 2 || found.count > 10_000_000) return null
    const unit = /户|商[户铺]/u.test(who) && !/^(?:商户)$/u.test(who) ? ('household' as const) : ('person' as const)
    return {
      count: found.count,
      unit,
      about: found.about || more !== undefined || /约|概|近|超|少|上|好|数/u.test(about),
    }
  })
  const family = findAll(plain, FAMILY, ([, numeral = '']) => {
    const count = numberOf(numeral)
    return count === null ? null : { count, unit: 'person' as const, about: false }
  })
  return apart([...family, ...counted])
}
