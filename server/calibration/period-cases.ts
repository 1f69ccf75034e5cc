import { type CaseRow, calibrationCases, isSettled } from '#db/calibration-cases.ts'
import type { Db } from '#db/sql.ts'
import type { CalibrationCase } from '#domain/calibration/calibration-case.ts'
import type { Evidence } from '#domain/calibration/seen-case.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import type { Day } from '#domain/ids.ts'
import { caseWords } from '#language/calibration/case-words.ts'

const PAGE = 4000

const matterOf = ({ request, received_at }: CaseRow): Matter => ({
  category: request.category ?? null,
  region: request.region,
  requestType: request.requestType ?? 'other',
  kind: request.kind ?? 'general',
  placeType: request.placeType ?? null,
  ownership: request.ownership ?? null,
  respondentType: request.respondentType ?? null,
  respondentName: request.respondentName ?? null,
  tags: request.tags ?? [],
  title: request.title,
  content: request.content,
  receivedAt: received_at,
})

const evidenceOf = (row: CaseRow): Evidence =>
  row.ruled ? 'ruled' : row.moved ? 'returned' : row.overridden_by === null ? 'kept' : 'overridden'

/** Words come from the masked text, so that no name and no number becomes a condition or a new word. */
const maskedWords = (body: string): string[] => {
  const [title = '', content = ''] = body.split('\n')
  return caseWords(`${title}\n${content}`)
}

export type PeriodCase = CalibrationCase & { scene: string }

/** Settled orders of a span of days, page by page; `words: false` where only their matter is wanted. */
export async function* periodCases(db: Db, from: Day, to: Day, words = true): AsyncGenerator<PeriodCase> {
  for (let after = ''; ; ) {
    const rows = await calibrationCases(db, from, to, after, PAGE)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.order_id
    for (const row of rows.filter(isSettled))
      yield {
        id: row.order_id,
        matter: matterOf(row),
        scene: row.request.category ?? '',
        words: words ? maskedWords(row.body) : [],
        final: row.final,
        evidence: evidenceOf(row),
        overriddenBy: row.overridden_by,
      }
  }
}
