import type { ReactNode } from 'react'
import { useSay, type Words } from '../language.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Popover } from './Popover.tsx'

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
    <div className="chipbox">
      <button
        type="button"
        className="btn sm"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
      >
        <Icon name={icon} size={14} /> {label}
      </button>
      {isOpen && (
        <Popover label={label} onClose={() => onOpen(false)}>
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
        </Popover>
      )}
      {children}
    </div>
  )
}
