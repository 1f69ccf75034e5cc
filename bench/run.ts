import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Options, optionsFrom, WrongOption } from './options.ts'
import { recordResult } from './record.ts'
import { printResult, type Result } from './result.ts'

type Bench = { run(options: Options): Promise<Result> }

const NOT_BENCHES = ['run', 'options', 'result', 'record']

const names = (): string[] =>
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3))
    .filter((name) => !NOT_BENCHES.includes(name))

/** `npm run bench -- NAME [options] [--record]`: a table, then one line of JSON. */
async function main([name = '', ...args]: readonly string[]): Promise<void> {
  if (!names().includes(name) || !existsSync(join(import.meta.dirname, `${name}.ts`)))
    throw new WrongOption(`npm run bench -- NAME [options]; NAME is one of ${names().join(', ')}`)
  const options = optionsFrom(args)
  const bench = (await import(`./${name}.ts`)) as Bench
  const result = await bench.run(options)
  if (options.flag('record')) await recordResult(name, args, result)
  printResult(result)
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof WrongOption ? error.message : error)
    process.exit(1)
  },
)
