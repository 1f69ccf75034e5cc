import {
  acceptOrder,
  amendOrder,
  answerOrder,
  classifyText,
  declineOrder,
  reviewIntake,
  submitOrder,
  supplementOrder,
  transferOrder,
  urgeOrder,
} from './accept.ts'
import {
  createStaff,
  endStaffSessions,
  exportStaff,
  importStaff,
  listAdminLog,
  listRoles,
  listStaff,
  resetPassword,
  updateStaff,
} from './admin.ts'
import { assistantState, fillForm, listPrompts, summariseOrder } from './assistant.ts'
import { listAssignments, signAssignments } from './assignments.ts'
import { listCallbacks, recordCallback, reopenOrder, withdrawOrder } from './callback.ts'
import { dispatchCandidates, unitLoad } from './candidates.ts'
import {
  citizenCity,
  citizenFollow,
  citizenRate,
  citizenSubmit,
  citizenSupplement,
  citizenUrge,
  citizenWithdraw,
} from './citizen.ts'
import { getCity, getFigures } from './city.ts'
import {
  adoptCityVersion,
  discardCityDraft,
  exportCityVersion,
  getCityVersion,
  importCityPart,
  listCityVersions,
  previewCityVersion,
  saveCityDraft,
} from './city-versions.ts'
import { claimOrder, deskPool, getClaim, releaseOrder } from './desk.ts'
import {
  dispatchOrder,
  dispatchPreview,
  dispatchProposed,
  mergeOrder,
  proposeDispatch,
  sendBackOrder,
} from './dispatch.ts'
import { dropDraft, getDraft, putDraft } from './draft.ts'
import type { Answer, Call, Endpoint, Refusal } from './endpoint.ts'
import { attachFile, citizenUpload, downloadFile, uploadFile } from './files.ts'
import { handDown, recordArrival, recordContact, reportResult, reviewReply, signAssignment } from './handling.ts'
import { answerRing, currentRing, endRing, ring } from './line.ts'
import { createToken, listTokens, revokeToken } from './machine-tokens.ts'
import { likelyMasters, precedents } from './near.ts'
import { countOrders, exportOrders, urgeOrders } from './order-list.ts'
import { orderContext, orderTaskSheet } from './order-page.ts'
import {
  findByPhone,
  getOrder,
  listOrders,
  orderClocks,
  orderEvents,
  orderTimeline,
  orderViews,
  unmaskAppellant,
} from './orders.ts'
import { citizenMap, citizenPlaceAt, citizenPlaces, findPlaces, getMap, placeAt } from './places.ts'
import {
  checkRedaction,
  createReplyTemplate,
  deleteReplyTemplate,
  listReplyTemplates,
  listSigners,
  updateReplyTemplate,
} from './reply.ts'
import { createView, deleteView, listViews, updateView } from './saved-views.ts'
import { search } from './search.ts'
import { caller, previewOrder, similarOrders } from './seat.ts'
import {
  changePassword,
  confirmTotp,
  endSessions,
  listSessions,
  logIn,
  logOut,
  passSecondFactor,
  removeTotp,
  startTotp,
  whoAmI,
} from './session.ts'
import { supervisedOrders } from './supervision.ts'
import { changes, health, metrics } from './system.ts'
import { exportToday, getToday } from './today.ts'
import { understand } from './understand.ts'
import { getWaiting, listNotices, seeNotices } from './waiting.ts'

/** The whole API, in the order of a matter's life. */
export const api = {
  logIn,
  whoAmI,
  logOut,
  changePassword,
  listSessions,
  endSessions,
  passSecondFactor,
  startTotp,
  confirmTotp,
  removeTotp,
  ring,
  currentRing,
  answerRing,
  endRing,
  caller,
  similarOrders,
  previewOrder,
  getDraft,
  putDraft,
  dropDraft,
  acceptOrder,
  amendOrder,
  submitOrder,
  answerOrder,
  declineOrder,
  transferOrder,
  reviewIntake,
  supplementOrder,
  urgeOrder,
  classifyText,
  understand,
  fillForm,
  summariseOrder,
  assistantState,
  listPrompts,
  deskPool,
  getClaim,
  claimOrder,
  releaseOrder,
  proposeDispatch,
  dispatchCandidates,
  unitLoad,
  dispatchPreview,
  precedents,
  likelyMasters,
  dispatchOrder,
  dispatchProposed,
  mergeOrder,
  sendBackOrder,
  listAssignments,
  signAssignments,
  signAssignment,
  recordContact,
  recordArrival,
  handDown,
  reportResult,
  listReplyTemplates,
  createReplyTemplate,
  updateReplyTemplate,
  deleteReplyTemplate,
  listSigners,
  checkRedaction,
  reviewReply,
  listCallbacks,
  recordCallback,
  withdrawOrder,
  reopenOrder,
  listOrders,
  countOrders,
  exportOrders,
  urgeOrders,
  findByPhone,
  search,
  listViews,
  createView,
  updateView,
  deleteView,
  getOrder,
  orderTimeline,
  orderClocks,
  orderEvents,
  unmaskAppellant,
  orderViews,
  orderContext,
  orderTaskSheet,
  uploadFile,
  attachFile,
  downloadFile,
  citizenCity,
  citizenSubmit,
  citizenFollow,
  citizenSupplement,
  citizenUrge,
  citizenWithdraw,
  citizenRate,
  citizenUpload,
  citizenMap,
  citizenPlaces,
  citizenPlaceAt,
  findPlaces,
  placeAt,
  getMap,
  getCity,
  getFigures,
  getToday,
  exportToday,
  supervisedOrders,
  getWaiting,
  listNotices,
  seeNotices,
  listStaff,
  createStaff,
  updateStaff,
  resetPassword,
  endStaffSessions,
  exportStaff,
  importStaff,
  listRoles,
  listTokens,
  createToken,
  revokeToken,
  listAdminLog,
  listCityVersions,
  getCityVersion,
  saveCityDraft,
  discardCityDraft,
  previewCityVersion,
  adoptCityVersion,
  exportCityVersion,
  importCityPart,
  health,
  metrics,
  changes,
} as const satisfies Record<string, Endpoint>

export type Api = typeof api
export type EndpointName = keyof Api
export type Handlers<Shell> = { [K in EndpointName]: (shell: Shell, call: Call<Api[K]>) => Promise<Answer<Api[K]>> }
export type AnyRefusal = Refusal<Api[EndpointName]>
