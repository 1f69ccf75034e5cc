import { type Cue, type CueAnswer, type CueModel, type CueSpan, type CueText, weighCues } from './cues.ts'

export const REQUEST_TYPES = ['consult', 'help', 'complaint', 'report', 'suggestion', 'praise', 'other'] as const
export type RequestTypeWord = (typeof REQUEST_TYPES)[number]

/**
 * Weights set by hand and checked on the sentences of bench/data/facts.jsonl; the temperature is the one under
 * which their right types are least surprising (log-likelihood .384 a sentence, .3 to 2 in tenths). The seven types are those of the city's vocabulary.
 */
const MODEL: CueModel<RequestTypeWord> = {
  answers: REQUEST_TYPES,
  prior: { consult: 0, help: 0.3, complaint: 0.5, report: -0.2, suggestion: -0.2, praise: -0.8, other: -0.6 },
  temperature: 0.4,
  cues: [
    // The caller's own word for it says most, unless it tells of an earlier call.
    {
      words:
        /(?<!多次|曾经?|已经?|之前|上次|过去|再次|反复|一直|去|向.{0,8}|被)(?:要|想|来电|强烈|实名|匿名)?投诉(?!过|了|电话|无|后|人|渠道|多次|也|都|没|件|处理)/,
      for: { complaint: 3 },
    },
    {
      words: /(?<!多次|曾经?|已经?|之前|上次|向.{0,8})(?:实名|匿名|要)?举报(?!过|了|电话|无|后|人|奖|多次|没)/u,
      for: { report: 3.6 },
    },
    {
      words:
        /(?:来电|市民|想|要|我|您好|你好|,|，|。|^)?咨询(?!师|公司|过|电话|费|服务|中心|机构)|请问|想问|问一?下|想了解|了解一下|打听/,
      for: { consult: 2.6 },
    },
    { words: /求助|救救|帮(?:帮|一下忙)/u, for: { help: 2.6 } },
    {
      words:
        /^(?:市民)?建议|(?<!强烈)建议(?=在|把|将|增|设|开|延|加|优|完|取|改|调|对|相关|有关|能|可|政府|统一|推|允|规|尽|:|：)|提(?:个|一个|一点)?建议|提议|建言|[,，。]建议/,
      for: { suggestion: 3 },
    },
    {
      words:
        /表扬|点赞|锦旗|致谢|感谢信|好人好事|拾金不昧|热心|(?:转达|代为|特来|前来|非常|衷心|万分|深表|由衷)(?:的|地)?感谢/u,
      for: { praise: 3.4 },
    },
    { words: /(?:感谢|感激|谢谢)(?!.{0,4}[!！。]?$).{2,}/u, for: { praise: 1.6 } },
    // How a question about rules and offices sounds.
    {
      words:
        /怎么.{0,4}(?:补办|注销|解冻|查询|认定|报名|开通|退)|怎么(?:办理|申请|交|缴|领|查|报|算|收费|办|弄|处理)|如何(?:办理|申请|缴|领取|查询|报名|计算|收费|办|认定)|(?:需要|要带?|带|准备)(?:哪些|什么|啥)|(?<!没有?)什么(?:材料|手续|条件|证件|流程|政策|标准|要求|时候(?:发|开|可以|能|到账|报名|办|交|放|领|出))|多少(?:钱|岁|天|年|平|分)|去哪(?:里|儿)?|在哪(?:里|儿)?|哪(?:个|些)(?:部门|窗口|条件|材料|地方|小区|手续)|几(?:号|点|天)|(?:能|可)不(?:能|可以)(?:报销|办|申请|领|用|落户|补|退税|转)|能否(?:报销|办|申请|领|落户)|还能|是否(?:符合|可以|需要|有|能)|有没有(?:补贴|政策|规定|优惠)|标准是|范围是|开不开|吗[?？]?$|呢[?？]?$/,
      for: { consult: 1.9 },
    },
    { words: /[?？]/u, for: { consult: 0.7 } },
    {
      words: /政策|补贴|申请|办理|报销|户口|落户|社保|医保|公积金|退休|低保|证明|材料|招生|报名/u,
      for: { consult: 0.5, help: 0.1 },
    },
    // What is broken or missing and shall be mended.
    {
      words:
        /停水|停电|停气|停暖|断水|断电|没水|没电|没气|来水|来电了?吗|漏水|堵(?:了|塞|住)|坏了|不亮|断了|掉落|倒了|倒伏|爆管|破损|损坏|故障|失灵|积水|塌|裂|不见了|没了|缺失|丢(?:了|失)|打不开|打不出|不通|冒(?:污水|水|烟|火|出来)|是黄的|砸到|砸中|闪(?:烁|个不停)|就闪|松动|没亮|亮不起|刷不开|进不去|出不(?:去|来)|返味|爆了|有个?.{0,2}坑|掉进|摔了|冻结|冒用|站牌|没有(?:斑马线|护栏|路灯|围栏|减速带)|倒灌|粪水|浑浊|异味|怪味|卡住|黑漆漆|漆黑/,
      for: { help: 1.5 },
    },
    {
      words:
        /走失|迷路|独居|生病|救护|被困|困在|晕倒|困难(?:家庭|户)?|残疾|孤寡|流浪|被封|寻找|找一?下|查一下|没人照顾|没(?:地方|钱)/,
      for: { help: 1.7 },
    },
    {
      words:
        /请(?:.{0,8})(?:维修|修复|抢修|修好|修理|清理|疏通|安排|派人|派|救|送|检测|化验|处理|查看|看看|上门|围挡|划|固定|填平|调解|更正|注销|关阀|疏导|引导|检修|找人)|希望(?:.{0,8})(?:维修|修复|派人|上门|疏导|安排|更换|检测|恢复)|帮忙|帮助|什么时候(?:能)?(?:来|修|恢复|通)/,
      for: { help: 1.2 },
    },
    { words: /着火|起火|爆炸|漏气|煤气味|触电|跳楼|溺水|自杀|轻生|塌陷|昏迷|受伤/u, for: { help: 1.5 } },
    // What somebody does wrong to the caller.
    { words: /扰民|噪音|噪声|吵|油烟|臭|异响|灰尘|扬尘|打桩|装修|广场舞|喇叭|震(?:得|动)/u, for: { complaint: 1.1 } },
    {
      words:
        /态度|骂|气愤|保修|停业|卡里|拆了|放外人|不归|推诿|踢皮球|敷衍|不作为|不管|没人管|无人管|不理|不处理|没有结果|没结果|互相推|拒绝|不肯|不承认|不负责|不给(?!.{0,3}路)|不让|服务差/,
      for: { complaint: 1.3 },
    },
    {
      words:
        /拖欠|欠(?:了|薪|工资)|不退|不还|退款|退费|退钱|退房|乱收费|多收|收费(?:不合理|太高|过高|贵)|涨(?:价|了|到)|押金|定金|骗|跑路|关门|倒闭|虚假|质量|延期|违约|霸王|克扣|赔|强制|欺负|损失|霸占|店员|客服|卖的/,
      for: { complaint: 1.4 },
    },
    {
      words:
        /不合理|不满|意见很大|太过分|影响(?:休息|睡眠|生活|学习|出行)|睡不着|受不了|忍无可忍|苦不堪言|崩溃|没有动静|不打扫|没人(?:打扫|清|修)|乱(?:停|放|堆)|堆(?:满|了)/,
      for: { complaint: 1 },
    },
    { words: /物业|开发商|老板|商家|快递|平台|教练|房东|中介|健身房|驾校|公交/u, for: { complaint: 0.5 } },
    // What somebody does against the law.
    {
      words:
        /无证|无照|无资质|健康证|消防(?:验收|设施)|群租|处方|环评|鬼秤|缺斤|短斤|工业盐|行医|长期占用|死猪|没有(?:资质|医疗资质|营业执照|执照|手续)|违法|违章|违建|非法|私自|擅自|私搭|偷(?:排|倒|税|采|挖)|盗(?:采|伐|挖)|假(?:冒|货|酒|药|证)|伪劣|过期|地沟油|赌博|传销|黑(?:作坊|车|诊所|网吧|中介)|超载|超限|电(?:打)?鱼|砍伐|焚烧|贿|回扣|套取|冒领|吸毒|卖淫|走私|有毒|抛洒|无牌|排(?:放)?(?:废|污|粪|到)|占用(?:耕地|农田|基本农田)|在耕地/,
      for: { report: 1.9, complaint: 0.1 },
    },
    {
      words: /有人(?:在|私|擅|偷|把|用|乱|聚)|有(?:个|一家|一个|一伙).{0,12}(?:赌|骗|偷|私|违|非法)/u,
      for: { report: 0.8 },
    },
    // What could be better for all.
    {
      words:
        /增(?:设|加|派|开)|加装|开通|延长|优化|完善|改善|规划|设(?:置|立)|装个|推广|统一|合理(?:安排|设置|规划)|应该(?:有|设|加|增)|最好(?:能)?|不如|希望(?:能)?(?:有|增|开|延|把|在)|能不能(?:在|把|增|设|开)|能否(?:在|把|增|设|开|加)/,
      for: { suggestion: 1.5 },
    },
    { words: /没什么事|打错了|说说话|没有什么要求|试一下|随便(?:问问|打打|聊)|聊聊|没事了|不用了/u, for: { other: 3 } },
  ],
}

const DANGER: Cue<RequestTypeWord> = { words: /$/u, for: { help: 1.2 } }

/** Type of request with calibrated probability and the words for it; all seven, the likeliest first. */
export const weighRequestTypes = (
  texts: readonly CueText[],
  danger: readonly CueSpan[] = [],
): CueAnswer<RequestTypeWord>[] =>
  weighCues(
    MODEL,
    texts,
    danger.slice(0, 1).map((span) => ({ cue: DANGER, span, factor: 1 })),
  )
