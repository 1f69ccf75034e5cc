/**
 * Names of places in a text, found by what such names end with and by where a name can begin: the city's gazetteer knows
 * most, this knows the rest (a market, a works, a village), and what another city calls its estates.
 */
export type PlaceKind = 'estate' | 'village' | 'road' | 'site' | 'town' | 'line'
/** `stem` names it among its kind (辉煌 of 辉煌国际城), `whole` is how other texts may say it. */
export type PlaceName = { stem: string; whole: string; end: string; kind: PlaceKind; inTitle: boolean }

/** Longest first within a kind: 居民小区 before 小区. What is part of the name itself stays in the stem. */
const ENDS: readonly (readonly [PlaceKind, string, kept: boolean])[] = [
  ['town', '街道办事处|街道|镇|乡', false],
  ['estate', '居民小区|住宅小区|安置小区|商住楼|家属院|家属区|宿舍区|小区|公寓|楼盘|别墅区', false],
  [
    'estate',
    '花园|家园|嘉园|佳苑|嘉苑|花苑|新苑|新村|新城|新居|山庄|公馆|国际城|御园|雅苑|豪庭|华庭|名邸|华府|名都|佳园|学府|丽园|公元|国际|苑|园|府|庭|郡|湾|墅|邸|轩|阁',
    true,
  ],
  ['village', '居委会|村委会|社区|行政村|村民小组|自然村|村|屯|寨|组', false],
  ['line', '号线', false],
  ['road', '大道|高速|快速路|环线|路|街|巷|胡同|弄', false],
  [
    'site',
    '幼儿园|小学|中学|大学|学院|学校|医院|卫生院|卫生室|诊所|农贸市场|菜市场|批发市场|市场|广场|商场|商城|购物中心|超市|大厦|写字楼|酒店|宾馆|公园|体育馆|图书馆|地铁站|火车站|汽车站|公交站|加油站|垃圾站|中转站|变电站|污水厂|水厂|工业园|产业园|物流园|工地|工厂|水库|桥|隧道|码头|有限公司|公司|集团|养老院|敬老院|驾校|健身房|网吧|影城|菜场|厂|馆|站',
    false,
  ],
]
type End = { kind: PlaceKind; end: string; kept: boolean }

const ALL: readonly End[] = ENDS.flatMap(([kind, ends, kept]) =>
  ends.split('|').map((end) => ({ kind, end, kept })),
).toSorted((a, b) => b.end.length - a.end.length)
/** 铁路, 政府, 搅拌站 and the like end so and are no places of their own. */
const NOT =
  '(?<![铁马公思出网线套电油水门])路(?![口灯面段边牌况障基政由])|(?<![政官相])府|(?<![家法开])庭|(?<!搅拌|小|车)站|(?<![校公田果菜花乐陵家属庄幼])园(?![方长区])|(?<![网])街'
const NOT_ENDS = new Set(['路', '府', '庭', '站', '园', '街'])
const AT_END = new RegExp(
  ALL.map(({ end }) => end)
    .filter((end) => !NOT_ENDS.has(end))
    .concat(NOT)
    .join('|'),
  'gu',
)
const OF = new Map(ALL.map((one) => [one.end, one]))

/**
 * Where a name cannot begin or go on: verbs of asking, adverbs of place, particles, and what stands before a name. Longest
 * first, so that 位于 is taken before 于.
 */
const BREAK = new RegExp(
  [
    '来电人?|市民|群众|居民|业主|住户|村民|本人|我们|我家|我是|他们|大家|家长|司机|老板|领导|政府|部门',
    '反映|投诉|举报|咨询|请问|想问|问了|恳请|还是|对口|考上|注册|请求|希望|建议|要求|求助|反应|关于|对于|就|再次|强烈|尽快|解决|处理|整治|督促|查处|取缔|叫停',
    '位于|坐落于|座落在|地处|住在|家住|居住在|居住|附近|旁边|旁|周边|对面|门口|楼下|楼上|里面|内|外|前|后|上|下|边|处',
    '的|地|得|在|于|由|从|到|至|往|与|和|及|跟|同|把|被|向|为|是|有|无|没|不|了|着|过|将|让|给|也|都|还|又|很|太|以|或|等|这个|那个|这|那|该|每|各|某|本|此|其',
    '请|问|去|因|修建|新建|在建|建了|每天|晚上|凌晨|早上|上午|下午|今年|去年|今天|昨天|目前|现在|近日|影响|重视|取消|维护|权益|强制|联系|感谢|加快|如何|何时|为何|为什么|怎么|什么|按照|根据|据|能够|能|应|可|入读|就读|开展|配套|普惠性|一所|若干|多个|个大型|个|大型|特大型|水泥|商品房|项目|职工|物业|房地产|乘坐|途经|经过|沿线|最近|一直|多次|长期|经常|未|已|正|整个|所有|部分|多家|一家|两家|几家|某家|违规|违法|非法|擅自|私自|无证',
    '小孩|孩子|老人|学生|车辆|道路|马路|公路|临街|沿街|底层|一楼|地下|公共|公交|地铁',
  ].join('|'),
  'gu',
)
const NAME = /[\p{Script=Han}a-z0-9·.]+$/u
/** 长岭市, 湖东区, a3区: the district says too little and is said by half of the callers. */
const ADMINISTRATIVE = /^(?:[\p{Script=Han}]{1,3}|[a-z]\d{0,2})(?:省|市|区|县|自治州|开发区|经开区|高新区|新区)/u
const EMPTY =
  /^(?:(?:[一二三四五六七八九十两几多\d]+期?)|哪[一所家些个里]?|这[一些个]?|几个|路口|请|来|大|小|老|旧|老旧|新|东|西|南|北|中|主|全|居民|住宅|商业|生活|服务|卫生|卫生服务|口袋|公办|民办|公立|私立|高档|大型|城市|农村|乡|学|工业|房地产|物业|开发|投资|建筑|工程|置业|自来水|供电|电力|供水|燃气|热力|供餐|供热|铁|高|火|车|汽|公|内|外|进村|道|问|让找?|街道和|筹备)?$/u

/** 12路, said of a bus: a number between others of its kind is a name. */
const BUS = /(?<=公交|乘坐|[坐乘等]|^|[^\p{L}\p{N}])(\d{1,3})路|(\d{1,3})路(?=公交|车|巴士)/gu
const LONGEST = 10
/** What a name may have in it although it also breaks one (永和街, 小太阳幼儿园): so short it must stand alone. */
const SHORT = 4

/** What no name begins with, even where it is short. */
const LEADING = /^[在于从到对向由把被将让给等是有就]+/u

/** The stretch before an end that can be a name: after the last break, without the district before it. */
function stemBefore(before: string): string {
  const run = NAME.exec(before)?.[0] ?? ''
  let [from, hard] = [0, 0]
  for (const found of run.matchAll(BREAK)) {
    from = found.index + found[0].length
    if (found[0].length > 1) hard = from
  }
  const bare = withoutDistrict(run.slice(from))
  if (bare.length >= 2) return bare.slice(-LONGEST)
  const whole = withoutDistrict(run.slice(hard))
  return whole.length <= SHORT ? whole.replace(LEADING, '') : bare
}

function withoutDistrict(name: string): string {
  let stem = name.replace(/^[·.]+/u, '')
  for (let at = ADMINISTRATIVE.exec(stem); at !== null && at[0].length < stem.length; at = ADMINISTRATIVE.exec(stem))
    stem = stem.slice(at[0].length)
  return stem
}

/** Where a further end follows at once the name goes on: 桃园 in 桃园路, 华府 in 华府小区. */
function endsIn(part: string): { index: number; of: End }[] {
  const found = [...part.matchAll(AT_END)].flatMap(({ 0: end, index }) => {
    const of = OF.get(end)
    return of === undefined ? [] : [{ index, of }]
  })
  return found.filter(({ index, of }, i) => found[i + 1]?.index !== index + of.end.length)
}

function namesIn(part: string, inTitle: boolean): PlaceName[] {
  const found: PlaceName[] = []
  let from = 0
  for (const { index, of } of endsIn(part)) {
    const { end, kind, kept } = of
    const stem = stemBefore(part.slice(Math.max(from, index - 16), index))
    const numbered = kind === 'line' && /\d/u.test(stem)
    if ((EMPTY.test(stem) && !numbered) || (kept ? stem + end : stem).length < 2) continue
    found.push({ stem: stem.length < 2 ? stem + end : stem, whole: stem + end, end, kind, inTitle })
    from = index + end.length
  }
  for (const [, after, before] of part.matchAll(BUS)) {
    const no = `${after ?? before}路`
    found.push({ stem: no, whole: no, end: '', kind: 'line', inTitle })
  }
  return found
}

/** Both parts normalised, as `readPart` gives them. A name said twice counts once, as of the title if it stands there. */
export function placeNames(title: string, content: string): PlaceName[] {
  const all = [...namesIn(title, true), ...namesIn(content, false)]
  const seen = new Map<string, PlaceName>()
  for (const name of all) if (!seen.has(name.stem)) seen.set(name.stem, name)
  return [...seen.values()].slice(0, 24)
}
