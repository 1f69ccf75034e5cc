/** Full-width ASCII as on a Chinese keyboard, the wide space, and two digits' look-alikes. */
const narrowed = (code: number): number => {
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0
  return code === 0x3000 || code === 0xa0 ? 0x20 : code
}

/** Traditional forms that stand in names and in what is said most; one unit each, so places in the text stay the same. */
const TRADITIONAL =
  '區区縣县鎮镇鄉乡灣湾橋桥園园邊边號号樓楼棟栋單单層层戶户門门機机場场廣广東东車车電电氣气燃燃漏漏火火煤煤塵尘聲声' +
  '噪噪響响業业務务環环歡欢錢钱資资債债費费價价罰罚醫医院院藥药學学習习師师幼幼園园費费廠厂礦矿鋼钢鐵铁銀银錦锦綠绿' +
  '瀾澜麗丽雲云龍龙鳳凤鶴鹤鹿鹿鳥鸟馬马魚鱼嶺岭陽阳陰阴島岛濱滨漢汉漁渔爐炉燈灯煙烟災灾滅灭無无與与對对個个們们這这' +
  '來来時时間间會会說说話话請请問问題题處处理理經经過过還还後后從从進进運运動动勞劳員员組组織织辦办發发給给買买賣卖' +
  '壞坏壓压斷断開开關关閉闭塊块難难險险嚴严實实質质產产權权證证據据記记錄录調调護护衛卫點点裡里裏里嗎吗麼么幾几萬万' +
  '兩两億亿歲岁週周節节飛飞髒脏臭臭亂乱廢废垃垃圾圾溝沟淹淹涼凉熱热凍冻凈净淨净'
const simplified = new Map<number, number>()
for (let i = 0; i + 1 < TRADITIONAL.length; i += 2)
  simplified.set(TRADITIONAL.charCodeAt(i), TRADITIONAL.charCodeAt(i + 1))

/**
 * The text as the finders read it: narrow, lower-case Latin, simplified. Every UTF-16 unit becomes one unit, so a place
 * in the result is the place in the text.
 */
export function plainOf(text: string): string {
  let plain = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const to = simplified.get(code) ?? narrowed(code)
    const lower = to >= 0x41 && to <= 0x5a ? to + 0x20 : to
    if (lower === code) continue
    plain += text.slice(from, i) + String.fromCharCode(lower)
    from = i + 1
  }
  return plain + text.slice(from)
}
