import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import type { Go } from './catalogue-search.ts'
import { standingWords } from './column-words.ts'
import { useConditionText } from './RuleConditions.tsx'
import type { SayCell } from './rule-filter.ts'
import type { RuleLine } from './rule-line.ts'
import { tableWords } from './table-words.ts'

const CARD = 59

/** On a phone a rule is two lines: matter and lead; conditions and standing. */
export function RuleCards({ lines, sayCell, go }: { lines: readonly RuleLine[]; sayCell: SayCell; go: Go }) {
  const words = useWords(tableWords)
  const say = useSay()
  const text = useConditionText()
  const box = useRef<HTMLElement>(null)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => CARD,
    overscan: 10,
  })
  return (
    <section className="fill tablebox" ref={box} aria-label={words.rules}>
      <ul className="items" style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (line === undefined) return null
          const { row, key, conditions } = line
          const conds = text({ row, conditions, sayCell })
          return (
            <li key={key} style={{ position: 'absolute', left: 0, right: 0, top: start, height: CARD }}>
              <span className={line.faults > 0 ? 'c-red' : 'm3'}>
                <Icon name={line.faults > 0 ? 'info' : 'dispatch'} size={14} />
              </span>
              <button type="button" className="ti" onClick={() => go({ row: key })}>
                {sayCell(row, 'category') || words.everyCategory}
                {line.faults > 0 && <span className="sr">{words.faults(String(line.faults))}</span>}
              </button>
              <span className="ck">{sayCell(row, 'lead')}</span>
              <span className="me">
                <span className="code">{row.category || key}</span>
                <span className="cut">{conds === '' ? words.noConditions : conds}</span>
                <span>{line.touch === null ? say(standingWords[line.standing]) : words[line.touch]}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
