import { apart, type Found, findAll } from '../found.ts'
import { clockText, hoursOf, MOMENT, PART, THROUGH } from './clock.ts'

export type Recurrence = {
  every: 'hour' | 'day' | 'night' | 'workday' | 'weekend' | 'week' | 'month' | 'year' | 'often'
  from: string | null
  to: string | null
}

/** What is said for "again and again", with what it means; longer ones first. */
const EVERY: readonly (readonly [said: string, every: Recurrence['every'], part: string])[] = [
  ['每(?:个|到)?(?:工作日|周一到周五|周一至周五)', 'workday', ''],
  [
    '每(?:个|到|逢)?(?:周末|星期[六天日]|周[六日]|礼拜[六天日]|双休日|节假日|休息日)|一到周末|周末(?:都|经常|总)',
    'weekend',
    '',
  ],
  [
    '每(?:个|到|逢)?(?:周|星期|礼拜)[一二三四五]|每周(?:都|[一二三四五六七两][次天回])?|每(?:个)?(?:星期|礼拜)',
    'week',
    '',
  ],
  ['每(?:个)?月(?:都|[一二三四五六七八九十两\\d]+[次回号日])?|月月', 'month', ''],
  ['每年(?:都|夏天|冬天|春天|秋天|汛期|雨季|[一二三四五六七八九十]+月)?|年年', 'year', ''],
  ['每(?:隔)?(?:半|一|\\d+|[二三四五六七八九十两]+)?个?(?:小时|钟头|分钟)|每小时', 'hour', ''],
  [
    '每(?:天|日)?(?:晚上|夜里|夜间|深夜|半夜|晚|夜)|天天(?:晚上|半夜|夜里)|夜夜|整晚整晚|(?:一|每)到(?:晚上|夜里|半夜|深夜|夜间|夜晚)|(?:晚上|夜里|半夜|深夜|夜间)(?:经常|总是|天天|常常|老是)|通宵|整夜|整晚|彻夜',
    'night',
    '晚上',
  ],
  [
    '(?:每天|每日|天天|每一天|日日|每天都)|每(?:个)?(?:早上|早晨|上午|中午|下午|傍晚|凌晨|清晨)|日夜|昼夜|没日没夜|不分昼夜|24小时(?:不停|不间断|连续|施工|作业|开着|响|营业)|一天到晚|从早到晚|全天候',
    'day',
    '',
  ],
  ['(?:夜里|夜间|半夜|深夜|晚上|夜晚)(?=偷|施工|排|放|跑|干活|营业|还在|都在|就|吵|打桩|装修)', 'night', '晚上'],
  ['周末(?=不|没|都|也|开|施工|加班)', 'weekend', ''],
  [
    '隔三差五|三天两头|每隔几天|每隔[一二两三四五六七八九十\\d]+天|时不时|经常性?|时常|常常|总是|老是|屡次|多次|反复|再三|动不动|一再|频繁|每次|每逢(?:下雨|雨天|大雨)?|一下雨就|每到下雨',
    'often',
    '',
  ],
]

const BETWEEN = '(?:都是?|的|都在|从|在|大概|大约|经常|,|，)?'
const patterns = EVERY.map(([said, every, part]) => ({
  every,
  part,
  pattern: new RegExp(`(?:${said})(?:${BETWEEN}(${MOMENT}(?:${THROUGH}${MOMENT})?))?`, 'gu'),
}))

const partWithin = new RegExp(PART, 'u')
const isNight = (minute: number): boolean => minute >= 18 * 60 || minute < 5 * 60

function meant(whole: string, said: string | undefined, every: Recurrence['every'], part: string): Recurrence {
  const head = whole.slice(0, whole.length - (said?.length ?? 0))
  const own = partWithin.exec(head)?.[0] ?? part
  // 每天早上 has its hour in the words for the day, 每晚 has none.
  const hours = hoursOf(said ?? (every === 'day' ? own : ''), own)
  if (hours === null) return { every, from: null, to: null }
  return {
    every: every === 'day' && isNight(hours.from) ? 'night' : every,
    from: clockText(hours.from),
    to: hours.to === null ? null : clockText(hours.to),
  }
}

/** How often something happens and at which hours: 每晚十点到凌晨, 每周末, 隔三差五. */
export function findRecurrences(plain: string): Found<Recurrence>[] {
  return apart(
    patterns.flatMap(({ every, part, pattern }) =>
      findAll(plain, pattern, ([whole, said]) => meant(whole, said, every, part)),
    ),
  )
}
