import type { EndpointName } from '#contract/api.ts'
import { mayCall } from '#contract/may-call.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Words } from '../language.ts'
import type { IconName } from '../ui/Icon.tsx'

/** A page of the frame. Who may open it is read from the rights of the endpoint it cannot do without. */
export type Page = {
  to: string
  name: Words
  needs: EndpointName
  roles?: readonly Role[]
  /** looked into now and then: nobody's day begins here */
  aside?: true
}
type RailEntry = { key: string; word: Words; icon: IconName; pages: readonly Page[] }

/** The chain as its order, then figures and administration. */
export const rail: readonly RailEntry[] = [
  {
    key: 'accept',
    word: { zh: '接', en: 'Accept' },
    icon: 'accept',
    pages: [{ to: '/seat', name: { zh: '受理台', en: 'Seat desk' }, needs: 'acceptOrder' }],
  },
  {
    key: 'dispatch',
    word: { zh: '派', en: 'Dispatch' },
    icon: 'dispatch',
    pages: [
      { to: '/dispatch', name: { zh: '派单台', en: 'Dispatch desk' }, needs: 'dispatchOrder' },
      { to: '/returns', name: { zh: '退单审核', en: 'Returns' }, needs: 'listReturns' },
      {
        to: '/catalogue',
        name: { zh: '派单目录', en: 'Catalogue' },
        needs: 'listCityVersions',
        roles: ['dispatcher', 'dispatch-lead', 'analyst', 'leader', 'administrator'],
        aside: true,
      },
      {
        to: '/calibration',
        name: { zh: '动态校准', en: 'Calibration' },
        needs: 'listCalibrationRounds',
        aside: true,
      },
      {
        to: '/straight-through',
        name: { zh: '直派', en: 'Straight-through' },
        needs: 'straightThrough',
        roles: ['dispatch-lead', 'leader', 'analyst'],
      },
    ],
  },
  {
    key: 'handle',
    word: { zh: '办', en: 'Handle' },
    icon: 'handle',
    pages: [
      { to: '/unit', name: { zh: '承办工作台', en: 'Unit desk' }, needs: 'signAssignment' },
      {
        to: '/consultations',
        name: { zh: '规则征求意见', en: 'Rule changes' },
        needs: 'listConsultations',
        aside: true,
      },
      { to: '/posts', name: { zh: '网格员', en: 'Grid workers' }, needs: 'setGridWorker', aside: true },
    ],
  },
  {
    key: 'supervise',
    word: { zh: '督', en: 'Oversee' },
    icon: 'supervise',
    pages: [
      { to: '/review', name: { zh: '审核', en: 'Review' }, needs: 'reviewReply' },
      {
        to: '/supervision',
        name: { zh: '督办', en: 'Supervision' },
        needs: 'listOrders',
        roles: ['supervisor', 'shift-lead', 'leader', 'unit-leader'],
      },
      {
        to: '/problems',
        name: { zh: '问题工单', en: 'Problem orders' },
        needs: 'listProblemOrders',
        roles: ['dispatch-lead', 'shift-lead', 'supervisor', 'leader'],
      },
      {
        to: '/alerts',
        name: { zh: '预警', en: 'Alerts' },
        needs: 'listAlerts',
      },
      {
        to: '/clusters',
        name: { zh: '同一事项', en: 'Same matter' },
        needs: 'matterClusters',
        roles: ['supervisor', 'shift-lead', 'dispatch-lead', 'dispatcher', 'leader', 'analyst'],
      },
    ],
  },
  {
    key: 'rate',
    word: { zh: '评', en: 'Rate' },
    icon: 'rate',
    pages: [{ to: '/callback', name: { zh: '回访台', en: 'Callback desk' }, needs: 'recordCallback' }],
  },
  {
    key: 'figures',
    word: { zh: '数', en: 'Figures' },
    icon: 'figures',
    pages: [
      { to: '/board', name: { zh: '今日', en: 'Today' }, needs: 'getToday' },
      { to: '/measures', name: { zh: '派单质量', en: 'Dispatch quality' }, needs: 'dispatchMeasures' },
      { to: '/orders', name: { zh: '工单', en: 'Orders' }, needs: 'listOrders' },
      { to: '/search', name: { zh: '搜索', en: 'Search' }, needs: 'searchAll' },
      { to: '/knowledge', name: { zh: '知识库', en: 'Knowledge' }, needs: 'listKnowledge' },
      {
        to: '/admin/models',
        name: { zh: '分类模型', en: 'Category models' },
        needs: 'listModels',
        roles: ['leader', 'analyst'],
      },
    ],
  },
  {
    key: 'manage',
    word: { zh: '管', en: 'Manage' },
    icon: 'manage',
    pages: [{ to: '/admin', name: { zh: '管理', en: 'Administration' }, needs: 'createStaff' }],
  },
]

function mayOpen(page: Page, roles: readonly Role[]): boolean {
  if (page.roles !== undefined) return roles.some((role) => page.roles?.includes(role))
  return mayCall(page.needs, roles)
}

/** The rail of these roles: entries without a page of theirs fall away. */
export const railFor = (roles: readonly Role[]): readonly RailEntry[] =>
  rail
    .map((entry) => ({ ...entry, pages: entry.pages.filter((page) => mayOpen(page, roles)) }))
    .filter((entry) => entry.pages.length > 0)

/** Where a person's day begins. */
export const homeOf = (roles: readonly Role[]): string => {
  const leads = roles.includes('leader') || roles.includes('analyst')
  const begins = railFor(roles).flatMap(({ pages }) => pages.filter(({ aside }) => aside !== true))
  return leads ? '/board' : (begins[0]?.to ?? '/account')
}
