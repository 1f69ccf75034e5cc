import { spawn } from 'node:child_process'
import { join } from 'node:path'

/** Server and pages, both reloading; whichever ends, ends the other. */
const node = process.execPath
const port = process.env.PORT ?? '12345'
const server = spawn(node, ['--watch', '--import', 'tsx', 'server/main.ts'], { stdio: 'inherit' })
const pages = spawn(node, [join('node_modules', 'vite', 'bin', 'vite.js')], {
  stdio: 'inherit',
  env: { ...process.env, JIESU_API: `http://127.0.0.1:${port}` },
})
const both = [server, pages]
for (const one of both)
  one.on('exit', () => both.filter((other) => other !== one).forEach((other) => void other.kill('SIGTERM')))
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => both.forEach((one) => void one.kill(signal)))
