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
import { createStaff, listAdminLog, listStaff, resetPassword, updateStaff } from './admin.ts'
import { recordCallback, reopenOrder, withdrawOrder } from './callback.ts'
import { citizenFollow, citizenRate, citizenSubmit, citizenSupplement, citizenUrge } from './citizen.ts'
import { getCity, getFigures } from './city.ts'
import { dispatchOrder, mergeOrder, proposeDispatch } from './dispatch.ts'
import type { Answer, Call, Endpoint, Refusal } from './endpoint.ts'
import { attachFile, citizenUpload, downloadFile, uploadFile } from './files.ts'
import { handDown, recordArrival, recordContact, reportResult, reviewReply, signAssignment } from './handling.ts'
import { createToken, listTokens, revokeToken } from './machine-tokens.ts'
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
import { changes, health, metrics } from './system.ts'

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
  proposeDispatch,
  dispatchOrder,
  mergeOrder,
  signAssignment,
  recordContact,
  recordArrival,
  handDown,
  reportResult,
  reviewReply,
  recordCallback,
  withdrawOrder,
  reopenOrder,
  listOrders,
  findByPhone,
  getOrder,
  orderTimeline,
  orderClocks,
  orderEvents,
  unmaskAppellant,
  orderViews,
  uploadFile,
  attachFile,
  downloadFile,
  citizenSubmit,
  citizenFollow,
  citizenSupplement,
  citizenUrge,
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
  listStaff,
  createStaff,
  updateStaff,
  resetPassword,
  listTokens,
  createToken,
  revokeToken,
  listAdminLog,
  health,
  metrics,
  changes,
} as const satisfies Record<string, Endpoint>

export type Api = typeof api
export type EndpointName = keyof Api
export type Handlers<Shell> = { [K in EndpointName]: (shell: Shell, call: Call<Api[K]>) => Promise<Answer<Api[K]>> }
export type AnyRefusal = Refusal<Api[EndpointName]>
