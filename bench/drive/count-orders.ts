import { join } from 'node:path'
import pg from 'pg'
import { recordedEndpoint, urlOf } from '#db/embedded-endpoint.ts'

/** The embedded database of a running server, for looking on: as its superuser, since statistics need one. */
export async function adminUrlOf(folder: string): Promise<string> {
  const endpoint = await recordedEndpoint(join(folder, 'postgres'))
  if (endpoint === null) throw new Error(`no database runs in ${folder}`)
  return urlOf(endpoint, 'postgres', 'jiesu')
}

async function rowsOf<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

export async function countOrders(url: string): Promise<number> {
  const [row] = await rowsOf<{ n: string }>(url, 'select count(*) as n from work_order')
  return Number(row?.n ?? 0)
}

/** Those of these orders that the platform dispatched without a person. */
export async function dispatchedByItself(url: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ order_id: string }>(
    url,
    `select distinct order_id from dispatch_taken where straight and by = 'system' and order_id = any($1)`,
    [ids],
  )
  return new Set(rows.map(({ order_id }) => order_id))
}
