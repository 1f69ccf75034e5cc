import type { Role } from '#domain/city/vocabulary.ts'
import type { EndpointName } from './api.ts'

/**
 * Who may call what: one row per endpoint, and no endpoint without its row (the type sees to it).
 * `everyone` needs no log-in; `staff` is any person logged in, even before a forced password change where `before` says so.
 * Which orders a role reaches is a second question, answered by scope: the hotline's roles all of the city or their
 * region, a unit's roles the orders assigned to it or to units below it (server/scope.ts).
 */
export type Right = {
  may: 'everyone' | 'staff' | readonly Role[]
  /** scope a machine's token needs; without it machines are refused */
  token?: TokenScope
  /** usable while a password change or a second factor is still owed */
  before?: true
}

export const tokenScopes = ['accept', 'read', 'handle', 'attach', 'figures', 'monitor'] as const
export type TokenScope = (typeof tokenScopes)[number]

const INTAKE: readonly Role[] = ['agent', 'shift-lead']
const HOTLINE: readonly Role[] = [
  ...INTAKE,
  'reviewer',
  'dispatcher',
  'dispatch-lead',
  'supervisor',
  'callback-agent',
  'quality-checker',
]
const UNIT: readonly Role[] = ['liaison', 'unit-leader', 'grid-worker']
const ATTACH: readonly Role[] = [...INTAKE, ...UNIT, 'reviewer', 'dispatcher', 'dispatch-lead', 'callback-agent']
/** Whoever sits at one of the hotline's pools; which pool is whose stands in domain/dispatch/desk.ts. */
const AT_DESKS: readonly Role[] = ['shift-lead', 'reviewer', 'dispatcher', 'dispatch-lead', 'callback-agent']
/** Who answers for numbers takes lists away; outsourced seats and units' clerks do not (domain.md §10). */
const EXPORT: readonly Role[] = ['shift-lead', 'supervisor', 'analyst', 'leader', 'administrator', 'unit-leader']
/** Who answers for what machines suggest may read how right they are; adopting is the administrator's. */
const READ_MODELS: readonly Role[] = ['administrator', 'leader', 'analyst']
/** Who answers for dispatch and for the people who do it. */
const READ_DISPATCH: readonly Role[] = [
  'dispatch-lead',
  'shift-lead',
  'supervisor',
  'analyst',
  'leader',
  'administrator',
]
/** Of the city's tables these draft the dispatch catalogue; the others are the administrators' (server/city-versions.ts). */
export const KEEPS_RULES: readonly Role[] = ['dispatch-lead', 'analyst', 'leader', 'administrator']
/** Who answers for the catalogue (分管领导批准, domain.md §5.5), and is told when a draft waits for them. */
export const PUBLISHES_RULES: readonly Role[] = ['leader', 'administrator']
/** Whoever sends orders out reads by which rules. */
const READS_RULES: readonly Role[] = [...KEEPS_RULES, 'dispatcher']
/** 动态校准: who reads a round, who works on it, who answers for it. */
const CALIBRATES: readonly Role[] = ['analyst', 'dispatch-lead', 'administrator']
/** Keepers write it; administrators, so that a city without a keeper is not stuck. */
const KEEPS: readonly Role[] = ['knowledge-keeper', 'administrator']
/** Who is told that a matter alarms. */
const ALARMED: readonly Role[] = ['supervisor', 'leader', 'dispatch-lead', 'dispatcher', 'shift-lead', 'analyst']
const ALL_DESKS: readonly Role[] = [...HOTLINE, ...UNIT, 'analyst', 'leader', 'administrator']

export const rights: Record<EndpointName, Right> = {
  logIn: { may: 'everyone' },
  whoAmI: { may: 'staff', before: true },
  logOut: { may: 'staff', before: true },
  changePassword: { may: 'staff', before: true },
  listSessions: { may: 'staff' },
  endSessions: { may: 'staff' },
  passSecondFactor: { may: 'staff', before: true },
  startTotp: { may: 'staff', before: true },
  confirmTotp: { may: 'staff', before: true },
  removeTotp: { may: 'staff' },

  ring: { may: ['shift-lead'], token: 'accept' },
  currentRing: { may: INTAKE },
  answerRing: { may: INTAKE, token: 'accept' },
  endRing: { may: INTAKE, token: 'accept' },
  seeRing: { may: INTAKE },
  caller: { may: INTAKE },
  similarOrders: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead'] },
  sameMatter: { may: HOTLINE },
  matterClusters: { may: [...HOTLINE, 'analyst', 'leader'] },
  previewOrder: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead'], token: 'accept' },
  getDraft: { may: 'staff' },
  putDraft: { may: 'staff' },
  dropDraft: { may: 'staff' },

  acceptOrder: { may: INTAKE, token: 'accept' },
  amendOrder: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead'], token: 'accept' },
  submitOrder: { may: INTAKE, token: 'accept' },
  answerOrder: { may: INTAKE, token: 'accept' },
  declineOrder: { may: [...INTAKE, 'reviewer'], token: 'accept' },
  transferOrder: { may: INTAKE, token: 'accept' },
  reviewIntake: { may: ['reviewer', 'shift-lead'] },
  supplementOrder: { may: [...INTAKE, 'callback-agent'], token: 'accept' },
  urgeOrder: { may: [...INTAKE, 'callback-agent', 'supervisor'], token: 'accept' },
  classifyText: { may: HOTLINE, token: 'accept' },
  understand: { may: HOTLINE, token: 'accept' },

  fillForm: { may: INTAKE },
  summariseOrder: { may: ALL_DESKS },
  assistantState: { may: ['administrator'] },
  listPrompts: { may: ['administrator'] },

  deskPool: { may: AT_DESKS },
  getClaim: { may: AT_DESKS },
  claimOrder: { may: AT_DESKS },
  releaseOrder: { may: AT_DESKS },

  proposeDispatch: { may: ['dispatcher', 'dispatch-lead', 'reviewer', 'shift-lead'] },
  dispatchCandidates: { may: ['dispatcher', 'dispatch-lead', 'reviewer', 'shift-lead'] },
  unitLoad: { may: ['dispatcher', 'dispatch-lead', 'reviewer', 'shift-lead', 'supervisor'] },
  dispatchPreview: { may: ['dispatcher', 'dispatch-lead'] },
  precedents: { may: HOTLINE },
  likelyMasters: { may: ['dispatcher', 'dispatch-lead'] },
  dispatchOrder: { may: ['dispatcher', 'dispatch-lead'] },
  dispatchProposed: { may: ['dispatcher', 'dispatch-lead'] },
  sendBackOrder: { may: ['dispatcher', 'dispatch-lead'] },
  undoDispatch: { may: ['dispatcher', 'dispatch-lead'] },
  straightDecisions: { may: HOTLINE },
  straightThrough: { may: ['dispatch-lead', 'administrator', 'leader', 'analyst'] },
  replayStraightThrough: { may: ['dispatch-lead', 'administrator', 'leader', 'analyst'] },
  mergeOrder: { may: ['dispatcher', 'dispatch-lead'] },
  mergeOrders: { may: ['dispatcher', 'dispatch-lead'] },
  unmergeOrder: { may: ['dispatcher', 'dispatch-lead'] },
  linkRepeat: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead'] },
  judgeProposal: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead'] },
  orderCallers: { may: ALL_DESKS },
  listAlerts: { may: ALARMED },
  acknowledgeAlert: { may: ['supervisor', 'leader', 'dispatch-lead', 'shift-lead'] },

  gridOffer: { may: ['dispatcher', 'dispatch-lead'] },
  dispatchToGrid: { may: ['dispatcher', 'dispatch-lead'] },
  listGridTasks: { may: ['grid-worker'] },
  gridResult: { may: ['grid-worker'] },
  reportUp: { may: ['grid-worker'] },
  whistle: { may: ['grid-worker'] },
  listGridWorkers: { may: ['dispatcher', 'dispatch-lead', 'liaison', 'unit-leader', 'administrator'] },
  setGridWorker: { may: ['dispatch-lead', 'liaison', 'unit-leader', 'administrator'] },

  listAssignments: { may: UNIT, token: 'handle' },
  signAssignments: { may: UNIT, token: 'handle' },
  signAssignment: { may: UNIT, token: 'handle' },
  recordContact: { may: UNIT, token: 'handle' },
  recordArrival: { may: [...UNIT, 'crew'], token: 'handle' },
  handDown: { may: ['liaison', 'unit-leader'] },
  requestReturn: { may: ['liaison', 'unit-leader'], token: 'handle' },
  orderReturns: { may: ALL_DESKS },
  listReturns: { may: ['dispatcher', 'dispatch-lead', 'shift-lead'] },
  decideReturn: { may: ['dispatch-lead'] },
  fileOpinion: { may: ['liaison', 'unit-leader'] },
  adjudicate: { may: ['dispatch-lead', 'leader'] },
  listProblemOrders: { may: ['dispatch-lead', 'shift-lead', 'supervisor', 'analyst', 'leader', 'administrator'] },
  draftRuleFromRuling: { may: ['dispatch-lead', 'leader', 'administrator'] },
  checkReply: { may: [...UNIT, 'reviewer', 'shift-lead'] },
  reportResult: { may: UNIT, token: 'handle' },
  listReplyTemplates: { may: UNIT },
  createReplyTemplate: { may: ['liaison', 'unit-leader'] },
  updateReplyTemplate: { may: ['liaison', 'unit-leader'] },
  deleteReplyTemplate: { may: ['liaison', 'unit-leader'] },
  listSigners: { may: UNIT },
  checkRedaction: { may: [...UNIT, ...HOTLINE] },
  reviewReply: { may: ['reviewer', 'shift-lead'] },

  listCallbacks: { may: ['callback-agent', 'shift-lead'] },
  recordCallback: { may: ['callback-agent', 'shift-lead'] },
  withdrawOrder: { may: [...INTAKE, 'callback-agent'] },
  reopenOrder: { may: ['quality-checker', 'shift-lead', 'callback-agent'] },

  listOrders: { may: ALL_DESKS, token: 'read' },
  countOrders: { may: ALL_DESKS, token: 'read' },
  exportOrders: { may: EXPORT },
  urgeOrders: { may: [...INTAKE, 'callback-agent', 'supervisor'] },
  search: { may: [...ALL_DESKS, 'knowledge-keeper'] },
  searchAll: { may: [...ALL_DESKS, 'knowledge-keeper'], token: 'read' },
  listKnowledge: { may: [...ALL_DESKS, 'knowledge-keeper'], token: 'read' },
  getKnowledge: { may: [...ALL_DESKS, 'knowledge-keeper'], token: 'read' },
  knowledgeVersion: { may: [...ALL_DESKS, 'knowledge-keeper'], token: 'read' },
  createKnowledge: { may: KEEPS },
  changeKnowledge: { may: KEEPS },
  putKnowledgeInForce: { may: KEEPS },
  withdrawKnowledge: { may: KEEPS },
  listViews: { may: ALL_DESKS },
  createView: { may: ALL_DESKS },
  updateView: { may: ALL_DESKS },
  deleteView: { may: ALL_DESKS },
  findByPhone: { may: [...INTAKE, 'reviewer', 'dispatcher', 'dispatch-lead', 'callback-agent'] },
  getOrder: { may: ALL_DESKS, token: 'read' },
  orderTimeline: { may: ALL_DESKS, token: 'read' },
  orderClocks: { may: ALL_DESKS, token: 'read' },
  orderEvents: { may: ['administrator'] },
  unmaskAppellant: { may: [...HOTLINE, 'liaison', 'unit-leader'] },
  orderViews: { may: ['supervisor', 'administrator', 'shift-lead'] },
  orderContext: { may: ALL_DESKS },
  orderTaskSheet: { may: ALL_DESKS },

  uploadFile: { may: ATTACH, token: 'attach' },
  attachFile: { may: ATTACH, token: 'attach' },
  downloadFile: { may: ALL_DESKS, token: 'read' },

  citizenSubmit: { may: 'everyone' },
  citizenFollow: { may: 'everyone' },
  citizenSupplement: { may: 'everyone' },
  citizenUrge: { may: 'everyone' },
  citizenWithdraw: { may: 'everyone' },
  citizenCity: { may: 'everyone' },
  citizenRate: { may: 'everyone' },
  citizenUpload: { may: 'everyone' },
  citizenMap: { may: 'everyone' },
  citizenPlaces: { may: 'everyone' },
  citizenPlaceAt: { may: 'everyone' },

  findPlaces: { may: 'staff', token: 'accept' },
  placeAt: { may: 'staff', token: 'accept' },
  getMap: { may: 'staff', token: 'read' },

  getCity: { may: 'staff', token: 'read' },
  getFigures: { may: [...HOTLINE, ...UNIT, 'analyst', 'leader', 'administrator'], token: 'figures' },

  getToday: { may: [...HOTLINE, 'liaison', 'unit-leader', 'analyst', 'leader', 'administrator'], token: 'figures' },
  exportToday: { may: EXPORT },
  dispatchMeasures: { may: READ_DISPATCH, token: 'figures' },
  exportDispatchMeasures: { may: READ_DISPATCH },
  supervisedOrders: {
    may: [
      'shift-lead',
      'supervisor',
      'quality-checker',
      'liaison',
      'unit-leader',
      'analyst',
      'leader',
      'administrator',
    ],
    token: 'read',
  },
  getWaiting: { may: 'staff' },
  listNotices: { may: 'staff' },
  seeNotices: { may: 'staff' },

  listStaff: { may: ['administrator'] },
  createStaff: { may: ['administrator'] },
  updateStaff: { may: ['administrator'] },
  resetPassword: { may: ['administrator'] },
  endStaffSessions: { may: ['administrator'] },
  exportStaff: { may: ['administrator'] },
  importStaff: { may: ['administrator'] },
  listRoles: { may: ['administrator'] },
  listTokens: { may: ['administrator'] },
  createToken: { may: ['administrator'] },
  revokeToken: { may: ['administrator'] },
  listAdminLog: { may: ['administrator'] },
  listCityVersions: { may: READS_RULES },
  getCityVersion: { may: READS_RULES },
  saveCityDraft: { may: KEEPS_RULES },
  discardCityDraft: { may: KEEPS_RULES },
  previewCityVersion: { may: KEEPS_RULES },
  adoptCityVersion: { may: PUBLISHES_RULES },
  checkRules: { may: READS_RULES },
  ruleChanges: { may: [...READS_RULES, 'shift-lead', 'supervisor'] },
  whyThere: { may: [...HOTLINE, 'analyst', 'leader', 'administrator'] },
  dispatchTrace: { may: ALL_DESKS },
  listHandOvers: { may: ['administrator', 'leader', 'dispatch-lead'] },
  undoHandOver: { may: ['administrator'] },
  exportCityVersion: { may: READS_RULES },
  importCityPart: { may: KEEPS_RULES },
  handInRules: { may: KEEPS_RULES },
  takeBackRules: { may: KEEPS_RULES },
  sendBackRules: { may: PUBLISHES_RULES },
  listCalibrationRounds: { may: KEEPS_RULES },
  getCalibrationRound: { may: KEEPS_RULES },
  startCalibrationRound: { may: CALIBRATES },
  calibrationSamples: { may: KEEPS_RULES },
  markCalibrationSample: { may: CALIBRATES },
  addCalibrationProposal: { may: CALIBRATES },
  decideCalibrationProposal: { may: CALIBRATES },
  consultCalibration: { may: CALIBRATES },
  listConsultations: { may: ['liaison', 'unit-leader'] },
  giveCalibrationOpinion: { may: ['liaison', 'unit-leader'] },
  endCalibrationConsultation: { may: CALIBRATES },
  settleCalibrationProposal: { may: ['dispatch-lead', 'leader', 'administrator'] },
  replayCalibration: { may: KEEPS_RULES },
  publishCalibration: { may: ['leader', 'administrator'] },
  endCalibrationRound: { may: CALIBRATES },
  rollBackCalibration: { may: ['leader', 'administrator'] },
  listModels: { may: READ_MODELS },
  getModel: { may: READ_MODELS },
  trainModel: { may: ['administrator'] },
  adoptModel: { may: ['administrator'] },
  discardModel: { may: ['administrator'] },
  downloadModel: { may: ['administrator'] },
  uploadModel: { may: ['administrator'] },
  suggestionStatistics: { may: READ_MODELS },

  health: { may: 'everyone' },
  metrics: { may: ['administrator'], token: 'monitor' },
  changes: { may: [...ALL_DESKS, 'knowledge-keeper'], token: 'read' },
}
