const MAX_DEPTH = 12

/**
 * Whether every text in a parsed request can be stored and hashed as it is: no NUL, no half of a surrogate pair, no
 * endless nesting. PostgreSQL refuses the first two deep inside a statement; here the caller learns where.
 * Returns the path of the first fault.
 */
export function malformedAt(value: unknown, path: string[] = []): string | null {
  if (path.length > MAX_DEPTH) return path.join('.')
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\u0000') ? null : path.join('.')
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const fault = malformedAt(key, [...path, '(name)']) ?? malformedAt(inner, [...path, key])
    if (fault !== null) return fault
  }
  return null
}
