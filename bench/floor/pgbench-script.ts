import type pg from 'pg'
import type { Recorded, Statement } from './record-statements.ts'

/** Ascending per client and above every real key, so that rows land at the right edge as real ones do. */
const ID = `('7ZZZ' || lpad(:n::text, 22, '0'))`
const NO = `('ZZ' || lpad(:n::text, 13, '0'))`

/** pgbench takes `:word` for a variable even inside quotes, so colons are written as an escape. */
const quoted = (text: string): string =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`

const arrayText = (items: readonly unknown[]): string =>
  `{${items.map((item) => JSON.stringify(String(item))).join(',')}}`

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return Array.isArray(value) ? arrayText(value) : String(value)
}

function literal(value: unknown, type: string, { orderId, orderNo }: Recorded): string {
  if (value === null || value === undefined) return `null::${type}`
  const text = textOf(value)
  const marked = text.replaceAll(orderId, '@ID@').replaceAll(orderNo, '@NO@')
  const plain = quoted(marked)
  const own = marked === text ? plain : `replace(replace(${plain}, '@ID@', ${ID}), '@NO@', ${NO})`
  return `(${own})::${type}`
}

/** What type each parameter has: asked of the server, since a literal must be cast where a parameter is inferred. */
async function typesOf(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  if (values.length === 0) return []
  await client.query(`prepare asked as ${text}`)
  const { rows } = await client.query<{ types: string[] }>(
    `select parameter_types::text[] as types from pg_prepared_statements where name = 'asked'`,
  )
  await client.query('deallocate asked')
  return rows[0]?.types ?? []
}

/** The recorded lifecycle as a script for pgbench: the same statements and values, but each run an order of its own. */
export async function pgbenchScript(client: pg.Client, recorded: Recorded): Promise<string> {
  const lines = ['\\set i :i + 1', '\\set n :client_id * 1000000000 + :i']
  for (const statement of recorded.statements) {
    const types = await typesOf(client, statement)
    const text = statement.text.replace(/\$(\d+)/g, (_, n) =>
      literal(statement.values[Number(n) - 1], types[Number(n) - 1] ?? 'text', recorded),
    )
    lines.push(`${text.trim()};`)
  }
  return `${lines.join('\n')}\n`
}
