import { type ReactNode, type Ref, useState } from 'react'
import { useWords } from '../language.ts'
import type { Labelled } from '../ui/Field.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { replyWords } from './reply-words.ts'

/** A long text with its count; a paste that is too long says how much was left out. `under` stands at the left below. */
export function TextBox(props: {
  field: Labelled
  value: string
  max: number
  onChange: (text: string) => void
  under: ReactNode
  areaRef?: Ref<HTMLTextAreaElement>
}) {
  const words = useWords(replyWords)
  const [cut, setCut] = useState(0)
  return (
    <>
      <TextArea
        {...props.field}
        {...(props.areaRef === undefined ? {} : { areaRef: props.areaRef })}
        value={props.value}
        max={props.max}
        height={98}
        onChange={(text) => {
          if (text.length < props.max) setCut(0)
          props.onChange(text)
        }}
        onCut={setCut}
      />
      <div className="flex xs m3 between">
        <span>{cut > 0 ? <span role="alert">{words.cut(String(cut))}</span> : props.under}</span>
        <span className="nw">{words.count(String(props.value.length), String(props.max))}</span>
      </div>
    </>
  )
}
