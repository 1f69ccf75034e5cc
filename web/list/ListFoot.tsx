import { BULK_LIMIT } from '#contract/bulk.ts'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { listWords } from './list-words.ts'

/** Keys while nothing is chosen; what can be done with what is chosen, and why not, as soon as something is. */
export function ListFoot(props: { chosen: number; onUrge: () => void; onExport: () => void; onClear: () => void }) {
  const words = useWords(listWords)
  const mayUrge = useMay('urgeOrders')
  const mayExport = useMay('exportOrders')
  const many = props.chosen > BULK_LIMIT ? words.tooMany : null
  const noUrge = many ?? (mayUrge ? null : words.noUrge)
  const noExport = many ?? (mayExport ? null : words.noExport)
  if (props.chosen === 0) {
    const shown = [
      { keys: ['J', 'K'], does: words.keyMove },
      { keys: ['⏎'], does: words.keyOpen },
      { keys: ['X'], does: words.keyPick },
      { keys: ['⇧', 'X'], does: words.keyRange },
      { keys: ['F'], does: words.keyFind },
    ]
    const all = [
      ...shown,
      { keys: ['N'], does: words.keyShow },
      { keys: ['E'], does: words.keyExport },
      { keys: ['Esc'], does: words.keyClear },
    ]
    return <KeyHelp shown={shown} all={all} />
  }
  return (
    <footer className="bar bulk" aria-live="polite">
      <b>{words.chosen(props.chosen.toLocaleString())}</b>
      <Button look="go" size="lg" keys="U" whyNot={noUrge} onClick={props.onUrge}>
        {words.urge}
      </Button>
      <Button size="lg" keys="E" whyNot={noExport} onClick={props.onExport}>
        {words.exportChosen}
      </Button>
      <Button size="lg" keys="Esc" onClick={props.onClear}>
        {words.unpick}
      </Button>
      {[noUrge, noExport]
        .filter((why, i, all) => why !== null && all.indexOf(why) === i)
        .map((why) => (
          <WhyNot key={why}>{why}</WhyNot>
        ))}
    </footer>
  )
}
