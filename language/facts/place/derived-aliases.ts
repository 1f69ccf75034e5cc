import { stemOf } from './suffix.ts'

/** How the ending of a name is said otherwise. `''` leaves it out: then the stem alone must be long enough to be a name. */
const SAID_OTHERWISE: readonly (readonly [ending: string, others: readonly string[]])[] = [
  ['安置小区', ['安置房', '安置点', '拆迁安置小区', '安置社区', '回迁小区']],
  ['小区', ['社区', '住宅小区', '居民小区', '生活区', '']],
  ['花园', ['花园小区', '花苑', '']],
  ['家园', ['家园小区', '佳园', '']],
  ['公馆', ['公馆小区', '']],
  ['名邸', ['名邸小区', '']],
  ['雅居', ['雅居小区', '雅苑', '']],
  ['新村', ['新村小区', '']],
  ['苑', ['苑小区']],
  ['里', ['里小区']],
  ['社区', ['居委会', '社区居委会', '居委', '社区服务中心', '']],
  ['村', ['村委会', '村民委员会', '村委', '村村委会', '']],
  ['街道', ['街道办', '街道办事处', '街办']],
  ['镇', ['镇政府', '镇人民政府']],
  ['乡', ['乡政府', '乡人民政府', '']],
  ['幼儿园', ['幼稚园', '托儿所']],
  ['农贸市场', ['菜市场', '市场', '菜场', '农贸', '集贸市场']],
  ['公共停车场', ['停车场', '停车库', '公共停车点']],
  ['口袋公园', ['公园', '小公园', '小游园', '游园']],
  ['生活广场', ['广场', '商场', '购物广场']],
  ['社区卫生服务站', ['卫生服务站', '社区卫生站', '卫生站', '社区医院']],
  ['卫生室', ['村卫生室', '卫生所', '诊所']],
  ['养老院', ['敬老院', '养老中心', '老年公寓', '福利院']],
  ['产业园', ['工业园', '产业园区', '工业园区', '科技园']],
  ['养殖场', ['养殖厂', '养猪场', '养鸡场', '猪场']],
  ['公交站', ['公交站台', '公交车站', '公交站点', '公交站牌']],
  ['客运招呼站', ['招呼站', '客运站', '候车亭']],
  ['美食街', ['小吃街', '小吃一条街', '美食一条街', '夜市']],
  ['二期工地', ['二期', '二期项目', '二期项目部', '二期建筑工地', '工地']],
  ['村部', ['村村部', '村委会办公楼', '村党群服务中心']],
  ['水塘', ['池塘', '鱼塘', '村水塘']],
  ['大道', ['大路', '']],
  ['大街', ['街']],
]

/** Three characters are seldom another word; two (阳光, 和顺) mean many things and no place. */
const STEM_ALONE = 3

export type Alias = { text: string; weight: number }

/** Other ways to say a name, derived from its form: 灯塔社区卫生站, 文庙菜市场, 柏树湾村委会. */
export function derivedAliases(name: string): Alias[] {
  const rule = SAID_OTHERWISE.find(([ending]) => name.endsWith(ending) && name.length > ending.length)
  if (rule === undefined) return []
  const stem = name.slice(0, name.length - rule[0].length)
  return rule[1].flatMap((other) => {
    if (other !== '') return [{ text: stem + other, weight: 0.9 }]
    return stem.length >= STEM_ALONE ? [{ text: stem, weight: 0.55 }] : []
  })
}

/**
 * A place named after its community is said with the community's whole name too: 荞麦冲村大屋组 for 荞麦冲大屋组,
 * 钟楼东社区小学 for 钟楼东小学. `region`: the community's or town's name.
 */
export function composedAliases(name: string, region: string): Alias[] {
  const stem = stemOf(region)
  if (stem === '' || stem === region || !name.startsWith(stem) || name.startsWith(region)) return []
  const rest = name.slice(stem.length)
  return rest === '' ? [] : [{ text: region + rest, weight: 0.9 }]
}
