import { expect, test } from 'vitest'
import { eventKinds } from './event.ts'
import { AssignmentState, OrderState } from './states.ts'
import type { Transition } from './transition.ts'
import {
  assignmentRecords,
  assignmentTransitions,
  nextAssignmentState,
  nextOrderState,
  orderRecords,
  orderTransitions,
} from './transitions.ts'

const line = (row: Transition<string>) =>
  `${row.id} ${row.from.join(' | ')} --${row.event}--> ${row.to}  (${row.actors.join(', ')})` +
  `${row.starts ? `  starts ${row.starts.join(' ')}` : ''}${row.stops ? `  stops ${row.stops === 'all' ? 'all' : row.stops.join(' ')}` : ''}`

test('an order moves only as this table says', () => {
  expect(orderTransitions.map(line).join('\n')).toMatchSnapshot()
  expect(orderRecords.map((row) => `${row.event} in ${row.in.join(' | ')}`).join('\n')).toMatchSnapshot()
})

test('an assignment moves only as this table says', () => {
  expect(assignmentTransitions.map(line).join('\n')).toMatchSnapshot()
  expect(assignmentRecords.map((row) => `${row.event} in ${row.in.join(' | ')}`).join('\n')).toMatchSnapshot()
})

test('every kind of event has a place in a table, and no row names an unknown state', () => {
  const placed = new Set(
    [...orderTransitions, ...orderRecords, ...assignmentTransitions, ...assignmentRecords].map((row) => row.event),
  )
  expect(eventKinds.filter((kind) => !placed.has(kind))).toEqual([])
  expect(
    Object.keys(nextOrderState).filter((s) => s !== 'none' && !OrderState.options.includes(s as OrderState)),
  ).toEqual([])
  expect(
    Object.keys(nextAssignmentState).filter((s) => !AssignmentState.options.includes(s as AssignmentState)),
  ).toEqual([])
})

test('one event leads from one state to one state only', () => {
  for (const rows of [orderTransitions, assignmentTransitions] as readonly (readonly Transition<string>[])[])
    for (const row of rows)
      for (const from of row.from)
        expect(
          rows.filter((other) => other.event === row.event && other.from.includes(from) && other.to !== row.to),
        ).toEqual([])
})

test('an end is left only for the archive, or by reopening', () => {
  for (const state of ['answered', 'not-accepted', 'transferred', 'withdrawn'] as const)
    expect(Object.keys(nextOrderState[state] ?? {})).toEqual(['archived'])
  expect(Object.keys(nextOrderState.closed ?? {}).sort()).toEqual([
    'archived',
    'let-go',
    'reopened',
    'returned-to-master',
    'unmerged',
  ])
  expect(Object.keys(nextOrderState.merged ?? {}).sort()).toEqual([
    'archived',
    'attached',
    'master-answered',
    'supplemented',
    'unmerged',
    'urged',
  ])
  expect(nextOrderState.archived).toBeUndefined()
})

test('a unit can neither withdraw, nor close, nor approve its own reply', () => {
  const units = ['liaison', 'unit-leader', 'grid-worker', 'crew']
  for (const event of ['withdrawn', 'closed', 'reply-approved', 'merged', 'dispatched', 'reopened'])
    for (const row of [...orderTransitions, ...assignmentTransitions].filter((r) => r.event === event))
      expect(row.actors.filter((actor) => units.includes(actor))).toEqual([])
})
