import {
  channelNames,
  kindNames,
  ownershipNames,
  placeTypeNames,
  respondentTypeNames,
  stateNames,
  typeNames,
  urgencyNames,
} from '#contract/vocabulary-words.ts'
import type { AppellantType, Confidential } from '#domain/city/vocabulary.ts'
import type { AssignmentState } from '#domain/order/states.ts'
import type { Words } from '../language.ts'

/** Screens and files say the same words for the same code. */
export const orderStateWords = stateNames
export const requestTypeWords = typeNames
export const kindWords = kindNames
export const urgencyWords = urgencyNames
export const channelWords = channelNames
export const placeTypeWords = placeTypeNames
export const ownershipWords = ownershipNames
export const respondentTypeWords = respondentTypeNames

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
