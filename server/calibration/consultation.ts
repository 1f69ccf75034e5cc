import type { Handlers } from '#contract/api.ts'
import { addOpinion, consultedOn, opinionsOf, proposalsOf } from '#db/calibration-proposals.ts'
import { beginConsultation, setRoundState } from '#db/calibration-rounds.ts'
import { CONSULTATION_WORKING_DAYS, mayEndConsultation } from '#domain/calibration/round-state.ts'
import { calendarOf } from '#domain/city/lookup.ts'
import { dueAt } from '#domain/deadline/due.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { done, no, onProposal, onRound } from './acting.ts'
import { proposalView, silentUnits } from './round-view.ts'

/** To the end of the fifth working day of the city’s calendar. */
function consultedUntil({ city, at }: Shell) {
  const limit = { amount: CONSULTATION_WORKING_DAYS, unit: 'working-day' as const }
  return dueAt(calendarOf(city, city.policy.calendar), limit, at).at
}

export const consultationHandlers = {
  consultCalibration: (shell, { params: { round } }) =>
    onRound(shell, round, 'consult', async (inside) => {
      const proposals = await proposalsOf(inside.db, round)
      if (proposals.some(({ state }) => state === 'open')) return no('calibration-undecided')
      if (!proposals.some(({ state }) => state === 'accepted')) return no('calibration-empty')
      const until = consultedUntil(inside)
      await beginConsultation(inside.db, round, inside.at, until)
      return { ok: true, reply: { until } } as const
    }),

  listConsultations: async (shell) => {
    const { unit } = staffOf(shell)
    const rows = await consultedOn(shell.db, unit)
    const rounds = [...new Set(rows.map(({ round }) => round))]
    const opinions = (await Promise.all(rounds.map((round) => opinionsOf(shell.db, round)))).flat()
    return {
      ok: true,
      reply: {
        now: shell.at,
        until: rows[0]?.consult_until ?? null,
        proposals: rows.map((row) => {
          const {
            opinions: _said,
            silent: _silent,
            disputed: _disputed,
            real: _real,
            ...view
          } = proposalView(shell, row)
          // Orders of other units are none of this unit's business; their numbers of cases are.
          return { ...view, evidence: view.evidence && { ...view.evidence, orders: [], counter: [] } }
        }),
        mine: opinions
          .filter((one) => one.unit === unit)
          .map(({ proposal, agrees, opinion, at }) => ({ proposal, agrees, opinion, at })),
      },
    }
  },

  giveCalibrationOpinion: (shell, { params: { proposal }, body: { agrees, opinion } }) =>
    onProposal(shell, proposal, 'give-opinion', async (inside, row) => {
      const { id, unit } = staffOf(shell)
      if (row.state !== 'accepted' || !row.units.includes(unit)) return no('not-consulted')
      await addOpinion(inside.db, { proposal, unit, agrees, opinion, by: id, at: inside.at })
      return done
    }),

  endCalibrationConsultation: (shell, { params: { round } }) =>
    onRound(shell, round, 'end-consultation', async (inside, row, next) => {
      const [proposals, opinions] = [await proposalsOf(inside.db, round), await opinionsOf(inside.db, round)]
      if (!mayEndConsultation(inside.at, row.consult_until, silentUnits(proposals, opinions)))
        return no('consultation-open')
      await setRoundState(inside.db, round, next)
      return done
    }),
} satisfies Partial<Handlers<Shell>>
