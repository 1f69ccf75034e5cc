import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { type PartRow, wholeRow } from '#domain/city/part.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import type { Names } from '../admin/cell-words.ts'
import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { ordersOfRule } from './orders-of-rule.ts'
import { panelWords } from './panel-words.ts'
import { RuleFields } from './RuleFields.tsx'
import { useRuleWhyNot } from './use-rule-why-not.ts'

type Props = {
  names: Names
  /** the row as the draft has it; null for a rule that is being written */
  row: PartRow | null
  /** the same row as it is in force; null where there is none */
  before: PartRow | null
  /** what a new rule begins with */
  fresh: PartRow
  mayEdit: boolean
  /** why the rule is only read, where it is */
  whyRead: string
  /** what the checks say of this rule */
  faults: ReactNode
  onPut: (row: PartRow) => void
  onDuplicate: () => void
  onRemove: () => void
  onAsk: (row: PartRow) => void
  onClose: () => void
}

/** One rule with every condition in its own control; nothing leaves the panel until it is put into the draft. */
export function RulePanel(props: Props) {
  const { names, row, before, fresh, mayEdit, whyRead, faults, onPut, onDuplicate, onRemove, onAsk, onClose } = props
  const words = useWords(panelWords)
  const [cells, setCells] = useState<PartRow>(() => wholeRow('rules', row ?? fresh))
  const whyNot = useRuleWhyNot(row, cells)
  const now = useNow()
  const closed = cells.active === '0'
  const title = !mayEdit ? words.read : row === null ? words.add : words.edit
  const put = (next: PartRow) => onPut(wholeRow('rules', next))
  const retire = () => {
    const next = { ...cells, active: closed ? '1' : '0' }
    setCells(next)
    put(next)
  }
  useKeys({ 'Ctrl+Enter': () => mayEdit && whyNot === null && put(cells), Escape: onClose })
  return (
    <aside className="col admin-panel rulepanel" aria-label={title}>
      <div className="fill">
        <section className="sec">
          <header>
            <h2>{title}</h2>
            <span className="code">{cells.id}</span>
            {closed && <Tag>{words.retire}</Tag>}
            <Button size="sm" look="quiet" className="end" keys="Esc" onClick={onClose}>
              {words.close}
            </Button>
          </header>
          {!mayEdit && <p className="s m2">{whyRead}</p>}
          {faults}
          {row !== null && (
            <p className="flex wrap s ruleways">
              <button type="button" className="link" onClick={() => onAsk(cells)}>
                {words.ask}
              </button>
              {before !== null && (
                <Link to={'/orders' as string} search={ordersOfRule(cells.id ?? '', dayOf(instantOf(now))) as never}>
                  {words.orders}
                </Link>
              )}
            </p>
          )}
          <RuleFields
            cells={cells}
            before={before}
            names={names}
            disabled={!mayEdit}
            onChange={(column, value) => setCells((old) => ({ ...old, [column]: value }))}
          />
        </section>
      </div>
      {mayEdit && (
        <div className="bar wrap">
          <Button look="go" keys="Ctrl ⏎" whyNot={whyNot} onClick={() => put(cells)}>
            {words.put}
          </Button>
          {row !== null && (
            <>
              <Button onClick={onDuplicate}>
                <Icon name="copy" size={14} /> {words.duplicate}
              </Button>
              {before === null ? (
                <Button look="danger" onClick={onRemove}>
                  {words.remove}
                </Button>
              ) : (
                <Button title={closed ? undefined : words.retireTold} onClick={retire}>
                  {closed ? words.revive : words.retire}
                </Button>
              )}
            </>
          )}
          <WhyNot>{whyNot ?? words.told}</WhyNot>
        </div>
      )}
    </aside>
  )
}
