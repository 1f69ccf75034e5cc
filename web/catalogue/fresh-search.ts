import type { PartRow } from '#domain/city/part.ts'

/** A hole's category and place as the address carries them to the new rule. */
export const freshSearch = (fresh: PartRow) => ({
  category: fresh.category || undefined,
  region: fresh.region || undefined,
  requestType: fresh.requestType || undefined,
})
