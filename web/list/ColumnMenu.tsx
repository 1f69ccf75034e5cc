import { useState } from 'react'
import { useSay, useWords } from '../language.ts'
import { Check } from '../ui/Check.tsx'
import { type Column, columnInfo, FIRST_COLUMNS, inOrder, listColumns } from './columns.ts'
import { listWords } from './list-words.ts'
import { PopoverMenu } from './PopoverMenu.tsx'

/** Which columns stand in the table; the choice stays at this browser and goes into a saved view. */
export function ColumnMenu(props: { columns: readonly Column[]; onChange: (columns: readonly Column[]) => void }) {
  const words = useWords(listWords)
  const say = useSay()
  const [open, setOpen] = useState(false)
  const others = inOrder(listColumns).filter((column) => column !== 'title')
  const flip = (column: Column, on: boolean) =>
    props.onChange(inOrder(on ? [...props.columns, column] : props.columns.filter((one) => one !== column)))
  return (
    <PopoverMenu label={words.columns} icon="columns" isOpen={open} onOpen={setOpen}>
      <fieldset className="choices two">
        <legend className="sr">{words.columns}</legend>
        {others.map((column) => (
          <Check key={column} checked={props.columns.includes(column)} onChange={(on) => flip(column, on)}>
            {say(columnInfo[column])}
          </Check>
        ))}
      </fieldset>
      <button type="button" className="link s" onClick={() => props.onChange(FIRST_COLUMNS)}>
        {words.columnsReset}
      </button>
    </PopoverMenu>
  )
}
