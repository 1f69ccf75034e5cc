import { z } from 'zod'

/** Characters that hide where a name ends or turn its reading direction: "photo[U+202E]gpj.exe" would read as a picture. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const RESERVED = /[\\/:*?"<>|]/g

const clean = (name: string): string => name.replace(DECEPTIVE, '').replace(RESERVED, '_').replace(/^\.+/, '').trim()

/** A file's name as people gave it, without folders and without tricks; it never becomes a path of ours. */
export const FileName = z.string().max(200).overwrite(clean).min(1)
export type FileName = z.infer<typeof FileName>
