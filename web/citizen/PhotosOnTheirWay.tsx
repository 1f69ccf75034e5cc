import { useOutbox } from './outbox.ts'
import { useCitizenWords } from './use-citizen-words.ts'
import { useOnline } from './use-online.ts'

export function PhotosOnTheirWay() {
  const words = useCitizenWords()
  const online = useOnline()
  const { sending, photosLost } = useOutbox()
  return (
    <p className="hint" role="status">
      {sending.state === 'photos' && words.photosLeft(sending.of - sending.left.length, sending.of)}
      {sending.state === 'photos' && !online && ` ${words.photosWait}`}
      {photosLost > 0 && words.photosLost(photosLost)}
    </p>
  )
}
