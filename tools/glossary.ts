import { readFileSync, writeFileSync } from 'node:fs'
import { api, type EndpointName } from '#contract/api.ts'
import { commonRefusals } from '#contract/endpoint.ts'
import { refusalWords } from '#contract/wording.ts'

/** Reads docs/glossary.md and keeps its table of refusals: `npx tsx tools/glossary.ts`. */
const file = new URL('../docs/glossary.md', import.meta.url)

export const glossaryText = (): string => readFileSync(file, 'utf8')

/** Heading → code → Chinese term, from the rows `| 中文 | English | \`code\` | … |` below it. */
export function readGlossary(text = glossaryText()): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const sections = new Map<string, Map<string, string>>()
  let terms = new Map<string, string>()
  for (const line of text.split('\n')) {
    const heading = /^#{2,3} (.+)$/.exec(line)?.[1]
    if (heading !== undefined) {
      terms = new Map()
      sections.set(heading, terms)
    }
    const row = /^\| ([^|]+) \| [^|]+ \| `([^`|]+)` \|/.exec(line)
    if (row?.[1] !== undefined && row[2] !== undefined) terms.set(row[2], row[1])
  }
  return sections
}

/** The Chinese term of a code, by the heading it stands under; a code without one is a hole in the glossary. */
export function termsOf(heading: string): (code: string) => string {
  const terms = readGlossary().get(heading)
  return (code) => {
    const term = terms?.get(code)
    if (term === undefined) throw new Error(`docs/glossary.md has no ${code} under "${heading}"`)
    return term
  }
}

const BEGIN = '<!-- refusals: written by tools/glossary.ts -->'
const END = '<!-- end of refusals -->'

function endpointsWith(refusal: string): string {
  if (commonRefusals.includes(refusal as (typeof commonRefusals)[number])) return 'any'
  const names = (Object.keys(api) as EndpointName[]).filter((name) =>
    (api[name].refusals as readonly string[]).includes(refusal),
  )
  return names.map((name) => `\`${name}\``).join(', ')
}

export function withRefusals(text: string): string {
  const rows = Object.entries(refusalWords).map(
    ([code, { status, zh, en }]) => `| ${zh} | ${en} | \`${code}\` | ${status} | ${endpointsWith(code)} |`,
  )
  const table = ['| 中文 | English | code | status | endpoints |', '|---|---|---|---|---|', ...rows].join('\n')
  const [before, after] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (before < 0 || after < before) throw new Error('docs/glossary.md has lost the marks around its refusals')
  return `${text.slice(0, before)}${BEGIN}\n${table}\n${text.slice(after)}`
}

if (import.meta.filename === process.argv[1]) writeFileSync(file, withRefusals(glossaryText()))
