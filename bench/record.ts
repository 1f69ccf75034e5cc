import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { machine } from './measure/machine.ts'
import type { Result } from './result.ts'

const FILE = join(import.meta.dirname, 'RESULTS.md')
const HEAD = `# Results of the benches

One row per recorded run (\`npm run bench -- NAME … --record\`). What each bench claims stands in the header of its file.

| date | bench | machine | command | result |
|---|---|---|---|---|
`

/** Appends the run to bench/RESULTS.md: a number without its machine and command tells nothing. */
export async function recordResult(name: string, args: readonly string[], result: Result): Promise<void> {
  const known = await readFile(FILE, 'utf8').catch(() => '')
  if (known === '') await writeFile(FILE, HEAD)
  const date = new Date().toISOString().slice(0, 10)
  // Where the data lay is nobody's business and the same everywhere.
  const told = args
    .filter((arg, i) => arg !== '--record' && arg !== '--data' && args[i - 1] !== '--data')
    .map((arg) => (isAbsolute(arg) ? 'PATH' : arg))
  const command = `npm run bench -- ${[name, ...told].join(' ')}`
  const keys = JSON.stringify(result.keys).replaceAll('|', '\\|')
  await appendFile(FILE, `| ${date} | ${name} | ${await machine()} | \`${command}\` | \`${keys}\` |\n`)
}
