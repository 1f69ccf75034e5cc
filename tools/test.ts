import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The test command: style and types first, since they are quick to tell; then every test on both ends of the PostgreSQL
 * range (the embedded 18 and Debian's 15, which it installs when missing and root). Last line: `N passed, N failed`.
 */
const bin = (name: string) => join('node_modules', '.bin', name)
const run = (title: string, command: string, args: readonly string[]): boolean => {
  console.log(`\n── ${title}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  return status === 0
}

type Report = { numPassedTests: number; numFailedTests: number; success: boolean }

function vitest(extra: readonly string[]): { passed: number; failed: number } {
  const folder = mkdtempSync(join(tmpdir(), 'jiesu-test-'))
  const file = join(folder, 'report.json')
  try {
    const ok = run('tests', bin('vitest'), [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...extra,
    ])
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    // A file that does not even load, or a leak after the last test, fails the run without failing a test.
    const failed = report.numFailedTests + (ok || report.numFailedTests > 0 ? 0 : 1)
    return { passed: report.numPassedTests, failed }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const only = process.argv.slice(2)
const checks = [run('style', bin('biome'), ['check']), run('types', bin('tsc'), ['-p', '.'])]
const tests = vitest(only)
const passed = tests.passed + checks.filter(Boolean).length
const failed = tests.failed + checks.filter((ok) => !ok).length
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
