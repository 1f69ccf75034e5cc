import { join } from 'node:path'
import pg from 'pg'
import { recordedEndpoint, urlOf } from '#db/embedded-endpoint.ts'

/** The embedded database of a running server, for looking on: as its superuser, since statistics need one. */
export async function adminUrlOf(folder: string): Promise<string> {
  const endpoint = await recordedEndpoint(join(folder, 'postgres'))
  if (endpoint === null) throw new Error(`no database runs in ${folder}`)
  return urlOf(endpoint, 'postgres', 'jiesu')
}

export async function countOrders(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from work_order')
    return Number(rows[0]?.n ?? 0)
  } finally {
    await client.end()
  }
}
