import { z } from 'zod'

/** What may be attached, and the endings each kind goes by; the first is the one we give. No SVG or HTML: they run scripts. */
const fileKinds = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'application/msword': ['doc', 'wps'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.ms-excel': ['xls', 'et'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'video/mp4': ['mp4', 'm4v'],
  'audio/mpeg': ['mp3'],
  'audio/mp4': ['m4a'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'text/plain': ['txt', 'csv', 'md', 'log'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export const FileMime = z.enum(Object.keys(fileKinds) as (keyof typeof fileKinds)[])
export type FileMime = z.infer<typeof FileMime>

export const isImage = (mime: string): boolean => mime.startsWith('image/')
const endingsOf = (mime: FileMime): readonly string[] => fileKinds[mime]
const endingOf = (name: string): string | null => /\.([a-z][a-z0-9]{1,4})$/i.exec(name)?.[1]?.toLowerCase() ?? null

/** Every ending that may be attached, as a file dialog and a hint name them. */
export const allowedEndings: readonly string[] = Object.values(fileKinds).flat()

/** The kind its name claims; undefined where the ending is of none, null where there is no ending. */
export function claimedKind(name: string): FileMime | undefined | null {
  const ending = endingOf(name)
  return ending === null ? null : FileMime.options.find((kind) => endingsOf(kind).includes(ending))
}

/** Phones and messengers rename pictures among each other, and sound to video; nothing else may pass for another kind. */
const interchangeable = (a: string, b: string): boolean =>
  a === b || (isImage(a) && isImage(b)) || (a.endsWith('/mp4') && b.endsWith('/mp4'))

/** The name does not claim another kind than the content is; plain text may not hide behind an unknown ending. */
export function nameFits(name: string, mime: FileMime): boolean {
  const ending = endingOf(name)
  if (ending === null) return true
  const claimed = FileMime.options.find((kind) => endingsOf(kind).includes(ending))
  return claimed === undefined ? mime !== 'text/plain' : interchangeable(claimed, mime)
}

/** The name under which it is saved: its ending always tells the content, whatever the record's name says. */
export function savedName(name: string, mime: FileMime): string {
  const ending = endingOf(name)
  return ending !== null && endingsOf(mime).includes(ending) ? name : `${name}.${fileKinds[mime][0]}`
}
