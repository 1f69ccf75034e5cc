import type { Span } from '../text/span.ts'

/**
 * 1203没有水, 堵的是101和102: floor and door said as one number, and nothing else. Doors end in 01 to 12, which hardly
 * any count, price or code of a citizen does; years, lines and what is counted are told by their neighbours.
 */
const NUMBER =
  /(?<![0-9A-Za-z第.:：~～年月/#＃*+\-—–\uffff])(?:负?[A-Za-z]?(?:[1-9]|[1-3][0-9])(?:0[1-9]|1[0-2])(?:-[1-9A-D])?(?![0-9A-Za-z.:：%℃~～年*\-—–#＃\uffff])|(?<![〇零一二三四五六七八九十百千])(?:[一二三四五六七八九]{1,2}[零〇][一二三四五六七八九]|[一二三四五六七八九][零〇一二][零〇一][一二三四五六七八九])(?=[的家住那]|漏|没[水电人]|业主))/g
/** Lines, machines, institutions and counts by number. */
const OTHER_BEFORE =
  /(?:编号|读数|车次|代码|验证码|密码|号码|工号|尾号|期号|杆号|桩号|台号|机号|排队号|叫号|取号|柜号|信箱|邮编|区号|票号|单号|序号|货号|批号|楼号|[a-zA-Z]区|户号|表号|房价|均价|总价|金额|费用|工资|价格|共|总计?|约|达|近|超过?|多达|仅|有|每|满|花了?|交了?|付了?|收了?|涨到|降到|欠费?|扣了?|罚|是第|路|街|巷|道|国道|省道|高速|地铁|公交|坐|乘|坐的|接|打|拨打?|拨了|拨通|型号?|款|版|类|图|表|文|条|页|届|级|连|团|部队|代号|频道|调频|病|床|班|车|航班|[+¥￥$=×])$/
const OTHER_AFTER =
  /^(?:[\s]?(?:元|块|米|天|年|月|日|个|人|平|路|多|余|户|度|分|秒|小时|次|辆|件|名|千|万|吨|斤|克|升|毫|公|厘|号|文|届|期|班|家(?:企|公|单|商|店)|伏|线|条|张|台|只|笔|项|级|页|例|份|道|款|型|环|所|部|院|厂|国|省|县|专|高|快|站|车|航|公交|地铁|医|厅|窗|柜|诊|教|研|考|展|包|机|会|办|接警|出警|电话|热线|客服|商|铺|店|摊|档|病|床|街|网|频道|段|栋|幢|座|楼|单元|至|到[0-9]|比|[:：/])|[、和及]?[0-9])/
/** 2002 is a year unless water comes from it or somebody lives there. */
const YEARLIKE = /^20[0-2][0-9]$/
const FLOWS = /^(?:流|漏|渗|那户|住户|业主)/

export function bareRooms(text: string): Span[] {
  if (!/[0-9零〇][0-9一二三四五六七八九]/.test(text)) return []
  return [...text.matchAll(NUMBER)].flatMap(({ 0: found, index }) => {
    const before = text.slice(Math.max(0, index - 4), index)
    const after = text.slice(index + found.length, index + found.length + 4)
    if (
      found === '110' ||
      found === '112' ||
      (YEARLIKE.test(found) && !FLOWS.test(after)) ||
      OTHER_BEFORE.test(before) ||
      OTHER_AFTER.test(after)
    )
      return []
    return [{ from: index, to: index + found.length }]
  })
}
