import { type ReactNode, useState } from 'react'
import { isImage } from '#domain/accept/file-kind.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { momentWords } from '../words/time.ts'
import { FileViewer } from './FileViewer.tsx'
import { fileAddress } from './file-address.ts'
import { sizeWords } from './file-fault.ts'
import { fileWords } from './file-words.ts'
import './files.css'

/** A file as an order's view names it. */
export type ListedFile = {
  file: string
  name: string
  mime: string
  bytes: number
  at: string
  placed?: boolean | null
}

/** Larger pictures are not fetched just to be drawn small. */
const THUMB_BYTES = 4_000_000

const signOf = (mime: string): IconName => (/^(audio|video)\//.test(mime) ? 'say' : isImage(mime) ? 'eye' : 'review')

/** One file as a tile: what, when, how large. */
function FileTile(props: {
  orderId: string
  file: ListedFile
  onOpen: () => void
  onRemove?: (() => void) | undefined
}) {
  const { orderId, file, onOpen, onRemove } = props
  const words = useWords(fileWords)
  const language = useLanguage()
  const now = useNow()
  const drawn = isImage(file.mime) && file.bytes <= THUMB_BYTES && file.mime !== 'image/heic'
  return (
    <div className="filetile">
      <button type="button" className="open" title={file.name} onClick={onOpen}>
        {drawn ? (
          <img className="thumb" src={fileAddress(orderId, file.file)} alt="" loading="lazy" />
        ) : (
          <span className="thumb">
            <Icon name={signOf(file.mime)} size={20} />
          </span>
        )}
        <span className="grow">
          <span className="s cut">
            <span className="sr">{words.open} </span>
            {file.name}
          </span>
          <span className="xs m3 cut">
            {file.placed === false && `${words.unplaced} · `}
            {momentWords(file.at, now, language)} · {sizeWords(file.bytes)}
          </span>
        </span>
      </button>
      {onRemove !== undefined && (
        <button type="button" className="ghost drop" aria-label={words.drop1(file.name)} onClick={onRemove}>
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  )
}

/**
 * Attached files of an order; a press opens the viewer. `children` are further tiles: uploads, the slot to drop into.
 * `onRemove` leaves a file out of what is being written; from the order itself nothing is ever removed.
 */
export function FileList(props: {
  orderId: string
  files: readonly ListedFile[]
  children?: ReactNode
  onRemove?: (file: string) => void
}) {
  const { orderId, files, children, onRemove } = props
  const [open, setOpen] = useState<number | null>(null)
  return (
    <>
      <div className="filegrid">
        {files.map((file, i) => (
          <FileTile
            key={file.file}
            orderId={orderId}
            file={file}
            onOpen={() => setOpen(i)}
            onRemove={onRemove && (() => onRemove(file.file))}
          />
        ))}
        {children}
      </div>
      {open !== null && (
        <FileViewer orderId={orderId} files={files} at={open} onMove={setOpen} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
