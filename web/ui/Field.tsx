import { type ReactNode, useId } from 'react'
import { Kbd } from './Kbd.tsx'

export type Labelled = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true }

/**
 * Label to the left, control to the right, fault or help below. The control gets its id and descriptions:
 * `<Field label="地点">{(field) => <TextInput {...field} … />}</Field>`. `group` is for a control that is several.
 */
export function Field(props: {
  label: string
  keys?: string
  required?: boolean
  fault?: string | null
  help?: ReactNode
  group?: boolean
  children: (field: Labelled) => ReactNode
}) {
  const id = useId()
  const told = (props.fault ?? null) !== null || props.help !== undefined
  const field: Labelled = {
    id,
    ...(told ? { 'aria-describedby': `${id}-told` } : {}),
    ...((props.fault ?? null) === null ? {} : { 'aria-invalid': true }),
    ...(props.required ? { 'aria-required': true } : {}),
  }
  const words = (
    <>
      <span className={props.required ? 'req' : undefined}>{props.label}</span>
      {props.keys !== undefined && <Kbd>{props.keys}</Kbd>}
    </>
  )
  return (
    <div className="f">
      {props.group ? <span className="lab">{words}</span> : <label htmlFor={id}>{words}</label>}
      <div>
        {props.children(field)}
        {told && (
          <div id={`${id}-told`} className={(props.fault ?? null) === null ? 'help' : 'fault'}>
            {props.fault ?? props.help}
          </div>
        )}
      </div>
    </div>
  )
}
