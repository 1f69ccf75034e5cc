import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { sizeWords } from './file-fault.ts'
import { fileWords } from './file-words.ts'
import type { Upload } from './use-uploads.ts'
import './files.css'

/** A file on its way: how much has left, or why it did not and what can be done. */
export function UploadTile(props: { upload: Upload; onAgain: (key: string) => void; onRemove: (key: string) => void }) {
  const { key, name, bytes, share, state, fault, again, preview } = props.upload
  const words = useWords(fileWords)
  const percent = `${Math.round(share * 100)} %`
  return (
    <div className={state === 'failed' ? 'filetile failed' : 'filetile'}>
      {preview === null ? (
        <span className="thumb">
          <Icon name={state === 'failed' ? 'close' : 'upload'} size={20} />
        </span>
      ) : (
        <img className="thumb" src={preview} alt="" />
      )}
      <span className="grow">
        <span className="s cut" title={name}>
          {name}
        </span>
        {state === 'failed' ? (
          <span className="xs c-red" role="alert">
            {fault}
          </span>
        ) : (
          <>
            <span className="xs m3 cut" role="status">
              {state === 'sent' ? words.sent : words.sending(percent)} · {sizeWords(bytes)}
            </span>
            <span className="meter" aria-hidden="true">
              <i style={{ width: percent }} />
            </span>
          </>
        )}
        {state === 'failed' && again && (
          <button type="button" className="link xs" onClick={() => props.onAgain(key)}>
            {words.again}
          </button>
        )}
      </span>
      <button type="button" className="ghost drop" aria-label={words.drop1(name)} onClick={() => props.onRemove(key)}>
        <Icon name="close" size={14} />
      </button>
    </div>
  )
}
