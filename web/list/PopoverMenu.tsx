import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Popover } from './Popover.tsx'

type Props = {
  label: string
  icon: IconName
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  /** what stands at the same button beside the panel */
  beside?: ReactNode
  children: ReactNode
}

/** A button of a list's bar and the panel under it. */
export function PopoverMenu({ label, icon, isOpen, onOpen, beside, children }: Props) {
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
          {children}
        </Popover>
      )}
      {beside}
    </div>
  )
}
