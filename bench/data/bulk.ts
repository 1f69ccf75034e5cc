import pg from 'pg'

/** Indexes that only reading needs: built once after a load they cost a tenth of being kept up to date during it. */
const SECONDARY = `
  select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
  from   pg_index i
  where  i.indrelid = any (array['work_order', 'assignment', 'appellant', 'order_text', 'reply_text', 'order_event']::regclass[])
    and  not i.indisunique and not i.indisprimary`

type Index = { name: string; definition: string }

/** Takes them away and gives back what makes them again, two at a time as there are two cores. */
export async function withoutIndexes(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<Index>(SECONDARY)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await client.end()
  return async () => {
    const waiting = rows.toSorted((a, b) => Number(b.definition.includes('gin')) - Number(a.definition.includes('gin')))
    await Promise.all([build(url, waiting), build(url, waiting)])
  }
}

async function build(url: string, waiting: Index[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`set maintenance_work_mem = '1GB'`)
  for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await client.query(index.definition)
  await client.end()
}
