import { type Evidence, type Recommended, recommend } from '#domain/dispatch/recommend.ts'
import { mayGoStraight } from '#domain/dispatch/straight-through.ts'
import type { Judged } from '#server/recommend/replay.ts'

type Cut = (evidence: Evidence) => Evidence
const noRules: Cut = (evidence) => ({
  ...evidence,
  named: [],
  choice: { ...evidence.choice, rule: null, lead: null },
})
const noPast: Cut = (evidence) => ({ ...evidence, precedents: [], records: [] })
const noDuties: Cut = (evidence) => ({ ...evidence, duties: [] })

/** What each source finds alone and with the others, on the same orders. */
const VARIANTS: readonly (readonly [string, Cut])[] = [
  ['rule only', (e) => noPast(noDuties(e))],
  ['rule and duty text', noPast],
  ['past orders only', (e) => noRules(noDuties(e))],
  ['duty text only', (e) => noRules(noPast(e))],
  ['past orders and duty text', noRules],
  ['all three', (e) => e],
]

type Hits = { name: string; top1: number; top3: number }
const share = (n: number, of: number): number => (of === 0 ? 0 : n / of)

export function hitsOf(judged: readonly Judged[]): Hits[] {
  return VARIANTS.map(([name, cut]) => {
    let [top1, top3] = [0, 0]
    for (const { evidence, final } of judged) {
      const rank = recommend(cut(evidence)).findIndex(({ unit }) => unit === final)
      if (rank === 0) top1 += 1
      if (rank >= 0) top3 += 1
    }
    return { name, top1: share(top1, judged.length), top3: share(top3, judged.length) }
  })
}

const BANDS = 10

/** Expected calibration error of the first unit's score: how far the claim is from the truth, over ten bands. */
export function calibrationOf(judged: readonly Judged[]): number {
  const bands = Array.from({ length: BANDS }, () => ({ n: 0, claimed: 0, right: 0 }))
  for (const { units, final } of judged) {
    const [best]: readonly (Recommended | undefined)[] = units
    const band = best === undefined ? undefined : bands[Math.min(BANDS - 1, Math.floor(best.score * BANDS))]
    if (best === undefined || band === undefined) continue
    band.n += 1
    band.claimed += best.score
    band.right += best.unit === final ? 1 : 0
  }
  return share(
    bands.reduce((sum, { claimed, right }) => sum + Math.abs(claimed - right), 0),
    judged.length,
  )
}

export function straightOf(judged: readonly Judged[]) {
  const gone = judged.filter(({ conditions }) => mayGoStraight(conditions))
  const wrong = gone.filter(({ units, final }) => units[0]?.unit !== final)
  return { went: share(gone.length, judged.length), wrong: share(wrong.length, gone.length), n: gone.length }
}

/** Of orders that people sent wrong first, those that the recommendation would have sent right. */
export function saved(judged: readonly Judged[]) {
  const wrong = judged.filter(({ first, final }) => first !== final)
  const right = wrong.filter(({ units, final }) => units[0]?.unit === final)
  return { wrong: wrong.length, right: right.length }
}
