import type { DispatchRule } from './city.ts'

/** A rule that asks nothing, adds nobody and holds without end: what a written one begins from. */
export const PLAIN_RULE: Omit<DispatchRule, 'id' | 'lead' | 'basis'> = {
  priority: 0,
  category: null,
  region: null,
  requestType: null,
  kind: null,
  placeType: null,
  ownership: null,
  respondentType: null,
  timeOfDay: null,
  season: null,
  keywords: [],
  tags: [],
  co: [],
  handling: 'dispatch',
  profile: null,
  owner: null,
  from: null,
  to: null,
  active: true,
}
