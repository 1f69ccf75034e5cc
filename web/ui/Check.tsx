import type { ReactNode } from 'react'

export function Check(props: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  title?: string
}) {
  return (
    <label className="chk" title={props.title}>
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      {props.children}
    </label>
  )
}
