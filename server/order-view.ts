import type { AssignmentView, MaskedAppellant, OrderView } from '#contract/views.ts'
import type { StoredOrder } from '#db/orders.ts'
import type { Appellant } from '#domain/accept/request.ts'
import type { City } from '#domain/city/city.ts'
import type { CategoryCode, RegionCode, UnitId } from '#domain/ids.ts'
import { type Assignment, lightOf, type Order } from '#domain/order/order.ts'
import { addressOf, maskPhone } from '#language/privacy/mask.ts'
import { type Reader, redact } from '#language/privacy/redact.ts'
import { readerOf, redactedAnswers, redactedAssignment, redactedRequest, saidLater } from './redacted.ts'
import { isHotlineDesk, isSignedHandler, isUnitDesk } from './scope.ts'
import type { Shell } from './shell.ts'
import { openIdentity, type Vault } from './vault.ts'

export const unitName = (city: City, unit: UnitId | string): string => city.units.get(unit as UnitId)?.name ?? unit
export const categoryName = (city: City, code: CategoryCode | string | null): string | null =>
  code === null || code === '' ? null : (city.categories.get(code as CategoryCode)?.name ?? code)

/** From the district down: 滨江区 望江街道 江湾社区 */
export function regionName(city: City, code: RegionCode | string): string {
  const names: string[] = []
  for (let region = city.regions.get(code as RegionCode); region !== undefined; ) {
    if (region.level !== 'city') names.unshift(region.name)
    region = region.parent === null ? undefined : city.regions.get(region.parent)
  }
  return names.join(' ')
}

type Field = MaskedAppellant['canUnmask'][number]
const NOTHING: MaskedAppellant = {
  address: null,
  contactPhone: null,
  callerPhone: null,
  email: null,
  enterpriseName: null,
  canUnmask: [],
}

/** What may be opened with a reason: the hotline's desks all, a unit that signed what the citizen did not keep back. */
export function unmaskable(shell: Shell, order: Order): readonly Field[] {
  if (isHotlineDesk(shell.caller)) return ['name', 'contact', 'id-number']
  if (!isSignedHandler(shell, order)) return []
  const kept = { none: ['name', 'contact'], name: ['contact'], contact: ['name'], all: [] } as const
  return kept[order.request.confidential]
}

function masked(shell: Shell, order: Order, appellant: Appellant): MaskedAppellant {
  const hotline = isHotlineDesk(shell.caller)
  if (!hotline && !isUnitDesk(shell, order)) return NOTHING
  const { confidential } = order.request
  const showName = hotline || confidential === 'none' || confidential === 'contact'
  const showContact = hotline || confidential === 'none' || confidential === 'name'
  const mask = (phone: string | null) => (showContact && phone !== null ? maskPhone(phone) : null)
  return {
    address: showName && appellant.name !== null ? addressOf(appellant.name, appellant.gender) : null,
    contactPhone: mask(appellant.contactPhone ?? appellant.callerPhone),
    callerPhone: hotline ? mask(appellant.callerPhone) : null,
    email: hotline && appellant.email !== null ? `***@${appellant.email.split('@')[1] ?? ''}` : null,
    enterpriseName: showName ? appellant.enterpriseName : null,
    canUnmask: [...unmaskable(shell, order)],
  }
}

export function assignmentView(city: City, a: Assignment, reader: Reader | null): AssignmentView {
  const { contacts, ...rest } = reader === null ? a : redactedAssignment(a, reader)
  const street = a.grid?.street ?? null
  const grid = a.grid === null ? null : { ...a.grid, streetName: street === null ? null : unitName(city, street) }
  return { ...rest, contacts: [...contacts], unitName: unitName(city, a.unit), grid }
}

/** Who asked: opened only where a view, a message or a decision needs it. */
export const identityOf = (
  vault: Vault,
  { order, identity }: Pick<StoredOrder, 'identity'> & { order: Pick<Order, 'id'> },
): Appellant | null => (identity === null ? null : openIdentity(vault, identity, order.id))

/** The order as this caller may see it: masked by role and by the citizen's own wish. */
export function viewOf(shell: Shell, stored: StoredOrder): OrderView {
  const { order } = stored
  const hotline = isHotlineDesk(shell.caller)
  const appellant = identityOf(shell.vault, stored)
  const { city } = shell
  const reader = readerOf(order, isUnitDesk(shell, order))
  return {
    id: order.id,
    no: order.no,
    queryCode: hotline ? order.queryCode : null,
    version: order.version,
    state: order.state,
    light: lightOf(order),
    maxLight: order.maxLight,
    channel: order.channel,
    receivedAt: order.receivedAt,
    acceptedAt: order.acceptedAt,
    endedAt: order.endedAt,
    request: hotline ? order.request : redactedRequest(order.request, reader),
    redacted: !hotline,
    categoryName: categoryName(city, order.request.category),
    regionName: regionName(city, order.request.region),
    classification: order.classification,
    profile: order.profile,
    choice: order.choice,
    suggestedMaster: hotline ? order.suggestedMaster : null,
    appellant: appellant === null ? NOTHING : masked(shell, order, appellant),
    assignments: order.assignments.map((a) => assignmentView(city, a, hotline ? null : reader)),
    files: order.files.map(({ by: _by, merged: _whose, taken, ...file }) => ({
      ...file,
      name: hotline ? file.name : redact(file.name, reader),
      placed: taken === undefined ? null : taken.lng !== null && taken.lat !== null,
    })),
    callbackAttempts: order.callbackAttempts,
    firstCallback: hotline ? order.firstCallback : redactedAnswers(order.firstCallback, reader),
    lastCallback: hotline ? order.lastCallback : redactedAnswers(order.lastCallback, reader),
    nextCallbackAt: order.nextCallbackAt,
    reworkCount: order.reworkCount,
    ...saidLater(order, hotline ? null : reader),
    reportsUp: order.reportsUp.map(({ by: _by, note, ...up }) => ({
      ...up,
      note: note === null || hotline ? note : redact(note, reader),
    })),
    urgeCount: order.urgeCount,
    master: order.master,
    mergedOrders: [...order.mergedOrders],
    answer: hotline || order.answer === null ? order.answer : redact(order.answer, reader),
    confidential: order.request.confidential,
  }
}
