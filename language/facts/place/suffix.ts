/** What names end in, the longest first: the rest is the part that tells one from the other. */
const ENDINGS = [
  '社区卫生服务中心',
  '社区卫生服务站',
  '客运招呼站',
  '街道办事处',
  '农贸市场',
  '安置小区',
  '公共停车场',
  '口袋公园',
  '生活广场',
  '二期工地',
  '一期工地',
  '三期工地',
  '幼儿园',
  '卫生室',
  '卫生院',
  '养老院',
  '敬老院',
  '产业园',
  '工业园',
  '养殖场',
  '停车场',
  '公交站',
  '美食街',
  '步行街',
  '居委会',
  '村委会',
  '批发市场',
  '购物中心',
  '菜市场',
  '小学',
  '中学',
  '大学',
  '学校',
  '医院',
  '公园',
  '广场',
  '市场',
  '水塘',
  '水库',
  '村部',
  '小区',
  '花园',
  '家园',
  '公馆',
  '名邸',
  '雅居',
  '新村',
  '公寓',
  '大厦',
  '社区',
  '街道',
  '大道',
  '大街',
  '工地',
  '商场',
  '超市',
  '苑',
  '里',
  '村',
  '镇',
  '乡',
  '区',
  '县',
  '市',
  '路',
  '街',
  '巷',
  '道',
  '组',
  '桥',
  '站',
  '城',
  '府',
  '园',
]
const LONGEST = Math.max(...ENDINGS.map((ending) => ending.length))
const known = new Set(ENDINGS)

/** 花园 of 枫丹花园, 路 of 建设路; empty where the name has none or would be nothing else. */
function endingOf(name: string): string {
  for (let length = Math.min(LONGEST, name.length - 1); length > 0; length--) {
    const ending = name.slice(-length)
    if (known.has(ending)) return ending
  }
  return ''
}

/** What tells one name from the other: 福临 of 福临家园小区, 钟楼东 of 钟楼东小学; two characters at least. */
export function stemOf(name: string): string {
  const stem = name.slice(0, name.length - endingOf(name).length)
  const inner = endingOf(stem)
  return inner.length > 1 && stem.length - inner.length > 1 ? stem.slice(0, -inner.length) : stem
}
