import { useEffect, useRef, useState } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { newKey, PHOTOS_MAX, type Photo } from './draft.ts'
import { outbox } from './outbox.ts'
import { dropPhoto, keepPhoto, photoOf } from './photo-store.ts'
import { type PhotoFault, shrinkPhoto } from './shrink-photo.ts'
import { useCitizenWords } from './use-citizen-words.ts'

/** One at a time: ten photos of a camera at once are more than a phone's memory. */
async function taken(files: readonly File[], room: number): Promise<{ photos: Photo[]; fault: Fault | null }> {
  const photos: Photo[] = []
  let fault: Fault | null = files.length > room ? 'too-many-photos' : null
  for (const file of files.slice(0, room)) {
    const shrunk = await shrinkPhoto(file)
    if (typeof shrunk === 'string') {
      fault = shrunk
      continue
    }
    const id = newKey()
    await keepPhoto(id, shrunk)
    // The camera's own name may carry a date or a place; the order needs none of it.
    photos.push({ id, name: `${id.slice(0, 8)}.jpg` })
  }
  return { photos, fault }
}
type Fault = PhotoFault | 'too-many-photos'

export function Photos({ photos }: { photos: readonly Photo[] }) {
  const words = useCitizenWords()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const add = async (files: readonly File[]) => {
    setBusy(true)
    setFault(null)
    const { photos: more, fault: found } = await taken(files, PHOTOS_MAX - outbox.get().draft.photos.length)
    outbox.change({ photos: [...outbox.get().draft.photos, ...more] })
    setFault(found)
    setBusy(false)
  }
  const drop = (photo: Photo) => {
    outbox.change({ photos: photos.filter(({ id }) => id !== photo.id) })
    void dropPhoto(photo.id)
    chooser.current?.focus()
  }
  return (
    <>
      <ul className="photos">
        {photos.map((photo, i) => (
          <li key={photo.id}>
            <Thumbnail id={photo.id} alt={words.photo(i + 1)} />
            <button type="button" aria-label={words.dropPhoto(i + 1)} onClick={() => drop(photo)}>
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
        {photos.length < PHOTOS_MAX && (
          <li>
            <label className="add" aria-busy={busy || undefined}>
              <Icon name="camera" size={26} />
              {busy ? words.shrinking : words.addPhoto}
              <input
                ref={chooser}
                type="file"
                accept="image/*"
                multiple
                className="sr"
                onChange={(event) => {
                  const files = [...(event.target.files ?? [])]
                  // The same photo chosen again is a new choice only for an empty field.
                  event.target.value = ''
                  if (files.length > 0) void add(files)
                }}
              />
            </label>
          </li>
        )}
      </ul>
      <p className="hint" role="status">
        {fault !== null && <span className="fault">{words.photoFaults[fault]} </span>}
        {photos.length > 0 && words.photoHint}
      </p>
    </>
  )
}

function Thumbnail({ id, alt }: { id: string; alt: string }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    const show = async () => {
      const photo = await photoOf(id)
      if (photo === null || gone) return
      made = URL.createObjectURL(photo)
      setUrl(made)
    }
    void show()
    return () => {
      gone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id])
  return url === null ? <span role="img" aria-label={alt} /> : <img src={url} alt={alt} />
}
