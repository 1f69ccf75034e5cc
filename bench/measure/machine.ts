import { execFile } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { embeddedBinaries } from '#db/embedded-binaries.ts'

/** `2 × AMD EPYC, 24 GB, Node 20.20.2, PostgreSQL 18.4` */
export async function machine(): Promise<string> {
  const cores = cpus()
  const model = cores[0]?.model.replace(/\s*(Processor|\d+-Core|with .*)/g, '').trim() ?? 'unknown'
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  return `${cores.length} × ${model}, ${gigabytes} GB, Node ${process.versions.node}, ${await postgresVersion()}`
}

async function postgresVersion(): Promise<string> {
  const { postgres } = await embeddedBinaries()
  const { stdout } = await promisify(execFile)(postgres, ['--version'])
  return `PostgreSQL ${/[\d.]+/.exec(stdout)?.[0] ?? '?'}`
}
