const LONGEST = 2000
/** Above this a phone may run out of memory while it decodes; no camera of a phone makes more. */
const PHOTO_BYTES_MAX = 40 * 1024 * 1024

export type PhotoFault = 'not-a-photo' | 'photo-too-large' | 'photo-unreadable'

/**
 * At most 2000 px, as JPEG. Drawing it anew leaves out everything but the picture: the place, time and device that the
 * camera has written into the file never leave the phone.
 */
export async function shrinkPhoto(file: File): Promise<Blob | PhotoFault> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return 'not-a-photo'
  if (file.size > PHOTO_BYTES_MAX) return 'photo-too-large'
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const pen = canvas.getContext('2d')
    if (pen === null) return 'photo-unreadable'
    // What was transparent would turn black in a JPEG.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return drawn ?? 'photo-unreadable'
  } catch {
    return 'photo-unreadable'
  }
}
