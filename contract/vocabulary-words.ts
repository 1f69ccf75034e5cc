import type {
  Channel,
  Kind,
  Light,
  Ownership,
  PlaceType,
  RequestType,
  RespondentType,
  Urgency,
} from '#domain/city/vocabulary.ts'
import type { OrderState } from '#domain/order/states.ts'

type Words<Term extends string> = Record<Term, { zh: string; en: string }>

/** What files say for the codes of the vocabulary, as docs/glossary.md has them; a test compares the two. */
export const stateNames: Words<OrderState> = {
  draft: { zh: '录入中', en: 'Draft' },
  'pending-review': { zh: '待预审', en: 'Pending intake review' },
  answered: { zh: '直接答复', en: 'Answered' },
  'not-accepted': { zh: '不予受理', en: 'Not accepted' },
  transferred: { zh: '已转接', en: 'Transferred' },
  'pending-dispatch': { zh: '待派单', en: 'Pending dispatch' },
  'in-handling': { zh: '办理中', en: 'In handling' },
  'in-adjudication': { zh: '派单争议裁定中', en: 'In adjudication' },
  suspended: { zh: '挂账', en: 'Suspended' },
  'pending-reply-review': { zh: '待办结审核', en: 'Pending reply review' },
  'pending-callback': { zh: '待回访', en: 'Pending callback' },
  rework: { zh: '重办中', en: 'In rework' },
  closed: { zh: '已办结', en: 'Closed' },
  merged: { zh: '已并案', en: 'Merged' },
  withdrawn: { zh: '已撤单', en: 'Withdrawn' },
  archived: { zh: '已归档', en: 'Archived' },
}

export const lightNames: Words<Light> = {
  green: { zh: '绿', en: 'Green' },
  yellow: { zh: '黄', en: 'Yellow' },
  red: { zh: '红', en: 'Red' },
}

export const typeNames: Words<RequestType> = {
  consult: { zh: '咨询', en: 'Consult' },
  help: { zh: '求助', en: 'Help' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
  other: { zh: '其他', en: 'Other' },
}

export const kindNames: Words<Kind> = {
  general: { zh: '一般', en: 'General' },
  complex: { zh: '复杂', en: 'Complex' },
  urgent: { zh: '紧急', en: 'Urgent' },
}

export const urgencyNames: Words<Urgency> = {
  normal: { zh: '一般', en: 'Normal' },
  urgent: { zh: '紧急', en: 'Urgent' },
  critical: { zh: '特急', en: 'Critical' },
}

export const channelNames: Words<Channel> = {
  phone: { zh: '电话', en: 'Phone' },
  'voice-bot': { zh: '语音机器人', en: 'Voice bot' },
  sms: { zh: '短信', en: 'Text message' },
  wechat: { zh: '微信', en: 'WeChat' },
  'mini-program': { zh: '小程序', en: 'Mini-program' },
  app: { zh: '客户端', en: 'App' },
  web: { zh: '网站', en: 'Web' },
  mail: { zh: '信件', en: 'Mail' },
  'leader-box': { zh: '领导信箱', en: 'Leader’s box' },
  'grid-report': { zh: '网格上报', en: 'Grid report' },
  'transfer-110': { zh: '110 转办', en: 'Transfer from 110' },
  upstream: { zh: '上级派发', en: 'Upstream' },
  media: { zh: '媒体', en: 'Media' },
  'walk-in': { zh: '来访', en: 'Walk-in' },
  callback: { zh: '回访转单', en: 'Callback' },
}

export const placeTypeNames: Words<PlaceType> = {
  'residential-area': { zh: '小区内', en: 'Residential area' },
  road: { zh: '市政道路', en: 'Public road' },
  river: { zh: '河道', en: 'River' },
  site: { zh: '工地', en: 'Building site' },
  shop: { zh: '商铺', en: 'Shop' },
  market: { zh: '市场', en: 'Market' },
  school: { zh: '学校', en: 'School' },
  park: { zh: '公园绿地', en: 'Park or green' },
  village: { zh: '村庄', en: 'Village' },
  other: { zh: '其他', en: 'Other' },
}

export const ownershipNames: Words<Ownership> = {
  municipal: { zh: '市政', en: 'Municipal' },
  community: { zh: '小区共有', en: 'Shared by the estate' },
  village: { zh: '村集体', en: 'Village collective' },
  private: { zh: '私人', en: 'Private' },
  enterprise: { zh: '企业自管', en: 'Kept by a company' },
  unknown: { zh: '不明', en: 'Unknown' },
}

export const respondentTypeNames: Words<RespondentType> = {
  'property-company': { zh: '物业公司', en: 'Property company' },
  developer: { zh: '开发商', en: 'Developer' },
  builder: { zh: '施工单位', en: 'Builder' },
  shop: { zh: '商户', en: 'Shop' },
  platform: { zh: '平台企业', en: 'Platform' },
  employer: { zh: '用人单位', en: 'Employer' },
  school: { zh: '学校', en: 'School' },
  hospital: { zh: '医院', en: 'Hospital' },
  'public-enterprise': { zh: '公用企业', en: 'Public enterprise' },
  unit: { zh: '机关单位', en: 'Public body' },
  person: { zh: '个人', en: 'Person' },
  other: { zh: '其他', en: 'Other' },
}
