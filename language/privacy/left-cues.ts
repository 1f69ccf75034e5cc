import { BEFORE_NAME } from './name-cues.ts'

/** What says that a name follows: a field of a form (2) or 我叫; what somebody is (1). */
const SURE =
  '户名|开户名|开户人|收款人|付款人|汇款人|借款人|担保人|签收人|真名|大名|小名|化名|曾用名|名字为|姓名为|我叫|他叫|她叫|名叫|叫做|叫|名字叫|名字是|姓名|联系人|联络人|收件人|收货人|寄件人|当事人|经办人|承办人|经手人|责任人|负责人|填表人|受理人|处理人|办理人|记录人|审核人|复核人|审批人|回访人|接件员|派单员|接线员|话务员|证明人|申请人|投诉人|被投诉人|举报人|反映人|来电人|来访人|来信人|诉求人|报案人|报警人|被申请人|被执行人|法人代表|法定代表人|法人|代理人|委托人|署名|落款|签名|签字|户主|患者|监护人|我名|本名|原名|甲方|乙方|抄送|机主|车主|登记人|产权人|被继承人|嫌疑人|证人|值班领导|带班人|值班员|分管领导|联系|诉求人系|投诉人系|自称|自称叫|自称是|化名为|署名为|取名|名为|叫个|叫什么'
/** More of what somebody is. */
export const WHO =
  '对方|工友|病友|牌友|舍友|网管|邻居家|隔壁家|师姐|师兄|师弟|师妹|经办|承办|主治|主刀|同村|同组|同班|同学家长|房屋权利人|献血者|受访对象|保护对象|供养对象|外嫁女|果农|菜农|养殖户|种植户|养蜂人|养羊户|养猪户|渔民|船主|船老大|牧民|老乡|社区干部|村干部|办案民警|包村干部|驻村干部|第一书记|联系领导|客服专员|话务员工号|坐席员|弟媳|嫂嫂|侄儿|侄媳|外孙女|外孙|姨夫|姑父|姑姑|大姨|小姨|大姨夫|小姨夫|表叔|表姑|堂妹|堂姐|舅子|小舅子|大舅子|小姨子|弟妹|妹夫|姐夫|二舅|大舅|大伯|二伯|二叔|三叔|婶婶|继父|继母|养父|养母|生父|生母|未婚夫|未婚妻|恋人|对象|前男友|前女友|快递小哥|外卖小哥|小哥|骑手|留守儿童|留守老人|老兵|退伍军人|烈属|环卫工|环卫工人|保洁员|保洁|清洁工|服务员|群主|主播|网红|学员|会员|球员|房客|二房东|租户|学徒|技师|抄表员|安检员|检票员|售票员|厨师|厨子|门卫|保管员|仓管|村会计|村民组长|小组长|生产队长|党支部书记|党委书记|副书记|副主任|副局长|副镇长|副乡长|副区长|副县长|副市长|副院长|副校长|副所长|副队长|副经理|副总|总监|区域经理|大堂经理|客户经理|安全员|施工员|监理|资料员|预算员|材料员|设计师|工程师|技术员|化验员|检验员|药师|麻醉师|麻醉医生|主治医师|主任医师|护工|护理员|育儿嫂|钟点工|家教|教练|游泳教练|健身教练|驾校教练|舞蹈老师|语文老师|数学老师|英语老师|体育老师|生活老师|辅导员|年级主任|教务主任|班长|学生家长|家长|儿童|幼儿|婴儿|新生儿|少年|青年|男子|女子|老汉|老太|老太太|大爷|大妈|男孩|女孩|小孩|病患|伤员|逃犯|犯人|服刑人员|强拆者|施工人|承建人|发包人|转包人|投保人|受益人|债权人|债务人|抵押人|出借人|贷款人|经营者|经营人|个体户|摊主|摊贩|商户|商家|卖家|买家|卖方|买方|房产中介|业务员|推销员|导购|店长|营业员|柜员|理财经理|保险员|快递员|送水工|送货员|装卸工|搬运工|泥瓦工|木匠|瓦匠|油漆工|钢筋工|架子工|塔吊司机|挖机司机|货车司机|出租车司机|网约车司机|公交司机|校车司机|驾驶员|车长|列车长|乘务员|空姐|游客|导游|团员|驴友|网民|楼主|博主|作者|记者|编辑|代表|人大代表|政协委员|委员|专干|专员|文书|计生员|护林员|防火员|河长|路长|田长|楼栋长|楼组长|单元长|街长|巡查员|协管|城管队员|城管|特警|刑警|片警|户籍民警|社区民警|法官助理|书记员|执行法官|检察官|调解员|仲裁员|公证员|律师|代书人|翻译|村医|校医|兽医|亲属|家属|亲人|长辈|晚辈|熟人|老乡|战友|校友|同桌|闺蜜|发小|师父|徒弟|搭档|合作人|合伙人|股东|董事|监事|总裁|创始人|实控人|实际控制人|财务|出纳员|人事|文员|前台|保安员|保安队长|物业主管|物业经理|物业管家|管家|业委会主任|业委会委员|业委会成员|筹备组成员|网格长|网格员|楼上邻居|楼下邻居|对门邻居|隔壁邻居|前业主|原业主|新业主|房屋产权人|公租房承租人|承租户|低保人员|特困人员|孤儿|残障人士|盲人|聋哑人|精神病人|独居老人|高龄老人|空巢老人'
const CUES = new Map<string, number>([
  ...BEFORE_NAME.split('|').map((word): [string, number] => [word, 1]),
  ...WHO.split('|').map((word): [string, number] => [word, 1]),
  ...SURE.split('|').map((word): [string, number] => [word, 2]),
])
const LONGEST = 6
const PUNCTUATION = new Set([...':：\\s "“「（(，,、/|‘\'【[—-=　'])
const JOINING = ['名为', '名叫', '姓名', '叫做', '名字', '叫', '是', '为', '系', '即']

/** 0 nothing, 1 what somebody is, 2 a field or 我叫; and 3 more where punctuation stands between. */
export type LeftCue = { cue: number; isParted: boolean; end: number }

const LAST = new Set([...CUES.keys()].map((word) => word.charCodeAt(word.length - 1)))

function cueBefore(text: string, to: number): { cue: number; from: number } {
  if (!LAST.has(text.charCodeAt(to - 1))) return { cue: 0, from: to }
  for (let n = Math.min(LONGEST, to); n >= 1; n--) {
    const cue = CUES.get(text.slice(to - n, to))
    if (cue !== undefined) return { cue, from: to - n }
  }
  return { cue: 0, from: to }
}

/** What stands before a place: 联系人：, 业主, 司机名叫 “. */
export function leftCueAt(text: string, at: number): LeftCue {
  let to = at
  for (; to > 0 && at - to < 3 && PUNCTUATION.has(text[to - 1] ?? ''); to--);
  const direct = cueBefore(text, to)
  if (direct.cue === 2) return { cue: 2, isParted: to < at, end: to }
  for (const word of JOINING) {
    if (!text.endsWith(word, to)) continue
    const { cue } = cueBefore(text, to - word.length)
    if (cue > 0) return { cue: 3, isParted: to < at, end: to }
  }
  return { cue: direct.cue, isParted: to < at, end: to }
}
