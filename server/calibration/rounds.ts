import type { Handlers } from '#contract/api.ts'
import { calibrationRounds, endRound, findRound, roundUnderWay } from '#db/calibration-rounds.ts'
import { msOf } from '#domain/ids.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { done, no, onRound } from './acting.ts'
import { buildRound, daysFrom, midnightOf } from './build-round.ts'
import { roundView, summaryOf } from './round-view.ts'

/** A round looks at a month or so; more would say what was before the last one. */
const LONGEST_DAYS = 92

export const roundHandlers = {
  listCalibrationRounds: async (shell) => ({
    ok: true,
    reply: { rounds: (await calibrationRounds(shell.db)).map(summaryOf) },
  }),

  getCalibrationRound: async (shell, { params: { round } }) => {
    const row = await findRound(shell.db, round)
    return row === undefined ? no('not-found') : { ok: true, reply: await roundView(shell, row) }
  },

  startCalibrationRound: async (shell, { body: { from, to } }) => {
    if (midnightOf(to) > shell.at || msOf(midnightOf(daysFrom(to, -LONGEST_DAYS))) > msOf(midnightOf(from)))
      return no('calibration-span')
    if (await roundUnderWay(shell.db)) return no('calibration-under-way')
    const round = await buildRound(shell, { from, to }, staffOf(shell).id, shell.at)
    const row = round === null ? undefined : await findRound(shell.db, round)
    if (row !== undefined) return { ok: true, reply: summaryOf(row) }
    return no((await roundUnderWay(shell.db)) ? 'calibration-under-way' : 'calibration-nothing')
  },

  endCalibrationRound: (shell, { params: { round }, body: { act, reason } }) =>
    onRound(shell, round, act, async ({ db, at }, _row, next) => {
      await endRound(db, round, next, staffOf(shell).id, reason, at)
      return done
    }),
} satisfies Partial<Handlers<Shell>>
