import { hasPhone } from './has-phone.ts'

const KEY = 'jiesu-recent-searches'
const AT_MOST = 6

/** What was looked for last at this browser; never a phone number. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, AT_MOST) : []
  } catch {
    return []
  }
}

export function rememberSearch(text: string): void {
  const typed = text.trim()
  if (typed.length < 2 || hasPhone(typed)) return
  try {
    const kept = [typed, ...recentSearches().filter((one) => one !== typed)].slice(0, AT_MOST)
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // A browser may forbid storage; then nothing is remembered.
  }
}
