import type { Handlers } from '#contract/api.ts'
import { CalibrationReplay } from '#contract/calibration-shapes.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { opinionsOf, proposalsOf } from '#db/calibration-proposals.ts'
import { endRound, publishRound, type RoundRow } from '#db/calibration-rounds.ts'
import { addDraft, addDraftStep, discardDraft, lockCity } from '#db/city-versions.ts'
import { isDisputed } from '#domain/calibration/round-state.ts'
import type { PartRow } from '#domain/city/part.ts'
import { partInForce, rowsOf } from '../city-preview.ts'
import { adopt } from '../city-versions.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { no, onRound } from './acting.ts'
import { carriedRows } from './replay-round.ts'

type Edition = { round: number; base: number; rows: readonly PartRow[]; note: string }

/** A version of the rules drafted by the round and adopted by whoever approves it, by the checks of every version. */
async function adoptEdition(shell: Shell, { round, base, rows, note }: Edition) {
  await lockCity(shell.db)
  const by = `calibration-${round}`
  const id = await addDraft(shell.db, 'rules', { base, rows, note }, by, shell.at)
  await addDraftStep(shell.db, id, { step: 'handed-in', note, by }, shell.at)
  const adopted = await adopt({ ...shell, expected: null }, 'rules', id, note, [])
  if (adopted.ok) return { ok: true, reply: { id, number: adopted.reply.number ?? 0 } } as const
  await discardDraft(shell.db, id)
  switch (adopted.refusal) {
    case 'another-version-adopted':
    case 'rules-disagree':
    case 'nothing-changed':
      return no(adopted.refusal)
    default:
      return no('city-version-faulty')
  }
}

const sameList = (a: readonly number[], b: readonly number[]): boolean => a.join(' ') === b.join(' ')

async function publish(shell: Shell, row: RoundRow, reason: string) {
  const { round } = row
  const [proposals, opinions] = [await proposalsOf(shell.db, round), await opinionsOf(shell.db, round)]
  const said = (proposal: number) => opinions.filter((one) => one.proposal === proposal)
  if (proposals.some(({ proposal, state }) => isDisputed(state, said(proposal)))) return no('calibration-disputed')
  const { inForce, rows, used } = await carriedRows(shell, round)
  if (used.length === 0) return no('calibration-empty')
  const replay = CalibrationReplay.safeParse(row.replay).data
  if (replay === undefined || !sameList(replay.proposals, used)) return no('replay-needed')
  const note = `校准第 ${round} 轮：${reason}`.slice(0, 200)
  const adopted = await adoptEdition(shell, { round, base: inForce.id, rows, note })
  if (!adopted.ok) return adopted
  const by = staffOf(shell).id
  const { id, number } = adopted.reply
  await publishRound(shell.db, round, { version: id, base: inForce.id, by, reason }, shell.at)
  const detail = { number, changes: used.length, reason }
  await addToAdminLog(
    shell.db,
    { actor: by, action: 'calibration-published', target: `calibration/${round}`, detail },
    shell.at,
  )
  return { ok: true, reply: { number } } as const
}

async function rollBack(shell: Shell, row: RoundRow, reason: string) {
  const inForce = await partInForce(shell, 'rules')
  if (inForce.id !== row.city_version) return no('another-version-adopted')
  const rows = await rowsOf(shell, 'rules', row.base_version ?? 0)
  if (rows === undefined) return no('another-version-adopted')
  const note = `撤回校准第 ${row.round} 轮：${reason}`.slice(0, 200)
  const adopted = await adoptEdition(shell, { round: row.round, base: inForce.id, rows, note })
  if (!adopted.ok) return adopted
  const by = staffOf(shell).id
  await endRound(shell.db, row.round, 'rolled-back', by, reason, shell.at)
  const detail = { number: adopted.reply.number, reason }
  await addToAdminLog(
    shell.db,
    { actor: by, action: 'calibration-rolled-back', target: `calibration/${row.round}`, detail },
    shell.at,
  )
  return { ok: true, reply: { number: adopted.reply.number } } as const
}

export const publishHandlers = {
  publishCalibration: async (shell, { params: { round }, body: { reason } }) => {
    const answer = await onRound(shell, round, 'publish', (inside, row) => publish(inside, row, reason))
    if (answer.ok) await shell.takeUpCity()
    return answer
  },

  rollBackCalibration: async (shell, { params: { round }, body: { reason } }) => {
    const answer = await onRound(shell, round, 'roll-back', (inside, row) => rollBack(inside, row, reason))
    if (answer.ok) await shell.takeUpCity()
    return answer
  },
} satisfies Partial<Handlers<Shell>>
