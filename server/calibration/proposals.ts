import type { Handlers } from '#contract/api.ts'
import type { addCalibrationProposal } from '#contract/calibration.ts'
import type { ProposalKind } from '#contract/calibration-shapes.ts'
import { ruleLines } from '#contract/calibration-words.ts'
import type { Call } from '#contract/endpoint.ts'
import type { BothWords } from '#contract/facts.ts'
import {
  addProposal,
  decideProposal,
  editProposal,
  opinionsOf,
  type ProposalRow,
  settleProposal,
} from '#db/calibration-proposals.ts'
import { forgetReplay } from '#db/calibration-rounds.ts'
import { loadOrders } from '#db/orders.ts'
import { isDisputed } from '#domain/calibration/round-state.ts'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import type { UnitId } from '#domain/ids.ts'
import { cityNames } from '../catalogue/city-names.ts'
import { orderInReach } from '../scope.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { done, no, onProposal, onRound } from './acting.ts'
import type { KeptEvidence } from './build-round.ts'
import { ruleOf, unitsOfLead } from './rule-set.ts'

const BY_RULE: readonly ProposalKind[] = ['change-lead', 'add-rule', 'retire']
const MOST_UNITS = 60
const both = (text: string): BothWords => ({ zh: text, en: text })

type Wish = Call<typeof addCalibrationProposal>['body']
type Readable = { cells: PartRow; lines: BothWords[]; units: UnitId[] }

/** The row as a rule, in words, and whom it concerns: who leads by it, who led before, who keeps it. */
function readable({ city }: Shell, cells: PartRow): Readable | null {
  const rule = ruleOf(cells)
  if (rule === null) return null
  const known = city.rules.find(({ id }) => id === rule.id)
  const leads = [rule, ...(known === undefined ? [] : [known])]
  const units = leads.flatMap(({ lead, region, owner }) => [
    ...unitsOfLead(city, lead, region),
    ...(owner === null ? [] : [owner]),
  ])
  const fits = units.every((unit) => city.units.has(unit))
  if (!fits || (rule.category !== null && !city.categories.has(rule.category))) return null
  return {
    cells: wholeRow('rules', cells),
    lines: ruleLines(rule, known, cityNames(city)),
    units: [...new Set(units)].slice(0, MOST_UNITS),
  }
}

async function ordersNamed(shell: Shell, ids: Wish['orders']) {
  const stored = await loadOrders(shell.db, ids)
  return [...stored.values()]
    .filter((one) => orderInReach(shell, one))
    .map(({ order }) => ({ id: order.id, no: order.no }))
}

async function propose(shell: Shell, round: number, wish: Wish) {
  const byRule = BY_RULE.includes(wish.kind)
  if (byRule && wish.cells === null) return no('calibration-rule-needed')
  const read = byRule && wish.cells !== null ? readable(shell, wish.cells) : null
  if (byRule && read === null) return no('calibration-rule-unreadable')
  const known = read !== null && shell.city.rules.some(({ id }) => id === read.cells.id)
  if (read !== null && wish.kind !== 'add-rule' && !known) return no('unknown-rule')
  const orders = await ordersNamed(shell, wish.orders)
  const evidence: KeptEvidence = {
    told: {
      title: both(wish.title),
      what: read?.lines ?? [],
      why: both([wish.text, ...orders.map(({ no: number }) => number)].filter((part) => part !== '').join(' ')),
    },
    numbers: null,
    rule: read?.cells.id ?? null,
  }
  const cells: PartRow | null = read === null ? null : { ...read.cells, basis: wish.basis }
  const made = {
    origin: 'person' as const,
    kind: wish.kind,
    change: null,
    cells,
    category: cells?.category ?? wish.category,
    title: wish.title,
    text: wish.text,
    basis: wish.basis,
    evidence,
    units: read?.units ?? [],
  }
  const proposal = await addProposal(shell.db, round, made, staffOf(shell).id, shell.at)
  await forgetReplay(shell.db, round)
  return { ok: true, reply: { proposal } } as const
}

async function accept(
  shell: Shell,
  row: ProposalRow,
  edit: { cells?: PartRow | undefined; basis?: string | undefined },
) {
  if (row.cells === null && edit.cells !== undefined) return no('calibration-rule-needed')
  if (row.cells !== null && (edit.cells !== undefined || edit.basis !== undefined)) {
    const read = readable(shell, { ...(edit.cells ?? row.cells), id: row.cells.id ?? '' })
    if (read === null) return no('calibration-rule-unreadable')
    const basis = edit.basis ?? row.basis
    const units = [...new Set([...row.units, ...read.units])]
    await editProposal(shell.db, row.proposal, { cells: { ...read.cells, basis }, basis, units })
  }
  const decided = { state: 'accepted' as const, reason: null, by: staffOf(shell).id }
  await decideProposal(shell.db, row.proposal, decided, shell.at)
  return done
}

export const proposalHandlers = {
  addCalibrationProposal: (shell, { params: { round }, body }) =>
    onRound(shell, round, 'propose', (inside) => propose(inside, round, body)),

  decideCalibrationProposal: (shell, { params: { proposal }, body }) =>
    onProposal(shell, proposal, 'decide', async (inside, row) => {
      await forgetReplay(inside.db, row.round)
      if (body.verdict === 'accept') return accept(inside, row, body)
      const decided = { state: 'refused' as const, reason: body.reason, by: staffOf(shell).id }
      await decideProposal(inside.db, proposal, decided, inside.at)
      return done
    }),

  settleCalibrationProposal: (shell, { params: { proposal }, body: { keep, note } }) =>
    onProposal(shell, proposal, 'settle', async (inside, row) => {
      const opinions = (await opinionsOf(inside.db, row.round)).filter((one) => one.proposal === proposal)
      if (!isDisputed(row.state, opinions)) return no('not-disputed')
      const settled = {
        state: keep ? ('kept' as const) : ('withdrawn' as const),
        settlement: note,
        by: staffOf(shell).id,
      }
      await settleProposal(inside.db, proposal, settled, inside.at)
      await forgetReplay(inside.db, row.round)
      return done
    }),
} satisfies Partial<Handlers<Shell>>
