import { type ReactNode, useState } from 'react'
import { useWords } from '../language.ts'
import { Button, WhyNot } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Icon } from './Icon.tsx'

type Difference = {
  field: string
  name: string
  theirs: ReactNode
  mine: ReactNode /** which one was changed, hence proposed */
  propose: 'theirs' | 'mine'
}

const wordsOf = {
  zh: {
    title: '两个人同时改了一件工单',
    first: (who: string, when: string) => `${who} ${when} 先保存了。您的内容一个字没丢；请逐项选要哪一个。`,
    item: '项目',
    theirs: (who: string) => `${who} 保存的`,
    mine: '您的',
    save: '按选好的保存',
    allTheirs: '全用对方的',
    kept: '两个版本都留在经过里',
  },
  en: {
    title: 'Two people changed one order',
    first: (who: string, when: string) =>
      `${who} saved first at ${when}. Nothing you wrote is lost; choose line by line.`,
    item: 'Item',
    theirs: (who: string) => `Saved by ${who}`,
    mine: 'Yours',
    save: 'Save as chosen',
    allTheirs: 'Take all of theirs',
    kept: 'Both versions stay in the story',
  },
}

/** What the other one saved beside what you wrote; nothing is lost, and a choice is made per line. */
export function Conflict(props: {
  /** where it is not an order that two people changed */
  title?: string
  who: string
  when: string
  differences: readonly Difference[]
  /** why one's own lines can no longer be saved */
  whyNot?: string | null
  onSave: (chosen: Record<string, 'theirs' | 'mine'>) => void
  onTakeTheirs: () => void
  onClose: () => void
}) {
  const words = useWords(wordsOf)
  const [chosen, choose] = useState(() => Object.fromEntries(props.differences.map((d) => [d.field, d.propose])))
  const cell = (d: Difference, side: 'theirs' | 'mine') => (
    <button
      type="button"
      role="radio"
      aria-checked={chosen[d.field] === side}
      className={chosen[d.field] === side ? 'pick-cell pick' : 'pick-cell'}
      onClick={() => choose({ ...chosen, [d.field]: side })}
    >
      {d[side]} {chosen[d.field] === side && <Icon name="check" size={14} />}
    </button>
  )
  return (
    <Dialog
      title={props.title ?? words.title}
      shape="wide"
      onClose={props.onClose}
      foot={
        <>
          <Button look="go" whyNot={props.whyNot ?? null} onClick={() => props.onSave(chosen)}>
            {words.save}
          </Button>
          <Button onClick={props.onTakeTheirs}>{words.allTheirs}</Button>
          <span className="m3 s" style={{ marginLeft: 'auto' }}>
            {words.kept}
          </span>
        </>
      }
    >
      <p>{words.first(props.who, props.when)}</p>
      {(props.whyNot ?? null) !== null && <WhyNot>{props.whyNot}</WhyNot>}
      <div className="diff">
        <div className="h">{words.item}</div>
        <div className="h">{words.theirs(`${props.who} ${props.when}`)}</div>
        <div className="h">{words.mine}</div>
        {props.differences.map((d) => (
          <div key={d.field} role="radiogroup" aria-label={d.name} style={{ display: 'contents' }}>
            <div>{d.name}</div>
            {cell(d, 'theirs')}
            {cell(d, 'mine')}
          </div>
        ))}
      </div>
    </Dialog>
  )
}
