import { findProposal, type ProposalRow } from '#db/calibration-proposals.ts'
import { findRound, type RoundRow } from '#db/calibration-rounds.ts'
import { nextRoundState, type RoundAct, type RoundState } from '#domain/calibration/round-state.ts'
import type { Shell } from '../shell.ts'

export const no = <const R extends string>(refusal: R) => ({ ok: false, refusal }) as const
export const done = { ok: true, reply: { done: true } } as const

type Refused = { ok: false; refusal: string }
type Acted<A extends Refused | { ok: true }> = A | ReturnType<typeof no<'not-found' | 'calibration-state'>>

/** One act on a round, under its lock; refused where the round is not there or not in a state for it. */
export function onRound<A extends Refused | { ok: true }>(
  shell: Shell,
  round: number,
  act: RoundAct,
  work: (shell: Shell, row: RoundRow, next: RoundState) => Promise<A>,
): Promise<Acted<A>> {
  return shell.db.tx(async (db): Promise<Acted<A>> => {
    const row = await findRound(db, round, true)
    if (row === undefined) return no('not-found')
    const next = nextRoundState(row.state, act)
    return next === null ? no('calibration-state') : work({ ...shell, db }, row, next)
  })
}

/** The same on one of a round's proposals. */
export async function onProposal<A extends Refused | { ok: true }>(
  shell: Shell,
  proposal: number,
  act: RoundAct,
  work: (shell: Shell, row: ProposalRow) => Promise<A>,
): Promise<Acted<A>> {
  const known = await findProposal(shell.db, proposal)
  if (known === undefined) return no('not-found')
  return onRound<A>(shell, known.round, act, async (inside) => {
    const row = await findProposal(inside.db, proposal)
    if (row === undefined) throw new Error('a proposal went away')
    return work(inside, row)
  })
}
