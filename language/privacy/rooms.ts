import { bareRooms } from './bare-rooms.ts'
import type { Personal } from './personal.ts'

/**
 * The part of an address that leads to one home: from the building or unit to the room. A whole building, a unit's
 * stair or a floor is not one; neither are rooms the public goes to. All repetitions are bounded: linear time.
 */
const N = '[0-9〇零一二三四五六七八九十百]{1,4}'
const HAN_ROOM = '[〇零一二三四五六七八九幺]{3,4}'
const S = '[\\s\\-—–,，、.的/()]{0,3}'
const ZONE =
  '(?:(?:[A-Za-z东南西北一二三四五六七八九十]|[东南西北][一二三四五六]|[0-9]{1,2})区|[一二三四五六七八九十0-9A-Za-z]{1,2}(?:期|组团)|[0-9]{1,4}号大?院)'
const LANE = '[0-9]{1,4}[弄巷]'
const BUILDING = `(?:第?(?:[A-Za-z甲乙丙丁]{0,2}[0-9]{1,3}[A-Za-z]?|[一二三四五六七八九十百零〇]{1,5}|[A-Za-z][0-9]{0,2}|[甲乙丙丁])\\s?(?:号楼|栋楼|栋|幢|座(?:之[一二三四五六])?|号院|#楼?|＃|号|楼)|[东南西北中前后](?:座|楼|栋|幢))`
const UNIT = `第?(?:${N}|[A-Za-z甲乙丙丁东西南北中])\\s?(?:个?单元(?:门[洞里]?)?|单|号?门洞|号?门|梯)`
const FLOOR = `(?:(?:第?|吊|负|地下)(?:${N}|[顶底])(?:层|楼半?|[Ff])|地下室)`
const DOOR =
  '(?:[东西中](?:边|间)?套|[东西南北](?:屋|间|厢房?)|靠?[东西中南北左右]{1,2}(?:户|室|边户|侧户|(?:手|边|头|侧|面)?(?:第?[一二三]?[家户]|那户|那家|一户|住户|户|门那家))|[A-Za-z](?:室|户)|[甲乙丙]室|中间(?:户|那户|那家)|把头那?[户家])'
const ROOM = `(?:[A-Za-z]?[0-9]{3,4}[A-Za-z]?|${HAN_ROOM}|[0-9]{1,2}[A-Za-z][0-9]{2}|[0-9一二三四五六七八九十]{1,3}[零〇][0-9一二三四五六七八九])(?![0-9.])`
/** Only behind a floor: elsewhere they are gates and sides of a building. */
const SIDE =
  '(?:靠?[东西中南北左右]{1,2}(?:手边?|边|头|侧|面|门)(?:第?[一二三四五六]?[家户间])?(?!口|卫|岗|外|停|路|街|墙|的?(?:空地|马路|围墙|绿化))|靠(?:楼梯|电梯|窗|里面?)口?那[家户]|[左右](?![侧转手边拐上下面方])|[东西南北中](?=$|[^一-鿿]|[的住])|[A-Za-z](?![A-Za-z0-9区口馆厅栋座])|附?[0-9一二三四五六七八九十]{1,2}号房?(?!楼|线|门|院|井|电|车|机|商|产)|0[1-9](?:号?房)?(?![0-9元块米年月日]))'
/** 17-6, 1-5-2: floor and door as they are written where houses have many doors on a floor. */
const PAIRED = '[0-9]{1,2}(?:[-—–][0-9]{1,2}){1,2}(?![0-9.\\-—–/年月日号%层楼栋幢期单])(?:号|室)?'
const NAMED = '(?:号房间|号房|房间|室内|室|房|户|号)'

/** Building or unit or both, then a floor perhaps, then the room or the door. */
const FULL = new RegExp(
  `(?:${ZONE}${S})?(?:${LANE}${S})?(?:(?:${BUILDING}${S}){1,2}(?:[A-Za-z](?:座|(?=[-—–]))${S})?(?:[甲乙丙丁]?${UNIT}${S})?|${UNIT}${S})(?:${FLOOR}${S})?(?:(?<=[0-9〇零一二三四五六七八九十百顶底][层楼Ff]${S})${SIDE}|${PAIRED}|(?:[0-9]{1,2}[-—–]){0,2}(?:(?:第|楼[上下]|那个|[东西中](?:边|间)?套)?${ROOM}(?:-(?:[1-9A-D]|[0-9]{3,4})(?![0-9A-Za-z-]))?(?: ?${NAMED})?(?:[(（][东西南北中]户[)）])?|[A-Za-z][0-9]{2}室|[0-9]{1,2}[A-Za-z](?![A-Za-z0-9])${NAMED}?|${DOOR}|(?:[0-9]{1,4}|[〇零一二三四五六七八九十]{1,4})(?:室|房|户)(?!型|子|外|产)|(?:附?[0-9]{1,2}|(?<=单元|门)[一二三四五六七八九十]{1,3})号房?(?!楼|门|窗|线|院|机|铺|井|电|产|位)))`,
  'g',
)
const LANED = new RegExp(
  `${LANE}${S}${N}号${S}(?:${ROOM}${NAMED}?|[甲乙丙丁]|[前后](?:客堂|楼|厢房?)|亭子间|[二三]层阁楼?|[东西]厢房?)`,
  'g',
)
/** 12楼1203室, 五楼东户 */
const HIGH = new RegExp(
  `${FLOOR}${S}(?:${ROOM}(?:号房|室|房|户)|${DOOR}|[0-9]{2}(?:室|户|房)|[A-Za-z](?:室|座|户|单元)|(?<=吊[0-9一二]层)[0-9]{1,2}号)|([0-9]{1,2})[楼层]${S}\\1[0-9]{2}(?![0-9.])`,
  'g',
)
/** 3-2-1201 */
const DASHED =
  /(?<![0-9A-Za-z.\-—/年月])[A-Za-z]?[0-9]{1,2}[A-Za-z]?(?:[-—–#][0-9]{1,2}){0,2}[-—–#](?:[0-9]{3,4}|(?<=[-—–#][0-9]{1,2}[-—–#][0-9]{1,2}[-—–#])[0-9]{1,2})[A-Za-z]?(?![0-9.\-—年月日号/%])/g
/** 1201室 alone */
const ALONE = new RegExp(
  `(?<![0-9A-Za-z第])${ROOM}(?:号房间|号房|室|房间|房|宿舍|寝室)(?!外|子|型|口|均|数|产|价|租|费|东)`,
  'g',
)
/** 601西户 */
const SIDED = /(?<![0-9A-Za-z第])[0-9]{3,4}[东西南北中左右]户/g
/** 1201那户, 602业主 */
const LIVED = new RegExp(
  `(?<![0-9A-Za-z第])(?:${ROOM}|[0-9]{1,2}[A-D])(?=(?:的|号)?(?:那户|那家|这户|这家|业主|住户|租户|租客|户主|邻居|房主|房东|家漏|家的|家里|女主人|男主人|老人|老太|大爷|大妈|漏水|漏到|夫妻|夫妇|一家|住着|住了|住的|那个人|那位|先生|女士|阿姨|奶奶|爷爷|的?(?:卫生间|厨房|阳台|马桶|下水|水表|孩子|小孩|狗))|(?<!号[A-Za-z]?[0-9]{3,4})的[\u4e00-\u9fff](?:先生|女士|阿姨|大爷|大妈|奶奶))`,
  'g',
)
/** 六组32号, 第六生产队12号 */
const TEAM = new RegExp(
  `(?:第?${N}生产队|(?<!第)${N}(?:村民小组|小组|小队|组|社|队))${S}[0-9一二三四五六七八九十]{1,4}号(?!楼|选|线|门(?![口前])|院|井|文)`,
  'g',
)
/** 青石巷15号住户 */
const LANE_HOUSE = /(?<=[巷弄里坊胡同])[0-9]{1,4}号(?=(?:的)?(?:住户|居民|业主|租户|户主|邻居|人家)|家|院内)/g
/** 8排3号, 12号别墅 */
const ROW =
  /(?:[0-9一二三四五六七八九十]{1,3}号院)?[0-9一二三四五六七八九十]{1,3}排[0-9一二三四五六七八九十]{1,3}(?:[号户间]|门[0-9]{3,4})|[A-Za-z]?[0-9]{1,3}(?:号|栋|幢)别墅|别墅(?:区)?[A-Za-z]?[0-9]{1,3}(?:号|栋|幢)(?!楼)/g
/** 楼上1502, 家住301 */
const HOME_CUE = new RegExp(
  `(?:宿舍|寝室|公寓|小区|家园|新村|花园|楼上|楼下|隔壁|对门|对面|家住|住在?|门牌号?|房号|房间号|室号|户号|我家(?:是|在)?|家在|搬到|租住|租的|租在|入户)(?:是|为|的|：|:|\\s){0,2}((?:[A-Za-z]?[0-9]{3,4}(?:-[1-9A-D](?![0-9A-Za-z-]))?|${HAN_ROOM})(?:号房|室|房|户|号)?)(?![0-9元块米个路.:：%]|天(?!天)|年(?!轻)|月(?!底)|日(?!夜)|人(?!家)|平(?!时))`,
  'g',
)
/** 三组15号: a house in a village; and the house number where somebody says to live there. */
const VILLAGE = new RegExp(
  `(?:[村屯庄寨湾坪冲坝塘沟])(?:民小组)?((?:第?${N}(?:村民小组|小组|组|社|队)|[\u4e00-\u9fff]{1,3}(?:组|屯|湾|自然村))${S}(?:附)?[0-9一二三四五六七八九十]{1,4}号(?:附[0-9]{1,3}号|之[一二三四五0-9])?)(?!楼|线|门|院|井)`,
  'g',
)
const HOUSE = new RegExp(
  `(?:家住|居住|住在?|我家(?:是|在)?|家在|户籍|户口|住址|家庭地址|家庭住址|门牌号?|地址|送到|寄到|寄往|租房|租住|老家|老宅|自建房|上门到)[^，。；,;0-9]{0,16}?((?:${N}弄)?[0-9]{1,4}(?:号|-[0-9]{1,3}号)(?:院[内里]?)?(?:附[0-9]{1,3}号?|之[一二三四五0-9])?(?:${N}室)?)(?!楼|线|门|井|栋|幢)`,
  'g',
)

/** 602和702协商, 去1904敲门 */
const BOTH = new RegExp(
  `(?<![0-9A-Za-z第])${ROOM}(?:室|户)?[和与跟、]${ROOM}(?:室|户)?(?=(?:两|都|协商|因|为|之间|互|吵|打|闹|发生|反映|投诉|的(?:住户|业主|邻居)|住户|业主|邻居))`,
  'g',
)
const KNOCKED = new RegExp(
  `(?<=[去到敲找上]|[敲去找]了|通知|提醒|联系)${ROOM}(?=(?:的?(?:门|家)|敲|上门|没人|查看|核实|沟通|找|拜访|那|缴费|交费|配合|维修))`,
  'g',
)
/** 803漏到703 */
const LEAKED = new RegExp(`(?<=[漏渗滴流][到进])${ROOM}`, 'g')
/** 20-1的租客, 住19-1: floor and door where nothing else says so. */
const PAIR = '[0-9]{1,2}[-—–][0-9]{1,2}(?:[-—–][0-9]{1,2})?'
const LIVED_PAIR = new RegExp(
  `(?:联排|叠拼|双拼)?(?<![0-9A-Za-z.\\-—–/])${PAIR}(?=(?:的|号)?(?:租客|住户|业主|邻居|那户|那家|户主|房东|漏水))|(?<=(?:家住|住在|住|楼上|楼下|隔壁|对门))${PAIR}(?![0-9.\\-—–/:：年月日号%层楼栋幢期单元天岁个万千人户小])|(?:(?<=[里苑院园村区城府家住])|(?<=^|[,、(])(?!19|2[0-6]))[1-4]?[0-9]-[1-9]-[0-9]{1,2}(?=[的住家,。、()]|业主|$)`,
  'g',
)
/** 801户把过道堵了; not 共801户. */
const HOUSEHOLD =
  /(?<![0-9A-Za-z第共约有近余达计前后超])[1-9][0-9]?0[1-9]户(?=把|说|反映|天天|半夜|每天|每晚|又|长期|漏|装修|私)/g
/** 9号附3号2楼 */
const ATTACHED = /[0-9]{1,4}号附[0-9]{1,3}号(?:[0-9]{1,2}楼)?/g
/** Where one room is said, those listed behind it are: 1201、1202和1301室. */
const LISTED = new RegExp(`^(?:${S}[、和及与，,/]${S})(${ROOM}(?:号房|室|房|户)?)`)

/** Before or after: rooms the public goes to, offices, wards, and what only looks like a room. */
const PUBLIC_BEFORE =
  /(?:大厅|档口|摊位|市场|商城|服务中心|便民中心|办公楼|行政楼|综合楼|政务|教学楼|实验楼|门诊|住院|医院|病房|会议|接待|信访|法院|仲裁|调解|政府|税务局|公安局|派出所|[一-龥]局|委员会|酒店|宾馆|旅馆|招待所|影院|考场|教室|图书馆|机房|学院|学校|中学|小学|大学|体育馆|窗口|商场|写字楼|出入境|航站楼|候机|车站|科室|诊区|诊室|养老院|敬老院|服务站|卫生站|卫生院|美食城|驾校|网吧|万达|产房|墓地|公墓|取件码(?!的)|停车场|地下停车库|[Kk][Tt][Vv])[^，。；,;！!：:]{0,8}$/
/** Where people live, though a school or an office stands before it. */
const LIVED_IN = /(?:家属|宿舍|对面|旁边?|附近|小区|花园|公寓|家园|后面|隔壁|住)[^，。；,;]{0,8}$/
const PUBLIC_AFTER =
  /^(?:的|号)?(?:底商|商户|门市|办公|会议|教室|窗口|诊室|包厢|包间|机房|配电|泵房|号线|路公交|路车|公交|病房|病床|床|活动|阅览|值班|接待|调解|档案|实验|柜台|诊区|考场|候诊|商铺|铺|门面|展厅|展位|车位|信箱|监控|财务|投影|店|档口|公司|号?位|网格|机位|街区|医院|国道|省道)/
/** 一梯三户: how a building is laid out. */
const LAID_OUT = /^[一二两三四五六0-9]梯[一二两三四五六七八九十0-9]+户$/
const MEASURED =
  /^(?:元|块|米|天(?!天)|年(?!轻)|月(?!底)|日(?!夜)|个|人(?!家)|平(?!时)|路|多|余|余户|户居民|多户|℃|度|分|秒|小时|次|辆|件|名|%|％|瓦|千|万|吨|斤|克|升|毫|公|厘|号文|届|期|班|余?家|伏|线)/

/** 河西组18号: groups of a village that have names. */
const GROUP =
  /(?<![\u4e00-\u9fff])[东西南北上下前后中新老大小]?[河沟湾塘坪坝垭岭山桥井屋湖西东南北][东西南北上下]?组[0-9]{1,3}号(?!楼|线|门|选)/g
const MORE = [GROUP, LEAKED, LIVED_PAIR, HOUSEHOLD, ATTACHED]

/** Without a digit or a numeral before what is counted in a house there is no room: most texts end here. */
const NUMBERED = /[0-9〇零]|[一二三四五六七八九十][号栋幢座楼层室户排组小队社单梯门弄巷区期大村生]/

const NUMERALS: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  棟: '栋',
  單: '单',
  號: '号',
  樓: '楼',
  層: '层',
  戶: '户',
}

/** Sign for sign: 叁栋贰单元, 5棟1單元, 幺栋两单元, and 搂 that was typed for 楼. */
const plainNumerals = (text: string): string =>
  text
    .replace(/[壹贰叁肆伍陆柒捌玖棟單號樓層戶]/g, (c) => NUMERALS[c] ?? c)
    .replace(/幺(?=[〇零一二三四五六七八九幺栋幢号])/g, '一')
    .replace(/两(?=单元|号楼)/g, '二')
    .replace(/(?<=号)搂/g, '楼')

/** Positions of homes in a narrowed text. */
export function findRooms(whole: string): Personal[] {
  const text = plainNumerals(whole)
  if (!NUMBERED.test(text)) return []
  const finds: Personal[] = []
  const isHomely = (from: number, found: string): boolean => {
    const before = text.slice(Math.max(0, from - 16), from)
    const after = text.slice(from + found.length, from + found.length + 4)
    if (PUBLIC_AFTER.test(after) || (PUBLIC_BEFORE.test(before) && !LIVED_IN.test(before))) return false
    if (/^[A-Za-z]?[0-9〇零一二三四五六七八九]+$/.test(found) && MEASURED.test(after)) return false
    return !/[*＊共]$/.test(before) && !LAID_OUT.test(found)
  }
  const add = (from: number, found: string) => {
    if (isHomely(from, found)) finds.push({ kind: 'room', from, to: from + found.length })
  }
  for (const pattern of [FULL, LANED, HIGH, ALONE, SIDED, LIVED, BOTH, KNOCKED, ROW, TEAM, LANE_HOUSE, ...MORE])
    for (const { 0: found, index } of text.matchAll(pattern)) add(index, found)
  for (const { 0: found, index } of text.matchAll(DASHED)) if (isHome(text, index, found)) add(index, found)
  for (const { from, to } of bareRooms(text)) add(from, text.slice(from, to))
  for (const pattern of [HOME_CUE, VILLAGE, HOUSE])
    for (const { 0: whole, 1: room = '', index } of text.matchAll(pattern))
      add(index + whole.length - room.length, room)
  return finds.map((find) => {
    let { to } = find
    for (let more = LISTED.exec(text.slice(to, to + 14)); more !== null; more = LISTED.exec(text.slice(to, to + 14))) {
      const [whole, room = ''] = more
      if (!isHomely(to + whole.length - room.length, room)) break
      to += whole.length
    }
    return { ...find, to }
  })
}

const HOME_BEFORE =
  /(?:小区|花园|家园|苑|园|府|城|庭|湾|郡|里|居|邸|公寓|新村|社区|门第|轩|阁|名都|墅|世家|御景|丽景|半岛|国际|公馆|院子|首府|住|业主|户主|家|楼上|楼下|隔壁|对门|地址|址|房号|房)(?:是|为|在|的|：|:|\s){0,2}$/
const HOME_AFTER = /^(?:查看|上门|敲门|入户|室|号?房|户|的?业主|的?住户|的租|住户|租|邻居|家|的?漏水|漏水|楼上)/

/** 1-101, C12-902: building and door; a code, a line or a phone otherwise. */
const DOORS = /^(?:[1-9]|[1-4][0-9])(?:0[1-9]|1[0-2])$/
const CODED = /[0-9A-Za-z号编码第日时期型款版图表票单件格为写路线机桩杆井牌码是]$/
const COUNTED = /^(?:元|块|米|年|月|日|个|人|号|路|条|型|款|版|平|度|次|集|章)/

/** 3-2-1201 has three parts and a room's number at the end; 3-1201 needs a home before or after it. */
function isHome(text: string, from: number, found: string): boolean {
  const before = text.slice(Math.max(0, from - 8), from)
  const after = text.slice(from + found.length, from + found.length + 4)
  const parts = found.split(/[-—–#]/)
  if (HOME_BEFORE.test(before) || HOME_AFTER.test(after)) return true
  if (parts.length === 2) return DOORS.test(parts[1] ?? '') && !CODED.test(before) && !COUNTED.test(after)
  return parts.length >= 3 && !/(?:[号编第日时]|[0-9]期)$/.test(before) && Number(parts.at(-1)?.slice(-2)) <= 20
}
