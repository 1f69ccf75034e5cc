import { z } from 'zod'
import { FileMime } from '#domain/accept/file-kind.ts'
import { FileHash, Instant } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import { type Db, sql } from './sql.ts'

export const StoredFile = z.object({
  hash: FileHash,
  mime: FileMime,
  bytes: z.number(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  taken_at: Instant.nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>

const columns = sql`file.hash, file.mime, file.bytes, file.lng, file.lat, file.taken_at`
const uploader = (by: Actor): string => `${by.kind}:${by.id}`

/** A second upload of the same content keeps the row and its day starts again. */
export async function keepFile(db: Db, file: StoredFile, by: Actor, at: Instant): Promise<void> {
  await db.run(sql`
    insert into file (hash, mime, bytes, lng, lat, taken_at, at)
    values (${file.hash}, ${file.mime}, ${file.bytes}, ${file.lng}, ${file.lat}, ${file.taken_at}, ${at})
    on conflict (hash) do update set at = greatest(file.at, excluded.at)`)
  await db.run(sql`
    insert into file_upload (hash, actor, at) values (${file.hash}, ${uploader(by)}, ${at})
    on conflict (hash, actor) do update set at = excluded.at`)
}

/** The file, if this person uploaded it; from now on the sweep leaves it a day, so it cannot vanish while being attached. */
export async function claimFile(db: Db, hash: FileHash, by: Actor, at: Instant): Promise<StoredFile | undefined> {
  const [file] = await db.rows(
    sql`
    update file set at = greatest(file.at, ${at})
    from   file_upload u
    where  file.hash = ${hash} and u.hash = file.hash and u.actor = ${uploader(by)}
    returning ${columns}`,
    StoredFile,
  )
  return file
}

export async function findFile(db: Db, hash: FileHash): Promise<StoredFile | undefined> {
  const [file] = await db.rows(sql`select ${columns} from file where hash = ${hash}`, StoredFile)
  return file
}

/** Takes out up to `most` rows that no order uses; two sweeps at once take different ones. */
export async function takeUnattached(db: Db, olderThan: Instant, most: number): Promise<FileHash[]> {
  const rows = await db.rows(
    sql`
    with unused as (
      select hash from file
      where  at < ${olderThan}
      and    not exists (select from order_event e where e.kind = 'attached' and e.event ->> 'file' = file.hash)
      order  by at
      limit  ${most}
      for    update skip locked
    )
    delete from file using unused where file.hash = unused.hash
    returning file.hash`,
    z.object({ hash: FileHash }),
  )
  return rows.map((row) => row.hash)
}
