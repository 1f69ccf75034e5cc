import { tryRules } from '#city/try-rules.ts'
import type { Handlers } from '#contract/api.ts'
import { issueWords } from '#contract/issue-words.ts'
import { wholeRow } from '#domain/city/part.ts'
import { checkCatalogue } from '#domain/dispatch/check-catalogue.ts'
import { dayOf } from '#domain/ids.ts'
import { rowsOf } from '../city-preview.ts'
import type { Shell } from '../shell.ts'
import { cityNames } from './city-names.ts'

/** A list nobody reads to its end helps nobody; the counts say how many there are. */
const LISTED = 500

export const checkRulesHandlers = {
  checkRules: async (shell, { body }) => {
    const content = body.rows ?? (await rowsOf(shell, 'rules', body.id ?? 0))
    if (content === undefined) return { ok: false, refusal: 'not-found' }
    const rows = content.map((row) => wholeRow('rules', row))
    const tried = await tryRules(shell.city, rows)
    if (!tried.ok) {
      const faults = [...tried.faults]
      return {
        ok: true,
        reply: { rules: rows.length, mayPublish: false, faults, issues: [], blocking: faults.length, warnings: 0 },
      }
    }
    const issues = checkCatalogue(tried.city, dayOf(shell.at))
    const blocking = issues.filter((one) => one.blocking).length
    const names = cityNames(tried.city)
    return {
      ok: true,
      reply: {
        rules: rows.length,
        mayPublish: blocking === 0,
        faults: [],
        issues: issues.slice(0, LISTED).map((one) => ({ ...one, words: issueWords(one, names) })),
        blocking,
        warnings: issues.length - blocking,
      },
    }
  },
} satisfies Partial<Handlers<Shell>>
