import type { ReactNode } from 'react'
import { useSay, type Words } from '../language.ts'
import type { IconName } from '../ui/Icon.tsx'
import { PopoverMenu } from './PopoverMenu.tsx'

type Props<Key extends string> = {
  label: string
  icon: IconName
  /** the filters that are not set yet, under what they are about */
  groups: readonly { name: Words; keys: readonly Key[] }[]
  names: Record<Key, Words>
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onPick: (key: Key) => void
  /** the editor of the filter just picked */
  children: ReactNode
}

/** What else the list can be narrowed by. */
export function FilterMenu<Key extends string>(props: Props<Key>) {
  const { label, icon, groups, names, isOpen, onOpen, onPick, children } = props
  const say = useSay()
  return (
    <PopoverMenu {...{ label, icon, isOpen, onOpen }} beside={children}>
      {groups.map(({ name, keys }) => (
        <fieldset key={name.en} className="filternames">
          <legend>{say(name)}</legend>
          {keys.map((key) => (
            <button key={key} type="button" className="btn sm quiet plainink" onClick={() => onPick(key)}>
              {say(names[key])}
            </button>
          ))}
        </fieldset>
      ))}
    </PopoverMenu>
  )
}
