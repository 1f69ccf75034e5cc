import type { PartRow } from '#domain/city/part.ts'
import { keyOf } from '#domain/city/row-changes.ts'
import { columnName } from '../admin/part-words.ts'
import { useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { SayCell } from './rule-filter.ts'
import type { RuleFault } from './use-rule-check.ts'

const SHOWN = 200

const wordsOf = {
  zh: {
    list: '检查结果',
    blocking: '要改',
    warning: '提醒',
    more: (n: string) => `还有 ${n} 处`,
    open: '打开这一条',
    every: '所有分类',
    fill: '补一条规则',
  },
  en: {
    list: 'What the check found',
    blocking: 'Mend',
    warning: 'Note',
    more: (n: string) => `${n} more`,
    open: 'Open this rule',
    every: 'Every category',
    fill: 'Add a rule for it',
  },
}

/** The sign of a fault: what stops the publication is an octagon's red, what is worth a look amber; the word says it too. */
function Sign({ blocking }: { blocking: boolean }) {
  const words = useWords(wordsOf)
  return (
    <span className={blocking ? 'tag r' : 'tag a'}>
      <Icon name={blocking ? 'close' : 'info'} size={12} /> {blocking ? words.blocking : words.warning}
    </span>
  )
}

type Lead = { onOpen: (key: string) => void; onFill: (fresh: PartRow) => void }

/** What the check says, and the ways to the rules it speaks of; `own` is the rule whose page this stands on. */
export function FaultLine({ fault, own, onOpen, onFill }: Lead & { fault: RuleFault; own?: string }) {
  const words = useWords(wordsOf)
  const say = useSay()
  return (
    <span className="s told">
      {fault.column !== null && <span className="m3">{say(columnName(fault.column, 'rules'))} · </span>}
      {say(fault.words)}{' '}
      {fault.keys
        .filter((key) => key !== own)
        .map((key) => (
          <button key={key} type="button" className="link code" title={words.open} onClick={() => onOpen(key)}>
            {key}
          </button>
        ))}
      {fault.fresh !== null && (
        <Button size="sm" onClick={() => fault.fresh !== null && onFill(fault.fresh)}>
          {words.fill}
        </Button>
      )}
    </span>
  )
}

type Props = Lead & { faults: readonly RuleFault[]; rows: readonly PartRow[]; sayCell: SayCell }

/** Every fault leads to its rule; a hole leads to a new one that begins with what is missing. */
export function FaultList({ faults, rows, sayCell, onOpen, onFill }: Props) {
  const words = useWords(wordsOf)
  const byKey = new Map(rows.map((row) => [keyOf('rules', row), row]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard
    <section className="rulefaults" aria-label={words.list} tabIndex={0}>
      <ul>
        {faults.slice(0, SHOWN).map((fault, i) => {
          const row = byKey.get(fault.keys[0] ?? '')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults have no identity and never move
            <li key={i}>
              <Sign blocking={fault.blocking} />
              <span className="s cut">{row === undefined ? '' : sayCell(row, 'category') || words.every}</span>
              <FaultLine fault={fault} onOpen={onOpen} onFill={onFill} />
            </li>
          )
        })}
      </ul>
      {faults.length > SHOWN && <p className="xs m3">{words.more(String(faults.length - SHOWN))}</p>}
    </section>
  )
}

export const orderedFaults = (faults: readonly RuleFault[]): RuleFault[] =>
  faults.toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
