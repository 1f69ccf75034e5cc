import type { UnitId } from '#domain/ids.ts'

/**
 * What a city's offices agree on before its catalogue says so: here prices of parking, which the market regulator has taken over.
 * Orders of these scenes come back until somebody, or the monthly calibration, changes the rule.
 */
const unwritten: Readonly<Record<string, string>> = { D0301: 'market', F0501: 'market', F0502: 'market' }

/** Who has taken the scene over; null: the catalogue is right about it. */
export const takenOverBy = (category: string): UnitId | null => (unwritten[category] as UnitId | undefined) ?? null
