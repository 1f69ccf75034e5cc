import type { EndpointName } from './api.ts'

/**
 * Endpoints that run as if no Idempotency-Key were given. Their replies hold secrets that must not lie in a table, and
 * a refusal under such a key undoes everything, the counted attempt with it: passwords could be guessed without limit.
 */
export const neverKept: ReadonlySet<EndpointName> = new Set<EndpointName>([
  'logIn',
  'changePassword',
  'passSecondFactor',
  'startTotp',
  'confirmTotp',
  'removeTotp',
  'createStaff',
  'resetPassword',
  'importStaff',
  'createToken',
  // A citizen's number and code are guarded the same way.
  'citizenFollow',
  'citizenSupplement',
  'citizenUrge',
  'citizenWithdraw',
  'citizenRate',
  // What these tell is a person’s own name and number, or found by one: encrypted where it lies, it shall lie nowhere else.
  'unmaskAppellant',
  'findByPhone',
  'search',
  'ring',
  'caller',
  'similarOrders',
  'putDraft',
  'understand',
  // A language model's answer may take seconds, and a transaction shall not stand open that long.
  'fillForm',
  'summariseOrder',
])
