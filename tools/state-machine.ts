import { writeFileSync } from 'node:fs'
import type { EventKind } from '#domain/order/event.ts'
import { AssignmentState, OrderState } from '#domain/order/states.ts'
import type { Transition } from '#domain/order/transition.ts'
import { assignmentRecords, assignmentTransitions, orderRecords, orderTransitions } from '#domain/order/transitions.ts'
import { termsOf } from './glossary.ts'

/** Makes docs/state-machine.md from the tables of domain/order/transitions.ts: `npx tsx tools/state-machine.ts`. */
type Names = (state: string) => string
type Row = Transition<string>
type Rec = { event: EventKind; in: readonly string[]; actors: readonly string[]; stops?: readonly string[] }

/** An event that may come from this many states would hide the picture behind its arrows. */
const CROWD = 5

const label = (names: Names, state: string): string =>
  state === 'none' ? '–' : state === 'as-before' ? 'where it stood' : `${names(state)} \`${state}\``
const clocks = (given: Row['stops'] | Row['starts']): string =>
  given === undefined ? '' : given === 'all' ? 'all' : given.join(' ')

function movesTable(rows: readonly Row[], names: Names): string {
  const lines = rows.map((row) =>
    [
      row.id,
      `\`${row.event}\``,
      row.from.map((state) => label(names, state)).join(', '),
      label(names, row.to),
      row.actors.join(', '),
      row.guard,
      clocks(row.starts),
      clocks(row.stops),
    ].join(' | '),
  )
  const head = ['no.', 'event', 'from', 'to', 'who', 'guard', 'starts', 'stops']
  return table(head, lines)
}

const recordsTable = (rows: readonly Rec[], names: Names): string =>
  table(
    ['event', 'in', 'who', 'stops'],
    rows.map((row) =>
      [
        `\`${row.event}\``,
        row.in.map((state) => label(names, state)).join(', '),
        row.actors.join(', '),
        clocks(row.stops as Row['stops']),
      ].join(' | '),
    ),
  )

const table = (head: readonly string[], lines: readonly string[]): string =>
  [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines.map((line) => `| ${line} |`)].join('\n')

function picture(rows: readonly Row[], states: readonly string[], names: Names): string {
  const id = (state: string) => (state === 'none' ? '[*]' : state.replaceAll('-', '_'))
  const drawn = rows.filter((row) => row.from.length <= CROWD)
  const shown = new Set(drawn.flatMap((row) => [...row.from, row.to]))
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.filter((state) => shown.has(state)).map((state) => `  state "${names(state)} ${state}" as ${id(state)}`),
    ...drawn
      .filter((row) => row.to !== 'as-before')
      .flatMap((row) => row.from.map((from) => `  ${id(from)} --> ${id(row.to)}: ${row.id} ${row.event}`)),
    '```',
  ].join('\n')
}

const left = (rows: readonly Row[]): string =>
  rows
    .filter((row) => row.from.length > CROWD || row.to === 'as-before')
    .map((row) => `${row.id} \`${row.event}\` to ${row.to === 'as-before' ? 'where it stood' : row.to}`)
    .join(' and ')

function unreached(rows: readonly Row[], states: readonly string[], first: string, names: Names): string {
  const reached = new Set([first, ...rows.map((row) => row.to)])
  const rest = states.filter((state) => !reached.has(state)).map((state) => label(names, state))
  return rest.length === 0 ? '' : `\nNo transition leads to ${rest.join(', ')} yet: the steps that do come later.\n`
}

export function stateMachinePage(): string {
  const order = termsOf('Order states · 主单状态')
  const assignment = termsOf('Assignment states · 派件状态')
  return `# The state machine

*Made by \`npx tsx tools/state-machine.ts\` from [domain/order/transitions.ts](../domain/order/transitions.ts); a test
says when it is no longer current. Chinese names are those of the [glossary](glossary.md).*

An order (工单, 主单) is what the citizen asked. Each unit that works on it has an assignment (派件) with a state of its
own, so that a lead unit can still be unsigned while a co-unit has already reported. Everything that happens is an event;
an event that no row below allows does not happen, neither over HTTP nor in a sweep nor when a log is read back. Numbers
missing from the series (T16–T18, T26, T28, T29, T32–T34: extension, suspension, supervision,
grid and crew) belong to later milestones.

Clocks: C1 dispatch, C2 sign, C3 contact, C4 on site, C5 answer, C6 reply review, C7 callback, C8 rework, C9 return
decision, C11 adjudication. A row of an
order starts and stops clocks of the whole order, a row of an assignment those of that assignment.

## Order · 主单

${picture(orderTransitions, OrderState.options, order)}

Not drawn, because they leave from so many states: ${left(orderTransitions)}.

${movesTable(orderTransitions, order)}
${unreached(orderTransitions, OrderState.options, 'draft', order)}
### Recorded without moving the order

${recordsTable(orderRecords, order)}

## Assignment · 派件

An assignment begins in ${label(assignment, 'pending-sign')}, with \`dispatched\` or \`sub-dispatched\`.

${picture(assignmentTransitions, AssignmentState.options, assignment)}

Not drawn, because they leave from so many states or lead back: ${left(assignmentTransitions)}.

${movesTable(assignmentTransitions, assignment)}
${unreached(assignmentTransitions, AssignmentState.options, 'pending-sign', assignment)}
### Recorded without moving the assignment

${recordsTable(assignmentRecords, assignment)}
`
}

if (import.meta.filename === process.argv[1])
  writeFileSync(new URL('../docs/state-machine.md', import.meta.url), stateMachinePage())
