import { useMemo, useState } from 'react'
import { useWords } from '../language.ts'
import { useCity } from '../list/use-city.ts'
import { Icon } from '../ui/Icon.tsx'
import type { RuleLine } from './rule-line.ts'

const wordsOf = {
  zh: {
    tree: '按分类看',
    all: '所有分类',
    open: (name: string) => `展开 ${name}`,
    shut: (name: string) => `收起 ${name}`,
    rules: (n: string) => `${n} 条`,
  },
  en: {
    tree: 'By category',
    all: 'Every category',
    open: (name: string) => `Open ${name}`,
    shut: (name: string) => `Shut ${name}`,
    rules: (n: string) => `${n} rules`,
  },
}

/** How many rules stand at or below each node of the tree. */
function countsOf(lines: readonly RuleLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { row } of lines) {
    const code = row.category ?? ''
    for (const length of [1, 3, 5])
      if (code.length >= length) {
        const node = code.slice(0, length)
        counts.set(node, (counts.get(node) ?? 0) + 1)
      }
  }
  return counts
}

type Props = { lines: readonly RuleLine[]; chosen: string | undefined; onChoose: (code: string | undefined) => void }

/** The three levels of the city's taxonomy with the number of rules in each; choosing one narrows the table to it. */
export function CategoryTree({ lines, chosen, onChoose }: Props) {
  const words = useWords(wordsOf)
  const city = useCity()
  const counts = useMemo(() => countsOf(lines), [lines])
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set([chosen?.slice(0, 1), chosen?.slice(0, 3)].filter((code) => code !== undefined)),
  )
  const nodes = (city?.categories ?? []).filter(
    ({ level, parent }) => level === 1 || (parent !== null && opened.has(parent) && opened.has(parent.slice(0, 1))),
  )
  const toggle = (code: string) => {
    const next = new Set(opened)
    if (!next.delete(code)) next.add(code)
    setOpened(next)
  }
  return (
    <nav className="col side catalogue-tree" aria-label={words.tree}>
      <ul className="fill">
        <li>
          <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
            <span className="cut">{words.all}</span>
            <span className="xs m3">{lines.length}</span>
          </button>
        </li>
        {nodes.map(({ code, name, level }) => (
          <li key={code} style={{ paddingLeft: (level - 1) * 14 }}>
            {level < 3 ? (
              <button
                type="button"
                className="turn"
                aria-expanded={opened.has(code)}
                aria-label={(opened.has(code) ? words.shut : words.open)(name)}
                onClick={() => toggle(code)}
              >
                <Icon name={opened.has(code) ? 'down' : 'right'} size={14} />
              </button>
            ) : (
              <span className="turn" />
            )}
            <button type="button" aria-pressed={chosen === code} title={name} onClick={() => onChoose(code)}>
              <span className="cut">
                {name} <span className="code">{code}</span>
              </span>
              <span className="xs m3" title={words.rules(String(counts.get(code) ?? 0))}>
                {counts.get(code) ?? 0}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
