import type { CallbackAnswers } from '#domain/order/event.ts'
import { chance, pick, type Random } from '#sim/random.ts'

/** Words of staff for a loaded past, written for it; what citizens say comes from the simulator. */
export const answers = [
  '已向您说明办理条件、所需材料和办理地点,您可就近前往政务服务大厅窗口办理。',
  '您咨询的事项可以通过网上办事大厅提交,审核一般需要三个工作日,请留意短信。',
  '经查询,您反映的情况属于正常调整,已向您解释原因和恢复时间。',
  '已为您查到服务电话和办公时间,如仍有疑问可再次拨打热线。',
  '相关政策自本月起执行,您的情况符合条件,请携带身份证原件办理。',
]
export const contactSummary = [
  '已电话联系,说明承办安排和预计时间。',
  '与来电人核实了具体位置和时段,约定现场查看。',
  '已联系来电人,补充了照片和门牌号。',
]
export const reasons = ['需纳入年度改造计划后实施', '涉及历史遗留问题,已向来电人解释', '依据现行规定暂不能满足']

const starts = [
  '接单后立即安排人员到现场核查',
  '经实地查看并询问周边居民',
  '组织社区、物业三方到场会商',
  '调取记录并现场核实',
]
const ends = [
  '当日完成整改并拍照留存',
  '责令责任单位限期整改,已复查合格',
  '已列入日常巡查重点,安排专人盯守',
  '完成修复,后续加强养护频次',
]

export const handling = (random: Random, title: string): string =>
  `关于“${title}”的诉求,${pick(random, starts)},情况基本属实。${pick(random, ends)}。`
export const publicReply = (random: Random, title: string): string =>
  `您好,您反映的“${title}”已处理:${pick(random, ends)}。感谢您对城市管理工作的监督。`

export function satisfaction(random: Random, happy: boolean): CallbackAnswers {
  const score = happy ? (chance(random, 0.7) ? 5 : chance(random, 0.6) ? 4 : 3) : chance(random, 0.5) ? 1 : 2
  return {
    contacted: true,
    replyTrue: happy,
    solved: happy ? (chance(random, 0.9) ? 'yes' : 'partly') : 'no',
    satisfaction: score,
    attitude: happy ? 5 : 3,
    reason: happy ? null : '问题没有解决',
    opinion: null,
  }
}
