import { useEffect, useId, useState } from 'react'
import type { PhonePhoto } from '#contract/grid-actions.ts'
import type { PhotoFault } from '../citizen/shrink-photo.ts'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { takePhoto } from './grid-photo.ts'
import { dropPhoto, photoOf } from './grid-store.ts'
import { wordsOf } from './grid-words.ts'

const PHOTOS_MAX = 6

/** The picture from the phone's own disk. */
function Shown({ id, alt }: { id: string; alt: string }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    void photoOf(id).then((photo) => {
      if (photo === null) return
      made = URL.createObjectURL(photo)
      setAddress(made)
    })
    return () => {
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id])
  return address === null ? <span className="blank" /> : <img src={address} alt={alt} />
}

type Props = { photos: readonly PhonePhoto[]; onChange: (photos: readonly PhonePhoto[]) => void }

/** The camera, large; each picture with whether it knows its place. */
export function PhotoField({ photos, onChange }: Props) {
  const words = useWords(wordsOf)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<PhotoFault | null>(null)
  const take = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file === undefined) return
    setBusy(true)
    const photo = await takePhoto(file)
    setBusy(false)
    if (typeof photo === 'string') return setFault(photo)
    setFault(null)
    onChange([...photos, photo])
  }
  const remove = (gone: string) => {
    void dropPhoto(gone)
    onChange(photos.filter((photo) => photo.id !== gone))
  }
  return (
    <div className="photos">
      <ul>
        {photos.map((photo, i) => (
          <li key={photo.id}>
            <Shown id={photo.id} alt={`${words.photo} ${i + 1}`} />
            <span className="hint">{photo.taken?.lng == null ? words.unlocated : words.located}</span>
            <button type="button" className="btn pill" onClick={() => remove(photo.id)}>
              {words.dropPhoto}
            </button>
          </li>
        ))}
      </ul>
      {photos.length < PHOTOS_MAX && (
        <label htmlFor={id} className={`btn wide${photos.length === 0 ? ' big' : ''}`} aria-busy={busy || undefined}>
          <Icon name="camera" size={26} />
          {photos.length === 0 ? words.photo : words.morePhoto}
        </label>
      )}
      <input
        id={id}
        className="sr"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy || photos.length >= PHOTOS_MAX}
        onChange={(event) => {
          void take(event.target.files)
          event.target.value = ''
        }}
      />
      <p role="status" className="fault">
        {fault !== null && words.photoFault[fault]}
      </p>
    </div>
  )
}
