import { isImage } from '#domain/accept/file-kind.ts'
import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Loading, StateNote } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import type { ListedFile } from './FileList.tsx'
import { fileAddress } from './file-address.ts'
import { fileWords } from './file-words.ts'
import { Picture } from './Picture.tsx'
import { useFile } from './use-file.ts'

/** Opens one after the other: pictures, PDF, sound and film here, everything else to save. */
export function FileViewer(props: {
  orderId: string
  files: readonly ListedFile[]
  at: number
  onMove: (at: number) => void
  onClose: () => void
}) {
  const { orderId, files, at, onMove, onClose } = props
  const words = useWords(fileWords)
  const file = files[at]
  const move = (by: number) => onMove((at + by + files.length) % files.length)
  useKeys({ ArrowLeft: () => move(-1), ArrowRight: () => move(1) }, { inDialog: true })
  if (file === undefined) return null
  return (
    <Dialog
      title={`${file.name}${files.length > 1 ? `（${at + 1} / ${files.length}）` : ''}`}
      shape="viewer"
      onClose={onClose}
      foot={
        <>
          <a className="btn" href={fileAddress(orderId, file.file)} download={file.name}>
            {words.save}
          </a>
          {files.length > 1 && <Button onClick={() => move(-1)}>{words.before}</Button>}
          {files.length > 1 && <Button onClick={() => move(1)}>{words.after}</Button>}
          <span className="xs m3" style={{ marginLeft: 'auto' }}>
            {words.logged}
          </span>
        </>
      }
    >
      <Content key={file.file} orderId={orderId} file={file} />
    </Dialog>
  )
}

function Content({ orderId, file }: { orderId: string; file: ListedFile }) {
  const words = useWords(fileWords)
  const got = useFile(orderId, file)
  if (got.state === 'opening') return <Loading rows={4} />
  if (got.state === 'failed') return <StateNote icon="info" title={words.noPreview} />
  const { url } = got
  if (isImage(file.mime) && file.mime !== 'image/heic') return <Picture url={url} name={file.name} />
  if (file.mime === 'application/pdf') return <iframe className="paper" title={file.name} src={url} />
  if (file.mime.startsWith('audio/'))
    // biome-ignore lint/a11y/useMediaCaption: what a citizen or a unit recorded comes without captions
    return <audio controls src={url} style={{ width: '100%' }} aria-label={file.name} />
  if (file.mime.startsWith('video/'))
    // biome-ignore lint/a11y/useMediaCaption: what a citizen or a unit filmed comes without captions
    return <video controls src={url} className="film" aria-label={file.name} />
  return <StateNote icon="info" title={words.noPreview} />
}
