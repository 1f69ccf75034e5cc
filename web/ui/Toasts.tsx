import { useSyncExternalStore } from 'react'
import { useWords } from '../language.ts'
import { Icon } from './Icon.tsx'

type Toast = { id: number; words: string; undo?: { label: string; act: () => void } }
let toasts: readonly Toast[] = []
let next = 1
const hearers = new Set<() => void>()
const become = (list: readonly Toast[]) => {
  toasts = list
  for (const hear of hearers) hear()
}
const drop = (id: number) => become(toasts.filter((toast) => toast.id !== id))

/** A done thing, said once at the foot for six seconds; refusals never go here, they stay beside their button. */
export function toast(words: string, undo?: Toast['undo']): void {
  const id = next++
  become([...toasts.slice(-2), { id, words, ...(undo === undefined ? {} : { undo }) }])
  setTimeout(() => drop(id), 6000)
}

const listen = (hear: () => void) => {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

export function Toasts() {
  const shown = useSyncExternalStore(listen, () => toasts)
  const words = useWords({ zh: { close: '收起' }, en: { close: 'Dismiss' } })
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((one) => (
        <div key={one.id} className="note b">
          <Icon name="check" />
          <span className="grow">{one.words}</span>
          {one.undo !== undefined && (
            <button type="button" className="link" onClick={one.undo.act}>
              {one.undo.label}
            </button>
          )}
          <button type="button" className="link" aria-label={words.close} onClick={() => drop(one.id)}>
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  )
}
