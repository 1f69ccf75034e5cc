import type { Fault, Reply } from './reply.ts'

const REQUEST = {
  title: '路灯不亮',
  content: '江湾社区三号楼前的路灯坏了半个月，晚上看不见路，希望尽快修复路灯，并说明为什么拖这么久。',
  demand: '修复路灯；说明拖延原因',
}
const GOOD =
  '您好：经现场核实，三号楼前2盏路灯因电缆受潮损坏。我单位已于3月5日更换电缆并修复路灯，拖延的原因是配件缺货。感谢您的反映。'

/** One reply made by hand with the faults a reviewer sees in it. */
type Labelled = { reply: Reply; faults: readonly Fault[] }

const reply = (over: Partial<Reply>): Reply => ({
  ...REQUEST,
  handling: '',
  publicReply: GOOD,
  solved: 'solved',
  solvedReason: null,
  policyBasis: null,
  contacted: true,
  earlier: [],
  ...over,
})
const one = (faults: readonly Fault[], over: Partial<Reply>): Labelled => ({ reply: reply(over), faults })

/** Requests with a sound reply to each: what a unit writes when all is well. */
const SOUND: readonly Partial<Reply>[] = [
  {},
  {
    title: '井盖破损',
    content: '学府路井盖破了',
    demand: '更换井盖',
    publicReply: '您好：经核实井盖为通信井盖，已于6月2日更换新井盖并恢复路面。感谢您的反映。',
  },
  {
    title: '退押金',
    content: '健身房不退押金',
    demand: '退还押金',
    publicReply: '您好：经调解，商家已于5月10日将押金500元退还到您的账户。感谢您对我们工作的支持。',
  },
  {
    title: '夜间施工',
    content: '工地夜里十二点还在施工',
    demand: '停止夜间施工',
    publicReply: '您好：执法人员6月3日到工地检查，已责令其22时后停止夜间施工，并立案处罚。',
  },
  {
    title: '垃圾',
    content: '楼下垃圾三天没清',
    demand: '清运垃圾',
    publicReply: '您好：环卫站已于当天清运垃圾3车，并改为每天两次清运。',
  },
  {
    title: '公交',
    content: '302路公交等太久',
    demand: '增加班次',
    solved: 'planned',
    solvedReason: '运力不足',
    publicReply: '您好：302路高峰班次不足情况属实。计划于9月底前增加2个班次，届时在站台公告。',
  },
  {
    title: '加装电梯',
    content: '想加装电梯',
    demand: '咨询加装电梯补贴',
    solved: 'explained',
    publicReply: '您好：根据《既有住宅加装电梯管理办法》第六条，每台补贴10万元，请到区住建局窗口申请加装电梯补贴。',
  },
  {
    title: '低保',
    content: '低保没批',
    demand: '说明低保未批的原因',
    solved: 'explained',
    publicReply: '您好：依据《社会救助暂行办法》规定，您家人均收入高于标准，不符合低保条件，原因已当面说明。',
  },
  {
    title: '漏水',
    content: '楼上漏水物业不管',
    demand: '协调维修漏水',
    publicReply: '您好：物业已联系楼上住户，5月8日完成漏水点维修，现已不再渗漏。',
  },
  {
    title: '噪音',
    content: '广场舞噪音大',
    demand: '降低广场舞音量',
    solved: 'partly',
    solvedReason: '仍需劝导',
    publicReply: '您好：社区与广场舞队约定21时前结束并降低音量，6月起每周检查两次。',
  },
]

const EMPTY_LINES = [
  '我单位高度重视，将积极协调相关部门。',
  '我们将持续关注此类问题。',
  '下一阶段进一步加强监管。',
  '对您反映的问题我局认真对待，妥善处理。',
  '我单位将切实做好相关工作。',
  '感谢关注，我们会引起重视。',
  '我们会尽快处理。',
  '将加大力度，强化管理。',
  '我局会持续跟进。',
  '请您放心，我们一定妥善处理。',
  '单位领导高度重视。',
  '今后不断提升服务水平。',
]
const REFUSALS = [
  '您反映的问题不属于我单位职责范围。',
  '经研究，暂不具备安装条件。',
  '您的申请不符合条件。',
  '我单位无法解决。',
  '该地块未列入改造。',
  '此事我们无权处理。',
  '经讨论不予补偿。',
  '不能办理。',
  '我单位没有执法权。',
  '不同意增设。',
  '暂不考虑增加。',
  '不宜在此处安装路灯。',
]
const AHEADS = [
  '路灯将于下月修复。',
  '拖延原因正在核实。',
  '路灯正在维修。',
  '路灯尚未修复。',
  '待配件到货后再修路灯。',
  '预计于六月修复路灯。',
  '路灯计划年底更换。',
  '目前仍在采购路灯。',
  '下一步将修复路灯。',
  '暂未修复路灯。',
  '路灯不属于我单位管理范围。',
  '拟于7月修路灯。',
]
const DONES = [
  '路灯问题已解决。',
  '路灯已全部修复完毕。',
  '路灯已修好。',
  '诉求已办结。',
  '路灯已更换完毕。',
  '路灯已整改到位。',
  '该事项已处理完毕。',
  '路灯已恢复正常。',
  '问题已得到解决。',
  '路灯已修复完成。',
  '情况已妥善解决。',
  '此事已解决。',
]
const LEAKS = [
  '维修电话13900001111。',
  '已告知业主张建国。',
  '已联系陈晓红女士。',
  '住户3栋2单元1201室已确认。',
  '车主车牌浙A12345。',
  '身份证11010519491231002X已核。',
  '联系人：周敏。',
  '已与王先生沟通。',
  '退到卡6222020200112233445。',
  '请发邮件到a.b@mail.example。',
  '李秀英女士表示满意。',
  '施工负责人郭磊已道歉。',
]
const BLANKS = [
  'XX小区路灯已修复。',
  '您反映的某某路问题已修复。',
  '【此处填写单位】已办理。',
  '我单位于____完成。',
  'XX路段路灯已修。',
  '××小区居民您好。',
  '某某公司已整改。',
  '（填写时间）已修复。',
  'XX年XX月已完成。',
  '感谢您对XX局的支持。',
  '【单位名称】答复如下。',
  '某某小区已处理。',
]
const OFF = [
  '您好：停车场收费按规定公示，感谢您。',
  '您好：学校已公布招生方案。',
  '您好：公积金可线上提取。',
  '您好：图书馆周一闭馆。',
  '您好：疫苗已到货。',
  '您好：社保已补缴。',
  '您好：菜市场已消毒。',
  '您好：河道已清淤。',
  '您好：驾校已退费。',
  '您好：快递已派送。',
  '您好：门票已退。',
  '您好：空调已更换滤芯。',
]
const LATER = [
  '路灯电缆故障，配件缺货是拖延原因，修复工作正在推进。',
  '路灯修复需要采购配件，原因如上。',
  '路灯修复方案已报批，拖延原因是审批。',
  '正在采购路灯配件，拖延原因是缺货。',
  '路灯修复仍在排队，原因是人手不足。',
  '已派人修复路灯的一部分，拖延原因是缺配件。',
  '路灯修复中，拖延原因已说明。',
  '路灯修复由电力公司实施，拖延原因是交叉施工。',
  '修复路灯的招标正在进行，拖延原因是流标。',
  '路灯修复已列入计划，拖延原因是经费。',
  '正在协调电力公司修复路灯，拖延原因是停电申请。',
  '路灯修复待批复，拖延原因是流程。',
]
const EARLIER = [
  '您好：经核实，望岳家园门口2盏路灯因电缆受潮损坏。我单位已于3月5日更换电缆并修复路灯，拖延的原因是配件缺货。感谢您的反映。',
]

/** An own set with known faults: a hundred and more made replies, each fault a dozen times. */
export const LABELLED: readonly Labelled[] = [
  ...SOUND.map((over) => one([], over)),
  ...EMPTY_LINES.map((line) => one(['empty'], { publicReply: `${GOOD}${line}` })),
  ...REFUSALS.map((line) =>
    one(['no-basis'], { solved: 'unsolved', publicReply: `您好：关于修复路灯和拖延原因。${line}` }),
  ),
  ...AHEADS.map((line) => one(['contradiction'], { publicReply: `您好：关于修复路灯和拖延原因，${line}` })),
  ...DONES.map((line) =>
    one(['contradiction'], { solved: 'unsolved', publicReply: `您好：3月5日修复路灯，拖延原因是缺货。${line}` }),
  ),
  ...LEAKS.map((line) => one(['personal'], { publicReply: `${GOOD}${line}` })),
  ...BLANKS.map((line) => one(['copied'], { publicReply: `${GOOD}${line}` })),
  ...OFF.map((line) => one(['unanswered'], { publicReply: line })),
  ...LATER.map((line) => one(['no-date'], { solved: 'partly', publicReply: `您好：${line}` })),
  ...['江湾社区三号楼前', '学府路口', '三号楼门口', '阳光小区门口'].map((place) =>
    one(['copied'], { publicReply: EARLIER[0]?.replace('望岳家园门口', place) ?? '', earlier: EARLIER }),
  ),
]
