import type { Span } from '../../text/span.ts'

/** 新阳光小区 is not 阳光小区. */
const ANOTHER_BEFORE = /[新老大小金银东西南北]$/u
const NAMED_BEFORE =
  /(?:在|住|到|从|往|去|于|是|离|距|至|经|过|路|街|巷|区|市|镇|乡|村|县|道|的|[^\p{Script=Han}])[新老大小东西南北]$/u
/** 解放路小学 is not 解放路, though near it. */
const ANOTHER_AFTER =
  /^(?:小学|中学|幼儿园|医院|派出所|支行|分行|分理处|社区|街道|菜市场|农贸市场|市场|小区|花园|公园|广场|大厦|公馆|家园|新城|新村|分店|店|支队|大队|卫生院|卫生室|敬老院|养老院|停车场|商场|地铁站|站点)/u
const OFFICE_AFTER =
  /^(?:人民)?(?:政府|法院|检察院|公安|教育局|城管|住建|卫健|人社|民政|税务|信访|市场监管|市监|自然资源|不动产|交警|执法|环保局|生态环境|供电|自来水|燃气|政务|行政|纪委|\p{Script=Han}{1,4}[局委办厅])/u
const PLACED_BEFORE = /(?:在|位于|地址[是为:：]?|地点[是为:：]?|家住|居住|住在?|坐落于?|来自|地处|发生于)[ “"「]?$/u
const PLACED_AFTER =
  /^[”"」]?(?:里|内|门口|旁边?|附近|对面|楼下|路口|交叉|段|周边|东侧|西侧|南侧|北侧|路段|北门|南门|东门|西门|大门|后面|前面|这边|那边|入口|出口|沿线|的?(?:居民|业主|住户|村民|商户))/u
const PASSED_BEFORE = /(?:到|去|往|至|从|由|经过|距离?|离|比如|例如|像)[ “"]?$/u

type Surroundings = {
  /** how much of its likelihood a name keeps beside these words: they may make another name of it */
  keeps: number
  /** how much they speak for the name being where the matter is */
  placed: number
}

/** What stands right before and after a name, eight characters each way. */
export function surroundingsOf(plain: string, { from, to }: Span, hasHouse: boolean): Surroundings {
  const [before, after] = [plain.slice(Math.max(0, from - 8), from), plain.slice(to, to + 8)]
  const otherBefore = ANOTHER_BEFORE.test(before) && !NAMED_BEFORE.test(before)
  const otherAfter = !hasHouse && ANOTHER_AFTER.test(after)
  const office = OFFICE_AFTER.test(after)
  const placed =
    (PLACED_BEFORE.test(before) ? 1.25 : PASSED_BEFORE.test(before) ? 0.8 : 1) *
    (hasHouse || PLACED_AFTER.test(after) ? 1.2 : 1) *
    (office ? 0.5 : otherAfter ? 0.7 : 1)
  return { keeps: (otherBefore ? 0.45 : 1) * (otherAfter ? 0.45 : 1), placed }
}
