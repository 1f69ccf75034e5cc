import type { AppellantType, Channel, Confidential, Kind, RequestType, Urgency } from '#domain/city/vocabulary.ts'
import type { AssignmentState, OrderState } from '#domain/order/states.ts'
import type { Words } from '../language.ts'

export const orderStateWords: Record<OrderState, Words> = {
  draft: { zh: '草稿', en: 'Draft' },
  'pending-review': { zh: '待预审', en: 'Intake review' },
  answered: { zh: '直接答复', en: 'Answered directly' },
  'not-accepted': { zh: '不予受理', en: 'Not accepted' },
  transferred: { zh: '已转接', en: 'Transferred' },
  'pending-dispatch': { zh: '待派单', en: 'To dispatch' },
  'in-handling': { zh: '办理中', en: 'In handling' },
  'in-adjudication': { zh: '裁定中', en: 'In adjudication' },
  suspended: { zh: '已挂账', en: 'Suspended' },
  'pending-reply-review': { zh: '待审核', en: 'Reply review' },
  'pending-callback': { zh: '待回访', en: 'To call back' },
  rework: { zh: '重办中', en: 'Rework' },
  closed: { zh: '已办结', en: 'Closed' },
  merged: { zh: '已并案', en: 'Merged' },
  withdrawn: { zh: '已撤单', en: 'Withdrawn' },
  archived: { zh: '已归档', en: 'Archived' },
}

export const assignmentStateWords: Record<AssignmentState, Words> = {
  'pending-sign': { zh: '待签收', en: 'To sign' },
  signed: { zh: '待联系', en: 'To contact' },
  processing: { zh: '办理中', en: 'In handling' },
  reported: { zh: '已反馈', en: 'Reported' },
  accepted: { zh: '审核通过', en: 'Accepted' },
  'sent-back': { zh: '被驳回', en: 'Sent back' },
  'return-requested': { zh: '退单审核中', en: 'Return under review' },
  returned: { zh: '已退单', en: 'Returned' },
  cancelled: { zh: '已撤回', en: 'Cancelled' },
}

export const requestTypeWords: Record<RequestType, Words> = {
  consult: { zh: '咨询', en: 'Question' },
  help: { zh: '求助', en: 'Help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  other: { zh: '其他', en: 'Other' },
}

export const kindWords: Record<Kind, Words> = {
  general: { zh: '一般', en: 'General' },
  complex: { zh: '复杂', en: 'Complex' },
  urgent: { zh: '应急', en: 'Emergency' },
}

export const urgencyWords: Record<Urgency, Words> = {
  normal: { zh: '一般', en: 'Normal' },
  urgent: { zh: '紧急', en: 'Urgent' },
  critical: { zh: '特急', en: 'Critical' },
}

export const channelWords: Record<Channel, Words> = {
  phone: { zh: '电话', en: 'Phone' },
  'voice-bot': { zh: '语音机器人', en: 'Voice bot' },
  sms: { zh: '短信', en: 'Text message' },
  wechat: { zh: '微信', en: 'WeChat' },
  'mini-program': { zh: '小程序', en: 'Mini program' },
  app: { zh: '手机应用', en: 'App' },
  web: { zh: '网站', en: 'Web' },
  mail: { zh: '信件', en: 'Mail' },
  'leader-box': { zh: '领导信箱', en: 'Leader’s box' },
  'grid-report': { zh: '网格上报', en: 'Grid report' },
  'transfer-110': { zh: '110 转', en: 'From 110' },
  upstream: { zh: '上级平台', en: 'Upstream' },
  media: { zh: '媒体', en: 'Media' },
  'walk-in': { zh: '来访', en: 'Walk-in' },
  callback: { zh: '回访新增', en: 'Callback' },
}

export const confidentialWords: Record<Confidential, Words> = {
  none: { zh: '不保密', en: 'Not confidential' },
  name: { zh: '不公开姓名', en: 'Name kept' },
  contact: { zh: '不公开电话', en: 'Phone kept' },
  all: { zh: '姓名电话均保密', en: 'Name and phone kept' },
}

export const appellantTypeWords: Record<AppellantType, Words> = {
  person: { zh: '个人', en: 'Person' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  organisation: { zh: '组织', en: 'Organisation' },
}
