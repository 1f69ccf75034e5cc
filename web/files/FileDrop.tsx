import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { allowedEndings } from '#domain/accept/file-kind.ts'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { fileWords } from './file-words.ts'
import './files.css'

type Props = {
  onFiles: (files: readonly File[]) => void
  /** what is wanted here: "现场照片"; the drop words stand under it */
  title?: ReactNode
  keys?: string
  /** takes what is pasted anywhere on the page outside fields that take text */
  paste?: boolean
  whyNot?: string | null
  buttonRef?: Ref<HTMLButtonElement>
  /** endings to offer in the file dialog; all that the platform takes if left out */
  accept?: string
}

const ACCEPT = allowedEndings.map((ending) => `.${ending}`).join(',')
const filesOf = (list: FileList | null | undefined): readonly File[] => [...(list ?? [])]

/** Drop, click, key or paste: one slot for all four ways. */
export function FileDrop({ onFiles, title, keys, paste, whyNot, buttonRef, accept }: Props) {
  const words = useWords(fileWords)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const closed = (whyNot ?? null) !== null
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    if (paste !== true || closed) return
    const take = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData?.files)
      // A cell copied from a sheet brings its picture along: text into a field stays text.
      if (files.length === 0 || (event.clipboardData?.getData('text/plain') ?? '') !== '') return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [paste, closed])
  return (
    <button
      type="button"
      {...(buttonRef === undefined ? {} : { ref: buttonRef })}
      className={over && !closed ? 'filedrop over' : 'filedrop'}
      aria-disabled={closed || undefined}
      aria-description={whyNot ?? words.kinds}
      title={whyNot ?? words.kinds}
      onClick={() => !closed && input.current?.click()}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!closed) onFiles(filesOf(event.dataTransfer.files))
      }}
    >
      <Icon name="upload" />
      <span className="grow">
        <span className="s cut">{title ?? words.choose}</span>
        <span className="xs m3 cut">
          {whyNot ?? (over ? words.dropNow : keys === undefined ? words.drop : words.dropOr)}{' '}
          {keys !== undefined && <Kbd>{keys}</Kbd>}
        </span>
      </span>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept ?? ACCEPT}
        // A click on the input itself would open the dialog twice.
        onClick={(event) => event.stopPropagation()}
        onChange={(event) => {
          onFiles(filesOf(event.target.files))
          event.target.value = ''
        }}
      />
    </button>
  )
}
